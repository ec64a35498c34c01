/** Where reStructuredText can have comments: `.. ` on separate lines, outside of its code. */

import { lineAround } from '../../text/line.ts';
import { insideAnyOf } from '../../text/opaque-ranges.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { rstBlocksOf } from './rst-code.ts';

export function rstCommentPlaces(text: string): CommentPlaces {
  // All of a block belongs to the line that opens it.
  const isOpaque = insideAnyOf(
    rstBlocksOf(text).map(({ opened, lines }) => ({ start: opened, end: lines.at(-1)!.end + 1 })),
  );
  return {
    signs: ['..'],
    // Directives, targets and footnotes begin alike.
    isComment: offset => {
      const { start, end } = lineAround(text, offset);
      const isAlone = !isOpaque(offset) && text.slice(start, offset).trim() === '';
      return isAlone && !/^\.\.[ \t]+(?:[\w+-]+::|_|\[|\|)/.test(text.slice(offset, end));
    },
    beginsStatement: offset => !isOpaque(offset),
  };
}
