/**
 * Places of a script that are of interest. Most statements of most scripts are of none: they are told apart by their place
 * alone, before a single word of them is looked at.
 */
export class Mentions {
  readonly #offsets: readonly number[] | undefined;

  /** Every place is of interest. */
  static readonly everywhere = new Mentions(undefined);

  static of(offsets: Iterable<number>): Mentions {
    return new Mentions([...new Set(offsets)].sort((a, b) => a - b));
  }

  private constructor(offsets: readonly number[] | undefined) {
    this.#offsets = offsets;
  }

  get count(): number {
    return this.#offsets?.length ?? Number.POSITIVE_INFINITY;
  }

  /** Whether one of the places lies in the half-open range. */
  within(start: number, end: number): boolean {
    const offsets = this.#offsets;
    if (!offsets) return true;
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[middle]! < start) low = middle + 1;
      else high = middle;
    }
    return low < offsets.length && offsets[low]! < end;
  }
}

export function addOccurrences(offsets: Set<number>, text: string, word: string): void {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) offsets.add(at);
}
