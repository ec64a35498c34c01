/**
 * A text to parse that is somewhere in a document: the document itself, the string after `sh -c`, a heredoc.
 * Maps offsets back and writes new text so that it survives the quoting around it. Knows no language.
 */
import { firstIndex } from './first-index.ts';

/** Half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces the characters of a range, in document offsets. */
export interface Edit extends Range {
  readonly newText: string;
}

export interface Fragment {
  /** The text as the parser of its language should see it. */
  readonly text: string;
  /** Document offset at which the character at `offset` begins. */
  startOf(offset: number): number;
  /** Document offset just after the character before `offset`. */
  endOf(offset: number): number;
  /**
   * How `text` must be written in the document, beside the character at `at`, to be read as `text` here: one script can
   * be quoted in several ways. Undefined when that is impossible.
   */
  write(text: string, at: number): string | undefined;
  /**
   * Where a range is written, in document offsets, if that is not where it is used: a text that has a name. Undefined
   * when only some of it is written there.
   */
  placeOf?(range: Range): Range | undefined;
}

/** The whole text of a document. */
export function wholeText(text: string): Fragment {
  return { text, startOf: offset => offset, endOf: offset => offset, write: inserted => inserted };
}

/** The first offset of a fragment that is at `at` of the document, or after it; undefined where `at` is outside. */
export function offsetIn({ text, startOf, endOf }: Fragment, at: number): number | undefined {
  if (at < startOf(0) || at > endOf(text.length)) return undefined;
  return firstIndex(text.length, offset => startOf(offset) >= at);
}

/** Part of `outer` that reads the same inside and outside, such as the body of a heredoc with a quoted delimiter. */
export function slice(outer: Fragment, range: Range): Fragment {
  return {
    text: outer.text.slice(range.start, range.end),
    startOf: offset => outer.startOf(range.start + offset),
    endOf: offset => outer.endOf(range.start + offset),
    write: (text, at) => outer.write(text, range.start + at),
    ...(outer.placeOf && {
      placeOf: ({ start, end }) => outer.placeOf!({ start: range.start + start, end: range.start + end }),
    }),
  };
}

/** Writes text beside the character at `at` of the outer text, or gives up with undefined. */
export type Encode = (text: string, at: number) => string | undefined;

/** Collects the characters of a decoded text together with the places in `outer` that they come from. */
export class Decoder {
  #text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Appends text that is written in `outer` as it reads, from `start` on. */
  copy(text: string, start: number): void {
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(start + i);
      this.#ends.push(start + i + 1);
    }
    this.#text += text;
  }

  /** Appends text that `range` of `outer` means, such as the `"` of `\"`. */
  decode(text: string, range: Range): void {
    for (let i = 0; i < text.length; i++) {
      this.#starts.push(range.start);
      this.#ends.push(range.end);
    }
    this.#text += text;
  }

  get length(): number {
    return this.#text.length;
  }

  /** `range` is what the whole text was decoded from; `encode` writes text into it, or gives up with undefined. */
  finish(outer: Fragment, range: Range, encode: Encode): Fragment {
    const starts = this.#starts;
    const ends = this.#ends;
    return {
      text: this.#text,
      startOf: offset => outer.startOf(starts[offset] ?? ends.at(-1) ?? range.start),
      endOf: offset =>
        offset === 0 ? outer.startOf(starts[0] ?? range.start) : outer.endOf(ends[offset - 1] ?? range.end),
      write: (text, at) => {
        const place = starts[Math.min(Math.max(at, 0), starts.length - 1)] ?? range.start;
        const encoded = encode(text, place);
        return encoded === undefined ? undefined : outer.write(encoded, place);
      },
      ...(outer.placeOf && {
        placeOf: ({ start, end }) => outer.placeOf!({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
      }),
    };
  }
}

export function toDocument(source: Fragment, range: Range): Range {
  const elsewhere = range.end > range.start ? source.placeOf?.(range) : undefined;
  if (elsewhere) return elsewhere;
  const start = source.startOf(range.start);
  // An empty range must stay empty, whatever is between two decoded characters.
  return { start, end: range.end > range.start ? source.endOf(range.end) : start };
}

/**
 * The stretches of the document in which the characters of a range are written. Several when other text is between
 * them, such as the quotes of `'a'"b"`, which an edit must leave alone.
 */
export function stretches(source: Fragment, { start, end }: Range): readonly Range[] {
  const found: Range[] = [];
  let from = source.startOf(start);
  for (let at = start + 1; at < end; at++) {
    const stop = source.endOf(at);
    const next = source.startOf(at);
    if (next <= stop) continue;
    found.push({ start: from, end: stop });
    from = next;
  }
  if (end > start) found.push({ start: from, end: source.endOf(end) });
  return found;
}
