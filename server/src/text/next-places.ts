/**
 * Where something comes next in a text. What is asked again and again, each time a little further on, is looked for once: a
 * thousand beginnings without an end take one walk through the text, and not a thousand.
 */
export class NextPlaces {
  readonly #text: string;
  /** What was found last, and from where on. */
  readonly #known = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The length of the text when it does not come. */
  from(start: number, searched: string): number {
    const known = this.#known.get(searched);
    if (known && known.from <= start && start <= known.at) return known.at;
    const found = this.#text.indexOf(searched, start);
    const at = found < 0 ? this.#text.length : found;
    this.#known.set(searched, { from: start, at });
    return at;
  }

  /** The end of what ends with `end`; undefined when that does not come before `limit`, or at all. */
  endFrom(start: number, end: string, limit?: string): number | undefined {
    const at = this.from(start, end);
    if (at === this.#text.length || (limit !== undefined && this.from(start, limit) < at)) return undefined;
    return at + end.length;
  }
}
