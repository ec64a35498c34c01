/** The progress of a migration: how many findings are left of the largest number so far. */

export interface Progress {
  readonly total: number;
  readonly left: number;
}

/** Findings after everything was done are a new start. */
export function progressOf(before: Progress | undefined, left: number): Progress {
  if (!before || (before.left === 0 && left > 0)) return { total: left, left };
  return { total: Math.max(before.total, left), left };
}
