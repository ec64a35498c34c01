/** Edits that every rewrite of a command line consists of. */
import type { Word } from '../text/word.ts';
import { applyTo, type EditBuilder } from './fix.ts';
import type { WordEdit } from './option-text.ts';

/** Deletes words, each with the blanks and line continuations before it: other text between them stays. */
export function deleteWords(edits: EditBuilder, words: readonly Word[]): void {
  for (const { source, start, end } of words) {
    const from = blanksBefore(source.text, start);
    // In a list, the separator from the word before is elsewhere.
    if (from === 0 && source.write(' ', start) === undefined) edits.impossible();
    edits.replace(source, { start: from, end }, '');
  }
}

function blanksBefore(text: string, offset: number): number {
  let start = offset;
  for (;;) {
    // An escaped blank belongs to the word before.
    if (/[ \t]/.test(text[start - 1] ?? '') && text[start - 2] !== '\\') start--;
    else if (text.startsWith('\\\n', start - 2)) start -= 2;
    else return start;
  }
}

/** The text of a word with the edits inside it. */
export function wordText(word: Word, edits: readonly WordEdit[]): string {
  const inside = edits.filter(edit => edit.source === word.source && edit.start >= word.start && edit.end <= word.end);
  return applyTo(word.source.text, word, inside);
}
