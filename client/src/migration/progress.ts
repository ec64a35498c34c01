/** How far a migration is: how many findings are left of the most that there were at once. */

export interface Progress {
  readonly total: number;
  readonly left: number;
}

/** After everything was done, what comes is a new beginning. */
export function progressOf(before: Progress | undefined, left: number): Progress {
  if (!before || (before.left === 0 && left > 0)) return { total: left, left };
  return { total: Math.max(before.total, left), left };
}
