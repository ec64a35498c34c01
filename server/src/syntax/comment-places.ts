/** Where a text can bear comments, whatever its language. Offsets are those of the document. */

import type { Range } from './fragment.ts';
import { lineAround } from './line.ts';

export interface CommentPlaces {
  /** Signs that begin a comment. */
  readonly signs: readonly string[];
  /** Whether the sign at `offset` begins a comment, rather than being part of a word, a string or a value. */
  isComment(offset: number): boolean;
  /** Whether the line that begins at `offset` begins a statement or a part of one: a line of comment may be put before it. */
  beginsStatement(offset: number): boolean;
}

/** The lines that belong together with the one at `offset`: a statement that is continued, with its strings and heredocs. */
export function statementLines(text: string, places: CommentPlaces, offset: number): Range {
  let { start, end } = lineAround(text, offset);
  while (!places.beginsStatement(start)) start = lineAround(text, start - 1).start;
  while (end < text.length && !places.beginsStatement(end + 1)) end = lineAround(text, end + 1).end;
  return { start, end };
}
