/**
 * Scripts of sed, as far as they put text into a file: replacements of `s`, and the lines of `a`, `i` and `c`. Reads up
 * to the first thing that it does not understand; patterns are used only for what a replacement takes from them.
 */
import { Decoder, type Fragment, type Range } from '../../text/fragment.ts';

export interface SedText {
  /** As it will be in the file; text that comes from the file itself is a variable that nobody sets. */
  readonly text: Fragment;
  /** It is a whole line, or several lines. */
  readonly whole: boolean;
}

/** Delimiters that mean nothing special after a backslash, in the text of a replacement. */
const delimiters = new Set('/|,#@!%:~+=;_"');

/** Replaces text that comes from the file. */
const FROM_FILE = '$_';

/** sed(1), "Commands": those without an operand. */
const plainCommands = new Set('=dDgGhHlnNpPqQxz');

export function sedTexts(script: Fragment, extended: boolean): readonly SedText[] {
  return new SedReader(script, extended).read();
}

class SedReader {
  readonly #script: Fragment;
  readonly #text: string;
  readonly #extended: boolean;
  readonly #found: SedText[] = [];
  #at = 0;

  constructor(script: Fragment, extended: boolean) {
    this.#script = script;
    this.#text = script.text;
    this.#extended = extended;
  }

  read(): readonly SedText[] {
    while (this.#at < this.#text.length && this.#command());
    return this.#found;
  }

  /** False for what is not understood; all that follows is not understood either. */
  #command(): boolean {
    this.#skip(/[\s;{}]*/y);
    if (this.#at >= this.#text.length || !this.#addresses()) return false;
    this.#skip(/[ \t!]*/y);
    const command = this.#text[this.#at++] ?? '';
    if (command === '{' || plainCommands.has(command)) return true;
    if (command === '#') return this.#skip(/[^\n]*/y);
    if (command === 's') return this.#substitution();
    return /[aic]/.test(command) && this.#lines();
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
    return true;
  }

  /** `/RE/`, `\cREc`, `3`, `$`, and two of them with a comma between. */
  #addresses(): boolean {
    for (let count = 0; count < 2; count++) {
      const char = this.#text[this.#at];
      if (char === '/' || char === '\\') {
        if (char === '\\') this.#at++;
        if (!this.#pattern()) return false;
        this.#skip(/[IM]*/y);
      } else this.#skip(/\$|[+~]?\d+(?:~\d+)?/y);
      if (this.#text[this.#at] !== ',') return true;
      this.#at++;
    }
    return true;
  }

  /** From its delimiter to after the next one; in brackets, the delimiter is an ordinary character. */
  #pattern(): string | undefined {
    const delimiter = this.#text[this.#at++]!;
    const start = this.#at;
    for (let bracket = false; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      if (char === '\n') return undefined;
      if (bracket) bracket = char !== ']';
      else if (char === '[') {
        bracket = true;
        this.#at += /^\^?\]?/.exec(this.#text.slice(this.#at + 1, this.#at + 3))![0].length;
      } else if (char === '\\') this.#at++;
      else if (char === delimiter) return this.#text.slice(start, this.#at++);
    }
    return undefined;
  }

  #substitution(): boolean {
    const delimiter = this.#text[this.#at] ?? '';
    const pattern = delimiters.has(delimiter) ? this.#pattern() : undefined;
    if (pattern === undefined) return false;
    const range = { start: this.#at, end: this.#endOfReplacement(delimiter) };
    if (range.end >= this.#text.length) return false;
    this.#at = range.end + 1;
    this.#skip(/[gpIiMm0-9]*/y);
    // `e` runs the result, `w` writes it to another file.
    if (!/^[\s;}]?$/.test(this.#text[this.#at] ?? '')) return false;
    const whole = pattern.startsWith('^') && /\.\*\$?$|[^\\]\$$/.test(pattern);
    this.#found.push({ text: this.#replacement(range, delimiter, pattern), whole });
    return true;
  }

  #endOfReplacement(delimiter: string): number {
    let at = this.#at;
    while (at < this.#text.length && this.#text[at] !== delimiter) at += this.#text[at] === '\\' ? 2 : 1;
    return at;
  }

  #replacement({ start, end }: Range, delimiter: string, pattern: string): Fragment {
    const decoder = new Decoder();
    for (let at = start; at < end; at++) {
      const char = this.#text[at]!;
      if (char === '&') decoder.decode(literalOf(pattern) ?? FROM_FILE, { start: at, end: at + 1 });
      else if (char !== '\\') decoder.copy(char, at);
      else {
        const next = this.#text[at + 1] ?? '';
        decoder.decode(this.#escaped(next, pattern), { start: at, end: at + 2 });
        at++;
      }
    }
    return decoder.finish(this.#script, { start, end }, inserted =>
      inserted.includes('\n') ? undefined : inserted.replace(/[\\&]/g, '\\$&').replaceAll(delimiter, `\\${delimiter}`),
    );
  }

  #escaped(char: string, pattern: string): string {
    if (char === 'n') return '\n';
    if (char === 't') return '\t';
    if (/\d/.test(char)) return (char === '1' && this.#firstGroup(pattern)) || FROM_FILE;
    return /[a-zA-Z]/.test(char) ? FROM_FILE : char;
  }

  /** `\(ExecStart=\)` at the start of the pattern, or the same without backslashes. */
  #firstGroup(pattern: string): string | undefined {
    const group = this.#extended ? /^\^?\(([^()\\]*)\)/ : /^\^?\\\(([^\\]*)\\\)/;
    const text = group.exec(pattern)?.[1];
    return text === undefined ? undefined : literalOf(text);
  }

  /** `a TEXT` to the end of the line; `a\` and the lines after it, each but the last ending in a backslash. */
  #lines(): boolean {
    this.#skip(/[ \t]*(?:\\(?:[ \t]*\n)?)?/y);
    if (!/\\\n?$/.test(this.#text.slice(Math.max(0, this.#at - 2), this.#at))) this.#skip(/[ \t]*/y);
    const start = this.#at;
    const decoder = new Decoder();
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at]!;
      if (char === '\n') break;
      if (char !== '\\') decoder.copy(char, this.#at);
      else {
        const next = this.#text[this.#at + 1] ?? '';
        const value = next === 'n' ? '\n' : next === 't' ? '\t' : next;
        decoder.decode(value, { start: this.#at, end: this.#at + 2 });
        this.#at++;
      }
    }
    const range = { start, end: this.#at };
    const text = decoder.finish(this.#script, range, inserted =>
      inserted.includes('\n') ? undefined : inserted.replaceAll('\\', '\\\\'),
    );
    this.#found.push({ text, whole: true });
    return true;
  }
}

/** The text that a pattern without operators matches. */
function literalOf(pattern: string): string | undefined {
  return /^\^?([\w=" :-]*)$/.exec(pattern)?.[1];
}
