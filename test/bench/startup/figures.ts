/** The report of a suite in the window to the benchmark outside, one line of JSON at a time. */
export interface Figures {
  /** Processes that the extension host has started from the extension under test. */
  readonly servers: number;
  /** Milliseconds from reading its code until the promise of `activate()` was resolved. */
  readonly activation: number;
  /** Milliseconds since 1970, just before the script was opened. */
  readonly opened: number;
}

export function report(figures: Partial<Figures>): void {
  console.log(`[suite] ${JSON.stringify(figures)}`);
}
