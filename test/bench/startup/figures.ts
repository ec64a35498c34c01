/** What a suite in the window tells the benchmark outside, a line of JSON at a time. */
export interface Figures {
  /** Processes that the extension host has started from the extension under test. */
  readonly servers: number;
  /** Milliseconds from reading its code until what `activate()` promised was there. */
  readonly activation: number;
  /** Milliseconds since 1970: when the script was about to be opened. */
  readonly opened: number;
}

export function report(figures: Partial<Figures>): void {
  console.log(`[suite] ${JSON.stringify(figures)}`);
}
