/** The scope of each directive: a rule, or all of them, in a range of the text. */

import { type CommentPlaces, innermost, levelsAt, statementLines } from '../../languages/comment-places.ts';
import type { Rule } from '../../mender/rule.ts';
import type { Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import type { Directive, Named } from './directives.ts';
import type { KnownRules } from './unknown.ts';

/** One name of a directive with the range it covers, which is empty if another one covers that already. */
export interface Scope extends Range {
  readonly directive: Directive;
  /** Undefined when the directive names no rule and therefore means all of them. */
  readonly name: Named | undefined;
  readonly rule: Rule;
}

/** Names and words that do not exist have no scope. */
export function scopesOf(
  text: string,
  places: CommentPlaces,
  directives: readonly Directive[],
  known: KnownRules,
): Scope[] {
  const reader = new ScopeReader(text, places, known);
  for (const directive of directives) reader.read(directive);
  return reader.finish();
}

type OpenScope = { -readonly [Key in keyof Scope]: Scope[Key] };

class ScopeReader {
  readonly #text: string;
  readonly #places: CommentPlaces;
  readonly #known: KnownRules;
  readonly #scopes: OpenScope[] = [];
  readonly #inFile = new Set<Rule>();
  /** Blocks without an end so far. */
  readonly #open = new Map<Rule, OpenScope>();
  /** By the starts of comment lines: the start of the next line of code. */
  readonly #codeAfter = new Map<number, number>();

  constructor(text: string, places: CommentPlaces, known: KnownRules) {
    this.#text = text;
    this.#places = places;
    this.#known = known;
  }

  read(directive: Directive): void {
    const lines = this.#linesOf(directive);
    for (const { rule, name } of namedRules(directive, this.#known)) {
      const range = lines ?? this.#rangeFor(directive, rule);
      const scope = { directive, name, rule, ...range };
      this.#scopes.push(scope);
      if (directive.kind === 'disable' && range.end > range.start) this.#open.set(rule, scope);
    }
  }

  finish(): Scope[] {
    return this.#scopes.sort((a, b) => a.start - b.start);
  }

  /** For a directive for one line: its whole statement, in the language of the comment. */
  #linesOf({ kind, start, end }: Directive): Range | undefined {
    if (kind === 'disable-line') {
      const lines = statementLines(this.#text, innermost(this.#places, start), start);
      return { start: lines.start, end: lines.end + 1 };
    }
    if (kind !== 'disable-next-line') return undefined;
    const line = this.#nextCode(end);
    return line === undefined
      ? { start, end: start }
      : { start: line, end: statementLines(this.#text, this.#levelOfBoth(start, line), line).end + 1 };
  }

  /** The innermost part that contains both a comment and a line. */
  #levelOfBoth(comment: number, line: number): CommentPlaces {
    const around = levelsAt(this.#places, line);
    return levelsAt(this.#places, comment).find(level => around.includes(level)) ?? this.#places;
  }

  #rangeFor({ kind, start, end }: Directive, rule: Rule): Range {
    const nothing = { start, end: start };
    if (kind === 'disable-file') {
      if (this.#inFile.has(rule)) return nothing;
      this.#inFile.add(rule);
      return { start: 0, end: this.#text.length + 1 };
    }
    const opened = this.#open.get(rule);
    if (kind === 'disable') return opened ? nothing : { start, end: this.#text.length + 1 };
    if (!opened) return nothing;
    this.#open.delete(rule);
    opened.end = start;
    // It covers no code, but has an effect.
    return { start, end };
  }

  /** Start of the next line of code. Comments for other tools may precede it, such as those of shellcheck. */
  #nextCode(offset: number): number | undefined {
    const passed: number[] = [];
    let { end } = lineAround(this.#text, offset);
    let found: number | undefined;
    while (end < this.#text.length) {
      const line = lineAround(this.#text, end + 1);
      found = this.#codeAfter.get(line.start) ?? (this.#isComment(line) ? undefined : line.start);
      if (found !== undefined) break;
      passed.push(line.start);
      end = line.end;
    }
    if (found !== undefined) for (const start of passed) this.#codeAfter.set(start, found);
    return found;
  }

  #isComment({ start, end }: Range): boolean {
    const first = this.#text.slice(start, end).search(/[^ \t]/);
    const at = start + first;
    if (first < 0) return false;
    const level = innermost(this.#places, at);
    return level.signs.some(sign => this.#text.startsWith(sign, at)) && level.isComment(at);
  }
}

function namedRules(
  { kind, rules }: Directive,
  { catalogue, custom }: KnownRules,
): { rule: Rule; name: Named | undefined }[] {
  if (kind === undefined) return [];
  if (rules.length === 0) return [...catalogue.rules, ...custom].map(rule => ({ rule, name: undefined }));
  return rules.flatMap(name => {
    const rule = catalogue.findRule(name.text, custom);
    return rule ? [{ rule, name }] : [];
  });
}
