/**
 * Strings, names and signs of a program in Python, JavaScript, TypeScript or Go, its comments left out. As much of the
 * language as it takes to distinguish a string from what looks like one; what is not closed is no string.
 */

import type { Range } from '../../text/fragment.ts';
import type { SourceLanguage } from './source-language.ts';

export type Token = NameToken | SignToken | StringToken;

/** A name, a keyword or a number. */
interface NameToken extends Range {
  readonly kind: 'name';
  readonly text: string;
}

/** One character; a literal of another kind, such as a regular expression, is one sign. */
interface SignToken extends Range {
  readonly kind: 'sign';
  readonly text: string;
}

export interface StringToken extends Range {
  readonly kind: 'string';
  /** Between the quotes. */
  readonly inside: Range;
  /** Escapes stand for themselves. */
  readonly raw: boolean;
  /** What puts the value of an expression into the string. */
  readonly holes: 'none' | '{}' | '${}';
}

/** An expression that begins with a string: its strings, and what else is put after them. */
export type SourceText = readonly (StringToken | Unknown)[];

export interface Unknown extends Range {
  readonly kind: 'unknown';
}

const comments: Readonly<Record<SourceLanguage, RegExp>> = {
  python: /#[^\n]*/y,
  javascript: /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y,
  go: /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y,
};

const blanks = /\s+/y;
const name = /[\w$]+/y;
const pythonQuote = /([rbuft]{0,2})('''|"""|'|")/iy;
/**
 * Where a value is expected, a slash begins a regular expression. One that is longer is not worth looking for its end.
 */
const regularExpression = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.){0,200}\]){1,500}\/\w*/y;

export function tokensOf(text: string, language: SourceLanguage): readonly Token[] {
  const tokens: Token[] = [];
  const strings = new Strings(text, language);
  const matchAt = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
  for (let at = text.startsWith('#!') ? Math.max(0, text.indexOf('\n')) : 0; at < text.length; ) {
    const skipped = matchAt(blanks, at) || matchAt(comments[language], at);
    if (skipped > 0) {
      at += skipped;
      continue;
    }
    const literal = strings.at(at);
    const length = literal ? 0 : matchAt(name, at);
    const isValue = language === 'javascript' && text[at] === '/' && expectsValue(tokens.at(-1));
    const end = literal?.end ?? at + (length || (isValue && matchAt(regularExpression, at)) || 1);
    tokens.push(literal ?? { kind: length > 0 ? 'name' : 'sign', text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

function expectsValue(before: Token | undefined): boolean {
  if (!before) return true;
  if (before.kind === 'name') return /^(?:return|typeof|case|in|of|await)$/.test(before.text);
  return before.kind === 'sign' && !/^[)\]}]$/.test(before.text);
}

class Strings {
  readonly #text: string;
  readonly #language: SourceLanguage;
  /** Quotes of which none is left that closes a string: not looked for again. */
  readonly #unclosed = new Set<string>();

  constructor(text: string, language: SourceLanguage) {
    this.#text = text;
    this.#language = language;
  }

  at(start: number): StringToken | SignToken | undefined {
    if (this.#language === 'python') return this.#python(start);
    const quote = this.#text[start]!;
    if (quote === '`') return this.#language === 'go' ? this.#goRaw(start) : this.#template(start);
    if (quote !== '"' && quote !== "'") return undefined;
    const end = this.#end(start + 1, quote, false);
    if (end === undefined) return undefined;
    // A character of Go.
    if (this.#language === 'go' && quote === "'") return { kind: 'sign', text: quote, start, end: end + 1 };
    return { kind: 'string', start, end: end + 1, inside: { start: start + 1, end }, raw: false, holes: 'none' };
  }

  #python(start: number): StringToken | undefined {
    pythonQuote.lastIndex = start;
    const [opening, prefix = '', quote = ''] = pythonQuote.exec(this.#text) ?? [];
    if (opening === undefined) return undefined;
    const from = start + opening.length;
    const end = this.#end(from, quote, quote.length === 3);
    return end === undefined
      ? undefined
      : {
          kind: 'string',
          start,
          end: end + quote.length,
          inside: { start: from, end },
          raw: /r/i.test(prefix),
          holes: /[ft]/i.test(prefix) ? '{}' : 'none',
        };
  }

  #goRaw(start: number): StringToken | undefined {
    const end = this.#text.indexOf('`', start + 1);
    return end < 0
      ? undefined
      : { kind: 'string', start, end: end + 1, inside: { start: start + 1, end }, raw: true, holes: 'none' };
  }

  /** A template with a template in it is none that anybody runs. */
  #template(start: number): StringToken | undefined {
    const end = this.#end(start + 1, '`', true);
    return end === undefined
      ? undefined
      : { kind: 'string', start, end: end + 1, inside: { start: start + 1, end }, raw: false, holes: '${}' };
  }

  /** Where the closing quote is. */
  #end(from: number, quote: string, manyLines: boolean): number | undefined {
    if (this.#unclosed.has(quote)) return undefined;
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const character = text[at];
      if (character === '\\') at += text.startsWith('\r\n', at + 1) ? 2 : 1;
      else if (character === '\n' && !manyLines) return undefined;
      else if (character === quote[0] && text.startsWith(quote, at)) return at;
    }
    if (manyLines) this.#unclosed.add(quote);
    return undefined;
  }
}
