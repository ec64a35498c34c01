/** A name inside a word of a command line, such as the unit in `"mender-client.service"`, and the word with another name. */
import { type Range, toDocument } from '../syntax/fragment.ts';
import { locate, type Word } from '../syntax/word.ts';
import type { Definition, ResolvedValue, ResolvedWord } from '../usage/usage.ts';

export interface NameInWord {
  /** The word that spells the name: the operand, or the definition of the variable it stands for. */
  readonly word: Word;
  /** Offsets in the fragment of `word`. */
  readonly range: Range;
  readonly definition: Definition | undefined;
  /** The value the name was found in. */
  readonly value: string;
  /** The word of the command line, which for a variable is not the one that spells the name. */
  readonly use: Word;
}

/** `find` gives offset and length of the name in a value, from `from` on; the first value that has it counts. */
export function findName(
  word: ResolvedWord,
  find: (text: string) => { readonly offset: number; readonly length: number } | undefined,
  from = 0,
): NameInWord | undefined {
  for (const value of word.values) {
    const found = find(value.text.slice(from));
    const name = found && placed(word, value, from + found.offset, found.length);
    if (name) return name;
  }
  return undefined;
}

function placed(use: Word, { text, origins }: ResolvedValue, offset: number, length: number): NameInWord | undefined {
  const origin = origins.findLast(({ at }) => at <= offset);
  if (!origin) return undefined;
  const { word, definition } = origin;
  const range = locate(word, origin.offset + offset - origin.at, length);
  return range && { word, range, definition, value: text, use };
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
