/** Times, and how they are printed. */

/** Milliseconds that each call takes. */
export function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

/** `theirs` divided by `ours`: above 1, we are faster. */
export function ratio(ours: number, theirs: number): string {
  return `${(theirs / ours).toFixed(theirs / ours < 10 ? 2 : 1)}x`;
}

export function row(name: string, ...cells: readonly string[]): void {
  console.log(`  ${name.padEnd(44)}${cells.map(cell => cell.padStart(14)).join('')}`);
}
