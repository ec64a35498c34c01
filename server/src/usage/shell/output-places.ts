/**
 * Where the output of a whole script, or of a compound command in it, goes into a file or a pipe: found once for each
 * script.
 */
import type { Fragment } from '../../text/fragment.ts';

export class OutputPlaces {
  readonly #source: Fragment;
  #lastClosed: number | undefined;
  #firstSent: number | undefined;

  constructor(source: Fragment) {
    this.#source = source;
  }

  /** Whether a compound command that ends after a place of the document may redirect its output. */
  isClosedAfter(at: number): boolean {
    this.#lastClosed ??= this.#place([...this.#source.text.matchAll(closedInto)].at(-1)?.index) ?? -1;
    return at <= this.#lastClosed;
  }

  /** Whether `exec >FILE` is before a place of the document. */
  isSentBefore(at: number): boolean {
    this.#firstSent ??= this.#place(execInto.exec(this.#source.text)?.index) ?? Number.POSITIVE_INFINITY;
    return this.#firstSent < at;
  }

  #place(index: number | undefined): number | undefined {
    return index === undefined ? undefined : this.#source.startOf(index);
  }
}

const closedInto = /(?:[})]|\bdone|\bfi|\besac)\s*(?:1?>|\|)/g;
const execInto = /(?:^|[\n;])[ \t]*exec\s+1?>/;
