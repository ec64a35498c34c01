/** Calls in programs of other languages that are given strings: their names, and the strings as what they stand for. */

import type { Fragment } from '../../text/fragment.ts';
import type { Argument, Embedded, EmbeddedScript } from '../embedded.ts';
import { type Constant, Constants } from './source-constants.ts';
import type { SourceLanguage } from './source-language.ts';
import { commandOf, scriptOf } from './source-string.ts';
import { type SourceText, type Token, tokensOf } from './source-tokens.ts';

/** A prefix, quotes, a line end and `#!`. */
const LONGEST_START = 16;

export function sourceCalls(language: SourceLanguage): (source: Fragment) => Embedded[] {
  return source => new Calls(source, language).all();
}

class Calls {
  readonly #source: Fragment;
  readonly #language: SourceLanguage;
  readonly #tokens: readonly Token[];
  /** Index of the token that closes a bracket, by that of the one that opens it. */
  readonly #closing: ReadonlyMap<number, number>;
  readonly #constants: Constants;
  /** How often a decision is made, or another branch of one begins, before each token. */
  readonly #turnsBefore: readonly number[];

  constructor(source: Fragment, language: SourceLanguage) {
    this.#source = source;
    this.#language = language;
    this.#tokens = tokensOf(source.text, language);
    this.#closing = closingOf(this.#tokens);
    this.#constants = new Constants(source.text, language, this.#tokens, this.#closing);
    this.#turnsBefore = turnsBefore(this.#tokens, language === 'python' ? ':' : '{');
  }

  all(): Embedded[] {
    const parts: Embedded[] = [];
    let list = {};
    let block = 0;
    this.#tokens.forEach((token, index) => {
      if (this.#beginsBlock(token)) {
        list = {};
        block = index;
      }
      if (this.#language === 'python' && token.kind === 'name' && token.text === 'def') list = {};
      if (token.kind === 'name') return;
      if (token.kind === 'string') parts.push(...this.#scriptIn(token));
      const callee = this.#calleeBefore(index);
      if (callee.length === 0) return;
      // Once with each value that the name of a command can have, and once where it has none.
      for (const constant of this.#constantsIn(index, block) ?? [undefined]) {
        const args = this.#argumentsAt(index, constant);
        const place = { list, index: this.#turnsBefore[constant?.start ?? index]! };
        if (args.length > 0)
          parts.push({
            kind: 'call',
            callee,
            language: this.#language,
            arguments: args,
            commandOf: this.#commandOf,
            place,
          });
      }
    });
    return parts;
  }

  /** A text that is a script by its first line, whatever is done with it. */
  #scriptIn(token: Token & { readonly kind: 'string' }): EmbeddedScript[] {
    const start = this.#source.text.slice(token.start, token.start + LONGEST_START);
    if (!/^\w*["'`]+\\?\n?#!/.test(start)) return [];
    const source = scriptOf(this.#source, [token], this.#language);
    return /^\n?#![ \t]*\S*\/(?:env[ \t]+)?(?:ba|da|a)?sh\b/.test(source.text) ? [{ kind: 'script', source }] : [];
  }

  /** What the first argument that begins with such a name can be; undefined where there is none. */
  #constantsIn(index: number, block: number): readonly Constant[] | undefined {
    const end = this.#sign(index) === '(' ? this.#closing.get(index) : undefined;
    if (end === undefined) return undefined;
    for (const [start] of this.#items(index + 1, end)) {
      const named = this.#sign(start + 1) === '=' ? start + 2 : start;
      const token = this.#tokens[named]!;
      const found = token.kind === 'name' ? this.#constants.of(token.text, index, block) : [];
      if (found.length > 0) return found;
    }
    return undefined;
  }

  readonly #commandOf = (items: readonly SourceText[]) => commandOf(this.#source, items, this.#language);

  /** A statement without indentation: a function or a class of its own. */
  #beginsBlock(token: Token): boolean {
    const { start } = token;
    if (token.kind !== 'name' || /^(?:el(?:se|if)|except|catch|finally)$/.test(token.text)) return false;
    return start === 0 || this.#source.text[start - 1] === '\n';
  }

  /** `device.connection.run` */
  #calleeBefore(index: number): readonly string[] {
    const names: string[] = [];
    for (let at = index - 1; at >= 0; at -= 2) {
      const token = this.#tokens[at]!;
      // What a call, an index or a literal gives is nothing with a name.
      if (token.kind !== 'name') return names.length > 0 ? [token.kind === 'sign' ? token.text : '', ...names] : [];
      names.unshift(token.text);
      if (this.#sign(at - 1) !== '.') break;
      if (this.#sign(at - 2) === '?') at--;
    }
    return names;
  }

  #sign(index: number): string | undefined {
    const token = this.#tokens[index];
    return token?.kind === 'sign' ? token.text : undefined;
  }

  /** Empty where no call begins, or one without anything that names Mender. */
  #argumentsAt(index: number, constant?: Constant): readonly Argument[] {
    const token = this.#tokens[index]!;
    if (token.kind === 'string') {
      const before = this.#tokens[index - 1];
      const isTagged = token.holes === '${}' && before?.kind === 'name' && before.text === '$';
      return isTagged ? [this.#text([token])] : [];
    }
    const end = token.text === '(' ? this.#closing.get(index) : undefined;
    if (end === undefined) return [];
    const args = this.#items(index + 1, end).map(([start, stop]) => this.#argument(start, stop, constant));
    return args.some(({ kind }) => kind !== 'other') ? args : [];
  }

  /** Tokens between commas, as pairs of indexes. */
  #items(from: number, end: number): (readonly [number, number])[] {
    const items: [number, number][] = [];
    let start = from;
    for (let at = from; at <= end; at++) {
      if (at === end || this.#sign(at) === ',') {
        if (at > start) items.push([start, at]);
        start = at + 1;
      } else at = this.#closing.get(at) ?? at;
    }
    return items;
  }

  #argument(start: number, end: number, constant?: Constant): Argument {
    const first = this.#tokens[start]!;
    if (this.#language === 'python' && first.kind === 'name' && this.#sign(start + 1) === '=')
      return /^(?:args|cmd|command|cmdline)$/.test(first.text) && start + 2 < end
        ? this.#value(start + 2, end, constant)
        : { kind: 'option', text: this.#textOf(start + 2, end) };
    return this.#value(start, end, constant);
  }

  #value(start: number, end: number, constant?: Constant): Argument {
    const first = this.#tokens[start];
    if (first?.kind === 'name' && first.text === constant?.name) {
      const value = this.#value(constant.start, constant.end);
      if (end === start + 1 || value.kind !== 'text') return value;
      const text = this.#continued(value.text, start + 1, end);
      return text ? this.#text(text) : { kind: 'other', range: this.#range(start, end) };
    }
    if (this.#isSplit(start, end)) return this.#value(start + 4, end - 1, constant);
    const isList = this.#sign(start) === '[' && this.#closing.get(start) === end - 1;
    if (isList)
      return { kind: 'list', items: this.#items(start + 1, end - 1).map(([from, to]) => this.#item(from, to)) };
    const inBrackets = this.#sign(start) === '(' && this.#closing.get(start) === end - 1;
    const text = inBrackets ? this.#textOf(start + 1, end - 1) : this.#textOf(start, end);
    return text ? this.#text(text) : { kind: 'other', range: this.#range(start, end) };
  }

  /** `shlex.split("mender commit")` */
  #isSplit(start: number, end: number): boolean {
    const [module, method] = [this.#tokens[start], this.#tokens[start + 2]];
    const isNamed =
      module?.kind === 'name' && module.text === 'shlex' && method?.kind === 'name' && method.text === 'split';
    return isNamed && this.#sign(start + 3) === '(' && this.#closing.get(start + 3) === end - 1;
  }

  #item(start: number, end: number): SourceText {
    return this.#textOf(start, end) ?? [{ kind: 'unknown', ...this.#range(start, end) }];
  }

  #text(text: SourceText): Argument {
    return { kind: 'text', text, script: () => scriptOf(this.#source, text, this.#language) };
  }

  #range(start: number, end: number): { start: number; end: number } {
    return { start: this.#tokens[start]!.start, end: this.#tokens[end - 1]!.end };
  }

  /** A string, and strings and values put after it; undefined for anything else. */
  #textOf(start: number, end: number): SourceText | undefined {
    const first = this.#tokens[start];
    if (first?.kind === 'string') return this.#continued([first], start + 1, end);
    const close = this.#sign(start) === '(' ? this.#closing.get(start) : undefined;
    const inside = close !== undefined && close < end - 1 ? this.#textOf(start + 1, close) : undefined;
    return inside && this.#continued(inside, close! + 1, end);
  }

  #continued(text: SourceText, start: number, end: number): SourceText | undefined {
    const parts: SourceText[number][] = [...text];
    for (let at = start; at < end; ) {
      const token = this.#tokens[at]!;
      if (token.kind === 'string' && this.#language === 'python') {
        parts.push(token);
        at++;
      } else if (token.kind === 'sign' && token.text === '+') {
        const stop = this.#operandEnd(at + 1, end);
        const operand = this.#tokens[at + 1];
        if (stop === undefined || !operand) return undefined;
        parts.push(operand.kind === 'string' ? operand : { kind: 'unknown', ...this.#range(at + 1, stop) });
        at = stop;
      } else return this.#isFormatting(at, end) ? parts : undefined;
    }
    return parts;
  }

  /**
   * `% values` and `.format(values)`: what they put in appears in the string as something that is no program's name.
   */
  #isFormatting(at: number, end: number): boolean {
    if (this.#language !== 'python') return false;
    if (this.#sign(at) === '%') return this.#operandEnd(at + 1, end) === end;
    const method = this.#tokens[at + 1];
    return (
      this.#sign(at) === '.' &&
      method?.kind === 'name' &&
      method.text === 'format' &&
      this.#closing.get(at + 2) === end - 1
    );
  }

  /** After a string, or a name with what is called or looked up in it. */
  #operandEnd(start: number, end: number): number | undefined {
    const first = this.#tokens[start];
    if (start >= end || !first) return undefined;
    if (first.kind === 'string') return start + 1;
    let at = start;
    if (first.kind === 'sign') {
      const close = first.text === '(' ? this.#closing.get(start) : undefined;
      if (close === undefined) return undefined;
      at = close;
    }
    for (at++; at < end; at++) {
      const close = this.#closing.get(at);
      if (close !== undefined) at = close;
      else if (this.#sign(at) === '.' && this.#tokens[at + 1]?.kind === 'name') at++;
      else break;
    }
    return at > end ? undefined : at;
  }
}

function closingOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  const closing = new Map<number, number>();
  const open: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'sign') return;
    if (/^[([{]$/.test(token.text)) open.push(index);
    const opening = pairs[token.text];
    if (opening === undefined) return;
    const last = open.at(-1);
    const before = last === undefined ? undefined : tokens[last];
    if (before?.kind === 'sign' && before.text === opening) closing.set(open.pop()!, index);
  });
  return closing;
}

/** With none of these between them, two calls are made one after the other. */
const turning = new Set(
  'if elif elsif else unless when except catch rescue or case default match switch return raise throw'.split(' '),
);

/** `opening` ends a condition: what is asked there, and what is done then, are two things. */
function turnsBefore(tokens: readonly Token[], opening: string): readonly number[] {
  let turns = 0;
  let isCondition = false;
  return tokens.map(token => {
    const before = turns;
    const isOpening = isCondition && token.kind === 'sign' && token.text === opening;
    if (isOpening || isTurn(token)) turns++;
    if (isOpening) isCondition = false;
    if (token.kind === 'name' && /^(?:if|elif|while|unless)$/.test(token.text)) isCondition = true;
    return before;
  });
}

function isTurn(token: Token): boolean {
  if (token.kind === 'name') return turning.has(token.text);
  return token.kind === 'sign' && (token.text === '?' || token.text === '|');
}
