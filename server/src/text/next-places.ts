/**
 * Where something occurs next in a text. Each text is searched for once although callers ask again a little further on:
 * a thousand beginnings without an end take one walk through the text, and not a thousand.
 */
export class NextPlaces {
  readonly #text: string;
  /** The last place found, and from where it was searched. */
  readonly #known = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The length of the text if it does not occur. */
  from(start: number, searched: string): number {
    const known = this.#known.get(searched);
    if (known && known.from <= start && start <= known.at) return known.at;
    const found = this.#text.indexOf(searched, start);
    const at = found < 0 ? this.#text.length : found;
    this.#known.set(searched, { from: start, at });
    return at;
  }

  /** The end of the next `end`; undefined when that is not before `limit`, or nowhere. */
  endFrom(start: number, end: string, limit?: string): number | undefined {
    const at = this.from(start, end);
    if (at === this.#text.length || (limit !== undefined && this.from(start, limit) < at)) return undefined;
    return at + end.length;
  }
}
