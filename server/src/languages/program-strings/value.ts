/** Possible values of expressions: texts, lists of them, and objects with members. */
import type { SyntaxNode } from '@lezer/common';
import type { Range } from '../../text/fragment.ts';
import type { SourcePiece, SourceText } from './source-text.ts';

export type Value = TextValue | ListValue | ObjectValue;

export interface Origin {
  /** Where the program decides about it, when that is not where it is used. */
  readonly at?: number | undefined;
  /** The calls that pass it as an argument, by the start of the called function. */
  readonly calls?: ReadonlyMap<number, number> | undefined;
}

export interface TextValue extends Origin {
  readonly kind: 'text';
  readonly text: SourceText;
}

export interface ListValue extends Origin {
  readonly kind: 'list';
  /** The possible values of each item. */
  readonly items: readonly (readonly Value[])[];
}

/** An object, a map, a structure: named values. */
export interface ObjectValue extends Origin {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, SyntaxNode>;
}

/** An expression with more values is data. */
export const MOST_VALUES = 64;
/** Longer lists and texts are data, too. */
export const MOST_ITEMS = 256;

/** Something known only at run time. */
export function unknownText(node: SyntaxNode, text: string): SourceText {
  return [{ text: undefined, ...rangeWithin(node, text) }];
}

/** An unclosed string ends before its line end, which may be part of the node. */
export function rangeWithin({ from, to }: SyntaxNode, text: string): Range {
  return { start: from, end: to > from + 1 && text[to - 1] === '\r' ? to - 1 : to };
}

/** All texts that combine one alternative of each part. */
export function joinedTexts(parts: readonly (readonly TextValue[])[]): readonly TextValue[] {
  const start: TextValue = { kind: 'text', text: [] };
  return combined(start, parts, (one, next) => {
    const text = [...one.text, ...next.text];
    return text.length > MOST_ITEMS ? undefined : { ...one, text };
  });
}

/** All lists with one alternative of each part, in order. */
export function joinedLists(parts: readonly (readonly ListValue[])[]): readonly ListValue[] {
  const start: ListValue = { kind: 'list', items: [] };
  return combined(start, parts, (one, next) => ({ ...one, items: [...one.items, ...next.items].slice(0, MOST_ITEMS) }));
}

/**
 * Joins one alternative of each part, in order, to a start: all that can occur together, up to `MOST_VALUES`. What
 * `join` refuses is left out.
 */
export function combined<Whole extends Origin, Part extends Origin>(
  start: Whole,
  parts: readonly (readonly Part[])[],
  join: (whole: Whole, part: Part) => Whole | undefined,
): readonly Whole[] {
  let found: readonly Whole[] = [start];
  for (const alternatives of parts)
    found = found
      .flatMap(whole =>
        besides(whole, alternatives).flatMap(part => {
          const joined = join(whole, part);
          return joined ? [{ ...joined, ...originOf(whole, part) }] : [];
        }),
      )
      .slice(0, MOST_VALUES);
  return found;
}

/** The values that can occur together with one: not those that only another call of the same function passes. */
function besides<Some extends Origin>({ calls }: Origin, others: readonly Some[]): readonly Some[] {
  if (!calls) return others;
  const fitting = others.filter(other =>
    [...(other.calls ?? [])].every(([scope, call]) => (calls.get(scope) ?? call) === call),
  );
  return fitting.length > 0 ? fitting : others;
}

export function originOf(one: Origin, other: Origin): Origin {
  const calls = one.calls && other.calls ? new Map([...other.calls, ...one.calls]) : (one.calls ?? other.calls);
  return { at: one.at ?? other.at, calls };
}

/**
 * The value at the place where its name is used, or where a function returns it: `home` is the expression that writes
 * it.
 */
export function usedAt<Some extends Value>(value: Some, use: Range, home: number, at: number | undefined): Some {
  const moved = (text: SourceText): SourceText =>
    text.map((piece: SourcePiece) => ({ ...piece, use, home: piece.home ?? home }));
  if (value.kind === 'text') return { ...value, text: moved(value.text), at };
  if (value.kind === 'list')
    return { ...value, items: value.items.map(item => item.map(one => usedAt(one, use, home, one.at ?? at))), at };
  return { ...value, at };
}

/** The words of a text, split at blanks as a program does. */
export function wordsIn(text: SourceText): readonly SourceText[] {
  const words: SourcePiece[][] = [[]];
  for (const piece of text) {
    if (piece.text === undefined) {
      words.at(-1)!.push(piece);
      continue;
    }
    const isExact = piece.text.length === piece.end - piece.start;
    let at = 0;
    for (const part of piece.text.split(/(\s+)/)) {
      const range = isExact ? { start: piece.start + at, end: piece.start + at + part.length } : {};
      if (/^\s+$/.test(part)) words.push([]);
      else if (part !== '') words.at(-1)!.push({ ...piece, ...range, text: part });
      at += part.length;
    }
  }
  return words.filter(word => word.length > 0);
}

/** The text, when all of it is known. */
export function knownText(text: SourceText): string | undefined {
  let known = '';
  for (const piece of text) {
    if (piece.text === undefined) return undefined;
    known += piece.text;
  }
  return known;
}

export function textsAmong(values: readonly Value[]): readonly TextValue[] {
  return values.filter(value => value.kind === 'text');
}

/** The lists among values; if there is none, one list of all values. */
export function listsOf(values: readonly Value[]): readonly ListValue[] {
  const lists = values.filter(value => value.kind === 'list');
  return lists.length > 0 ? lists : [{ kind: 'list', items: [values] }];
}

export function rangeOf({ from, to }: SyntaxNode): Range {
  return { start: from, end: to };
}
