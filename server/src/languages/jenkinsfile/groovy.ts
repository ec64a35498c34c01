/** Strings, names and signs of Groovy without comments: just enough to distinguish strings from what looks like one. */
import type { Range } from '../../text/fragment.ts';
import { NextPlaces } from '../../text/next-places.ts';

export interface GroovyToken extends Range {
  readonly kind: 'name' | 'sign' | 'string';
  readonly text: string;
  /** How a string is quoted; in double quotes, expressions insert text. */
  readonly quote?: '"' | "'" | '"""' | "'''";
}

/** Groovy, "Strings". An unclosed string is none, and a backslash outside of one makes the next character a sign. */
const strings = {
  "'''": /'''(?:[^\\]|\\[\s\S])*?'''/y,
  '"""': /"""(?:[^\\]|\\[\s\S])*?"""/y,
  "'": /'(?:[^'\\\n]|\\.)*'/y,
  '"': /"(?:[^"\\\n]|\\.)*"/y,
} as const;
const quotes = Object.keys(strings) as (keyof typeof strings)[];
const lineComment = /\/\/[^\n]*/y;
const nameOrSign = /[\w$]+|\\[\s\S]|\S/y;

export function groovyTokens(text: string): readonly GroovyToken[] {
  return [...new GroovyReader(text).tokens()];
}

class GroovyReader {
  readonly #text: string;
  readonly #places: NextPlaces;
  /** Quotes that are not closed before the offset: no earlier one is closed either. */
  readonly #open = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    this.#places = new NextPlaces(text);
  }

  *tokens(): Generator<GroovyToken> {
    for (let at = 0; at < this.#text.length; ) {
      const found = this.#tokenAt(at);
      if (typeof found === 'number') at = found;
      else {
        at = found.end;
        yield found;
      }
    }
  }

  /** Or where text without a meaning ends. */
  #tokenAt(start: number): GroovyToken | number {
    const comment = this.#match(lineComment, start);
    if (comment !== undefined) return start + comment.length;
    const commentEnd = this.#text.startsWith('/*', start) ? this.#places.endFrom(start + 2, '*/') : undefined;
    if (commentEnd !== undefined) return commentEnd;
    for (const quote of quotes) {
      const string = this.#string(start, quote);
      if (string !== undefined) return { kind: 'string', start, end: start + string.length, text: string, quote };
    }
    const text = this.#match(nameOrSign, start);
    if (text === undefined) return start + 1;
    return { kind: /^\w/.test(text) ? 'name' : 'sign', start, end: start + text.length, text };
  }

  #string(start: number, quote: keyof typeof strings): string | undefined {
    if (!this.#text.startsWith(quote, start) || start < (this.#open.get(quote) ?? 0)) return undefined;
    const string = this.#match(strings[quote], start);
    // No other one of the text, or of the line, is closed: it would have closed this one.
    if (string === undefined)
      this.#open.set(quote, quote.length > 1 ? this.#text.length : this.#places.from(start, '\n'));
    return string;
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0];
  }
}
