/** Where XML and Markdown can bear comments: `<!-- -->` on lines of their own, outside of code. */
import type { CommentPlaces } from './comment-places.ts';
import type { Range } from './fragment.ts';
import { lineAround } from './line.ts';
import { sortedSolids } from './solids.ts';

/** `solids` are parts that belong to the line before them. */
export function markupCommentPlaces(text: string, solids: readonly Range[] = []): CommentPlaces {
  const isSolid = sortedSolids(solids);
  return {
    signs: ['<!--'],
    close: ' -->',
    isComment: offset => /^\uFEFF?[ \t]*$/.test(text.slice(lineAround(text, offset).start, offset)) && !isSolid(offset),
    beginsStatement: offset => !isSolid(offset),
  };
}
