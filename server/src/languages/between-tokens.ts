/** Where programs can have comments: between their tokens. */
import type { Range } from '../text/fragment.ts';
import { insideAnyOf } from '../text/opaque-ranges.ts';
import type { CommentPlaces } from './comment-places.ts';

export function betweenTokens(text: string, tokens: readonly Range[], sign: string): CommentPlaces {
  const isOpaque = insideAnyOf(tokens);
  return {
    signs: [sign],
    isComment: offset => !isOpaque(offset),
    beginsStatement: offset => beginsStatement(text, offset, isOpaque),
  };
}

/** Whether the line that begins at `offset` continues nothing of the line before it. */
export function beginsStatement(text: string, offset: number, isOpaque: (offset: number) => boolean): boolean {
  if (offset === 0) return true;
  const isContinued = /\\\r?\n$/.test(text.slice(Math.max(0, offset - 3), offset));
  return !((isOpaque(offset) && isOpaque(offset - 1)) || isContinued);
}
