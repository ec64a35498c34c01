/** Where programs can bear comments: between their tokens. */
import type { Range } from '../text/fragment.ts';
import { insideAnyOf } from '../text/opaque-ranges.ts';
import type { CommentPlaces } from './comment-places.ts';

export function betweenTokens(text: string, tokens: readonly Range[], sign: string): CommentPlaces {
  const isOpaque = insideAnyOf(tokens);
  return {
    signs: [sign],
    isComment: offset => !isOpaque(offset),
    beginsStatement: offset =>
      offset === 0 ||
      !((isOpaque(offset) && isOpaque(offset - 1)) || /\\\r?\n$/.test(text.slice(Math.max(0, offset - 3), offset))),
  };
}
