/** Where Markdown can have comments: `<!-- -->` on separate lines, outside of its code. */

import type { Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { markupCommentPlaces } from '../markup-comments.ts';
import type { CodeBlock } from './code-block.ts';
import { codeBlocksOf } from './markdown-code.ts';

export function markdownCommentPlaces(text: string): CommentPlaces {
  const blocks = codeBlocksOf(text);
  const indented = new Map(blocks.flatMap(block => (block.fenced ? [] : [[firstLine(text, block), block.prefix]])));
  return {
    ...markupCommentPlaces(
      text,
      blocks.flatMap(block => opaqueLines(text, block)),
    ),
    // With the indentation of the code, the comment would be code.
    indentation: offset => indented.get(offset)?.replace(/(?: {4}| {0,3}\t)$/, ''),
  };
}

function firstLine(text: string, { lines: [first] }: CodeBlock): number {
  return lineAround(text, first!.start).start;
}

/** All of a block belongs to the line that opens it, even if that is a line of the code. */
function opaqueLines(text: string, { fenced, lines }: CodeBlock): readonly Range[] {
  const first = lines[fenced ? 0 : 1];
  return first ? [{ start: lineAround(text, first.start).start, end: lines.at(-1)!.end + 1 }] : [];
}
