/** Where XML and Markdown can have comments: `<!-- -->` on separate lines, outside of code. */

import type { Range } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import { insideAnyOf } from '../text/opaque-ranges.ts';
import type { CommentPlaces } from './comment-places.ts';

/** `opaqueRanges` are parts that belong to the line before them. */
export function markupCommentPlaces(text: string, opaqueRanges: readonly Range[] = []): CommentPlaces {
  const isOpaque = insideAnyOf(opaqueRanges);
  return {
    signs: ['<!--'],
    close: ' -->',
    isComment: offset =>
      /^\uFEFF?[ \t]*$/.test(text.slice(lineAround(text, offset).start, offset)) && !isOpaque(offset),
    beginsStatement: offset => !isOpaque(offset),
  };
}
