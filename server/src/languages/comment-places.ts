/** Where a text can have comments, whatever its language. Offsets are those of the document. */

import type { Range } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';

export interface CommentPlaces {
  /** Signs that begin a comment; the first one is written. */
  readonly signs: readonly string[];
  /** What ends a comment that does not end with its line. */
  readonly close?: string;
  /**
   * The beginning of a comment line before the line that begins at `offset`; undefined if it is the beginning of that
   * line.
   */
  indentation?(offset: number): string | undefined;
  /** The text cannot be read as a whole, so nothing may be written into it. */
  readonly isBroken?: true;
  /** Whether the sign at `offset` begins a comment, rather than being part of a word, a string or a value. */
  isComment(offset: number): boolean;
  /**
   * Whether the line that begins at `offset` begins a statement or a part of one, so that a comment line may precede
   * it.
   */
  beginsStatement(offset: number): boolean;
  /** The part around an offset, if that part has comments of its own language. */
  inside?(offset: number): CommentPlaces | undefined;
  /**
   * Whether a line, given by its first offset, belongs to the part itself and not to the text around it. Set for parts;
   * outside of them every line begins a statement.
   */
  hasLine?(offset: number): boolean;
}

/** From the innermost part around an offset to the whole text. */
export function levelsAt(places: CommentPlaces, offset: number): readonly CommentPlaces[] {
  const inner = places.inside?.(offset);
  return inner ? [...levelsAt(inner, offset), places] : [places];
}

export function innermost(places: CommentPlaces, offset: number): CommentPlaces {
  return levelsAt(places, offset)[0]!;
}

/** The lines that belong together with the one at `offset`: a continued statement, with its strings and heredocs. */
export function statementLines(text: string, places: CommentPlaces, offset: number): Range {
  let { start, end } = lineAround(text, offset);
  while (start > 0 && !places.beginsStatement(start)) start = lineAround(text, start - 1).start;
  while (end < text.length && !places.beginsStatement(end + 1)) end = lineAround(text, end + 1).end;
  return { start, end };
}
