/**
 * Relevant places of a script. Most statements of most scripts contain none: they are skipped by their place alone,
 * before a single word of them is read.
 */
import { firstIndex } from '../../text/first-index.ts';

export class RelevantOffsets {
  readonly #offsets: readonly number[] | undefined;

  /** Every place is relevant. */
  static readonly everywhere = new RelevantOffsets(undefined);

  static of(offsets: Iterable<number>): RelevantOffsets {
    return new RelevantOffsets([...new Set(offsets)].sort((a, b) => a - b));
  }

  private constructor(offsets: readonly number[] | undefined) {
    this.#offsets = offsets;
  }

  get count(): number {
    return this.#offsets?.length ?? Number.POSITIVE_INFINITY;
  }

  /** Whether one of the places is in the half-open range. */
  within(start: number, end: number): boolean {
    return this.#next(start) < end || !this.#offsets;
  }

  /**
   * Indexes of the ranges that contain a place, of `count` consecutive ones: each begins at `startOf(index)` and ends
   * at the next one, the last one at `end`. The others are not looked at one by one.
   */
  *among(count: number, startOf: (index: number) => number, end: number): Generator<number> {
    for (let index = 0; index < count; index++) {
      if (this.#offsets) {
        const next = this.#next(startOf(index));
        if (next >= end) return;
        index += firstIndex(count - index - 1, later => startOf(index + 1 + later) > next);
      }
      yield index;
    }
  }

  /** The first place at or after `offset`. */
  #next(offset: number): number {
    const offsets = this.#offsets;
    if (!offsets) return offset;
    return offsets[firstIndex(offsets.length, index => offsets[index]! >= offset)] ?? Number.POSITIVE_INFINITY;
  }
}

export function addOccurrences(offsets: Set<number>, text: string, word: string): void {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) offsets.add(at);
}
