/** A name in a word of a command line, such as the unit in `"mender-client.service"`, and how to replace it. */
import { type Range, toDocument } from '../text/fragment.ts';
import { locate, textWithPlaceholders, type Word } from '../text/word.ts';
import { isKnown } from '../usage/shell/variables.ts';
import type { Definition, ResolvedValue, ResolvedWord } from '../usage/usage.ts';

export interface NameInWord {
  /** The word that contains the name: the operand, or the definition of its variable. */
  readonly word: Word;
  /** Offsets in the fragment of `word`. */
  readonly range: Range;
  readonly definition: Definition | undefined;
  /** The value that the name was found in, with `…` for what is unknown. */
  readonly value: string;
  /** The word of the command line; for a variable it is not the one that contains the name. */
  readonly use: Word;
}

/**
 * `find` gives offset and length of the name in a value, from `from` on; the first value with it counts. For a word
 * without a known value, such as `"$ROOT/usr/bin/mender"`, the written text must do.
 */
export function findName(
  word: ResolvedWord,
  find: (text: string) => { readonly offset: number; readonly length: number } | undefined,
  from = 0,
): NameInWord | undefined {
  for (const value of word.values.length > 0 ? word.values : [asWritten(word)]) {
    const found = find(value.text.slice(from));
    const name = found && (placed(word, value, from + found.offset, found.length) ?? joined(word, value, found));
    if (name) return name;
  }
  return undefined;
}

function asWritten(word: Word): ResolvedValue {
  return { text: textWithPlaceholders(word), origins: [{ at: 0, word, offset: 0, definition: undefined }] };
}

/** `$NAME-client`: a name that no single text contains is the whole word with its only value. */
function joined(
  word: ResolvedWord,
  { text }: ResolvedValue,
  { offset, length }: { readonly offset: number; readonly length: number },
): NameInWord | undefined {
  const { pieces } = word;
  const isWhole = offset === 0 && /^(?:\.service)?$/.test(text.slice(length));
  const isOneText = pieces.every((piece, index) => index === 0 || piece.start === pieces[index - 1]!.end);
  if (!isWhole || !isOneText || pieces.length < 2 || !isKnown(word)) return undefined;
  const range = { start: pieces[0]!.start, end: pieces.at(-1)!.end };
  return { word, range, definition: undefined, value: text, use: word };
}

function placed(use: Word, { text, origins }: ResolvedValue, offset: number, length: number): NameInWord | undefined {
  const origin = origins.findLast(({ at }) => at <= offset);
  if (!origin) return undefined;
  const { word, definition } = origin;
  const range = locate(word, origin.offset + offset - origin.at, length);
  return range && { word, range, definition, value: text.replaceAll('\0', '…'), use };
}

/** The text of the word with another name in place of the one found, from `start` on. */
export function withName({ word, range }: NameInWord, name: string, start = word.start): string {
  const { text } = word.source;
  return text.slice(start, range.start) + name + text.slice(range.end, word.end);
}

export function documentRange({ word, range }: NameInWord): Range {
  return toDocument(word.source, range);
}

/** The unit with its `.service`. */
export function unitRange({ word, range }: NameInWord): Range {
  const suffix = '.service';
  const end = range.end + (word.source.text.startsWith(suffix, range.end) ? suffix.length : 0);
  return toDocument(word.source, { start: range.start, end });
}

/** Where a name that is written in a variable's definition is used. */
export function useNotes({
  definition,
  use,
}: NameInWord): readonly { readonly range: Range; readonly message: string }[] {
  return definition ? [{ range: toDocument(use.source, use), message: `\`${definition.name}\` is used here.` }] : [];
}
