/**
 * Names that statements of a program give a string or a list to: `cmd = "mender commit"`, and the items of a list to in
 * Python: `for cmd in ["mender commit"]`. A name that more is put after, as with `+=`, is none in that function; what
 * functions get or return is nothing of ours.
 */
import type { SourceLanguage } from './source-language.ts';
import type { Token } from './source-tokens.ts';

/** The value of one statement, as indexes of its tokens. */
export interface Constant {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Statement extends Constant {
  readonly sign: string;
  /** Index of the token that the function, or whatever is not indented, begins with. */
  readonly block: number;
  /** Offset of the name, and how far its line is indented. */
  readonly at: number;
  readonly indent: number;
}

/** The line that a function or a class begins with. */
interface Head {
  readonly at: number;
  readonly indent: number;
  readonly names: ReadonlySet<string>;
}

/** More statements than these before a use are not looked at: a file of nothing else is not to take time. */
const nearest = 16;

/** `async def a(self):`, `func (a *b) c() {`, `it('a', () => {`, `method(a) {` */
const head =
  /^([ \t]*)((?:(?:export|default|async|static|public|private)[ \t]+){0,3}(?:def|class|func|function)\b.*|.{0,200}(?:=>|\bfunc(?:tion)?\b.{0,200})[ \t]*\{|(?!if\b|for\b|while\b|switch\b|catch\b)(?:async[ \t]+)?\w+\([^()\n]*\)[ \t]*\{)[ \t]*$/gm;

/** What the names of a program can stand for where a call uses them. */
export class Constants {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #heads: readonly Head[];
  readonly #byName = new Map<string, Statement[]>();

  constructor(text: string, language: SourceLanguage, tokens: readonly Token[], closing: ReadonlyMap<number, number>) {
    this.#text = text;
    this.#tokens = tokens;
    this.#heads = [...text.matchAll(head)].map(({ index, 1: indent, 2: line }) => ({
      at: index,
      indent: indent!.length,
      names: new Set(line!.match(/\w+/g)),
    }));
    for (const statement of statementsOf(text, language, tokens, closing)) {
      const known = this.#byName.get(statement.name);
      if (known) known.push(statement);
      else this.#byName.set(statement.name, [statement]);
    }
  }

  /** Those of the same function that may hold where it is used; those of the file where there are none. */
  of(name: string, use: number, block: number): readonly Constant[] {
    const known = this.#byName.get(name);
    if (!known || this.#isParameter(name, use)) return [];
    const near = known.filter(({ end }) => end <= use).slice(-nearest);
    const before = near.filter(statement => !this.#isLeft(statement, use));
    const inFunction = before.filter(statement => statement.block === block && statement.indent > 0);
    const own = inFunction.length > 0 ? inFunction : before.filter(({ indent }) => indent === 0);
    return own.some(({ sign }) => sign === '+=')
      ? []
      : own.filter((one, index) => !this.#isReplaced(one, own.slice(index + 1)));
  }

  /** Another function begins between the statement and its use. */
  #isLeft({ at, indent }: Statement, use: number): boolean {
    const end = this.#tokens[use]!.start;
    return this.#heads.some(next => next.at > at && next.at < end && next.indent < indent);
  }

  /** The functions around a use are those whose lines are indented less than all that follow. */
  #isParameter(name: string, use: number): boolean {
    const end = this.#tokens[use]!.start;
    let indent = Number.POSITIVE_INFINITY;
    for (const next of this.#heads.filter(({ at }) => at < end).toReversed()) {
      if (next.indent >= indent) continue;
      if (next.names.has(name)) return true;
      indent = next.indent;
    }
    return false;
  }

  /** By a statement that follows in the same list of statements, or in one around it. */
  #isReplaced({ at, indent }: Statement, later: readonly Statement[]): boolean {
    return later.some(
      next =>
        next.indent <= indent &&
        // Items of one list.
        next.at !== at &&
        this.#text
          .slice(at, next.at)
          .split('\n')
          .slice(1)
          .every(line => line.trim() === '' || indentOf(line) >= next.indent),
    );
  }
}

function* statementsOf(
  text: string,
  language: SourceLanguage,
  tokens: readonly Token[],
  closing: ReadonlyMap<number, number>,
): Generator<Statement> {
  let block = 0;
  let line = { first: 0, indent: 0 };
  const lists = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const gap = text.slice(tokens[index - 1]?.end ?? 0, token.start);
    if (index === 0 || gap.includes('\n')) line = { first: index, indent: gap.length - gap.lastIndexOf('\n') - 1 };
    if (token.kind !== 'name') continue;
    if (line.first === index && line.indent === 0) block = index;
    const place = { name: token.text, block, at: token.start, indent: line.indent };
    if (language === 'python' && line.first === index - 1 && isLoop(tokens, index)) {
      const list = startOfList(tokens, index + 2, lists);
      const items = list === undefined ? [] : itemsOf(tokens, closing, list);
      for (const [start, end] of items) yield { ...place, sign: 'in', start, end };
      continue;
    }
    if (!tokens.slice(line.first, Math.min(index, line.first + 3)).every(isDeclaring) || index > line.first + 2)
      continue;
    const sign = /^[ \t]*(:?=(?!=)|\+=)/.exec(text.slice(token.end, token.end + 20))?.[1];
    if (sign === undefined || (sign === ':=' && language !== 'go')) continue;
    const start = index + 1 + sign.length;
    const end = endOfStatement(text, tokens, closing, start);
    if (isSign(tokens[start], '[')) lists.set(token.text, start);
    yield { ...place, start, end, sign };
  }
}

/** `for NAME in`, at the name. */
function isLoop(tokens: readonly Token[], index: number): boolean {
  const [before, behind] = [tokens[index - 1], tokens[index + 1]];
  return before?.kind === 'name' && before.text === 'for' && behind?.kind === 'name' && behind.text === 'in';
}

/** Of a list that is written here, or that has been given a name. */
function startOfList(tokens: readonly Token[], index: number, lists: ReadonlyMap<string, number>): number | undefined {
  const token = tokens[index];
  if (token?.kind === 'name' && isSign(tokens[index + 1], ':')) return lists.get(token.text);
  return isSign(token, '[') || isSign(token, '(') ? index : undefined;
}

/** Longer lists are data. */
const mostItems = 64;

function itemsOf(
  tokens: readonly Token[],
  closing: ReadonlyMap<number, number>,
  list: number,
): readonly (readonly [number, number])[] {
  const items: [number, number][] = [];
  const stop = closing.get(list) ?? list;
  for (let start = list + 1, at = start; at <= stop && items.length < mostItems; at++) {
    if (at < stop && !isSign(tokens[at], ',')) at = closing.get(at) ?? at;
    else {
      if (at > start) items.push([start, at]);
      start = at + 1;
    }
  }
  return items;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

/** What may come before the name. */
function isDeclaring(token: Token): boolean {
  return token.kind === 'name' && /^(?:export|const|let|var)$/.test(token.text);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A statement ends with its line, unless a bracket is open, and before a semicolon. */
function endOfStatement(
  text: string,
  tokens: readonly Token[],
  closing: ReadonlyMap<number, number>,
  start: number,
): number {
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'sign' && token.text === ';') return at;
    if (at > start && text.slice(tokens[at - 1]!.end, token.start).includes('\n')) return at;
    at = closing.get(at) ?? at;
  }
  return tokens.length;
}
