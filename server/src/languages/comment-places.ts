/** Where a text can bear comments, whatever its language. Offsets are those of the document. */

import type { Range } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';

export interface CommentPlaces {
  /** Signs that begin a comment; the first one is written. */
  readonly signs: readonly string[];
  /** What ends a comment, where its line does not. */
  readonly close?: string;
  /**
   * What a line of comment before the line that begins at `offset` begins with; undefined where it is what that line
   * begins with.
   */
  indentation?(offset: number): string | undefined;
  /** The text cannot be read as a whole: nothing is to be written into it. */
  readonly isBroken?: true;
  /** Whether the sign at `offset` begins a comment, rather than being part of a word, a string or a value. */
  isComment(offset: number): boolean;
  /**
   * Whether the line that begins at `offset` begins a statement or a part of one: a line of comment may be put before
   * it.
   */
  beginsStatement(offset: number): boolean;
  /** The part that an offset lies in, when that part has comments of its own language. */
  inside?(offset: number): CommentPlaces | undefined;
  /**
   * Whether a line, by its first offset, is one of the part itself, rather than of what is around it. Set for parts:
   * outside of them every line begins a statement.
   */
  hasLine?(offset: number): boolean;
}

/** From the innermost part that an offset lies in to the whole text. */
export function levelsAt(places: CommentPlaces, offset: number): readonly CommentPlaces[] {
  const inner = places.inside?.(offset);
  return inner ? [...levelsAt(inner, offset), places] : [places];
}

export function innermost(places: CommentPlaces, offset: number): CommentPlaces {
  return levelsAt(places, offset)[0]!;
}

/**
 * The lines that belong together with the one at `offset`: a statement that is continued, with its strings and
 * heredocs.
 */
export function statementLines(text: string, places: CommentPlaces, offset: number): Range {
  let { start, end } = lineAround(text, offset);
  while (start > 0 && !places.beginsStatement(start)) start = lineAround(text, start - 1).start;
  while (end < text.length && !places.beginsStatement(end + 1)) end = lineAround(text, end + 1).end;
  return { start, end };
}
