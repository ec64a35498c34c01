/** Edits that any rewrite of a command line is made of. */
import type { Word } from '../syntax/word.ts';
import { applyTo, type EditBuilder } from './fix.ts';
import type { WordEdit } from './option-text.ts';

/** Takes words out together with the white space, or the line continuation, before them. */
export function deleteWords(edits: EditBuilder, previous: Word, words: readonly [Word, ...Word[]]): void {
  const [first] = words;
  const start = previous.source === first.source ? previous.end : first.start;
  edits.replace(first.source, { start, end: words.at(-1)!.end }, '');
}

/** The text of a word with those edits that lie in it. */
export function wordText(word: Word, edits: readonly WordEdit[]): string {
  const inside = edits.filter(edit => edit.source === word.source && edit.start >= word.start && edit.end <= word.end);
  return applyTo(word.source.text, word, inside);
}
