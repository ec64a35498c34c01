/** Markdown. */

import type { Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { defineLanguage } from '../language.ts';
import { markupCommentPlaces } from '../markup-comments.ts';
import type { CodeBlock } from './code-block.ts';
import { markdownParts } from './markdown.ts';
import { codeBlocksOf } from './markdown-code.ts';

export const markdown = defineLanguage({
  name: 'markdown',
  optIn: 'markdown',
  files: [
    {
      // Change logs report the past.
      pattern:
        /^(?!.*(?:changelog|release[-_]?notes|(?:^|\/)(?:changes|history|news)[^/]*$)).*\.(?:md|markdown|mkdn?|mdown)$/i,
      names: ['README.md', 'setup.markdown'],
      why: 'Markdown by its extension',
    },
    {
      pattern: /(?:^|\/)(?:readme|install)(?:\.txt)?$/i,
      names: ['README', 'readme.txt', 'INSTALL.txt'],
      why: 'text for readers by its name',
    },
    { pattern: /\.dox$/, names: ['setup.dox'], why: 'pages of Doxygen by their extension' },
  ],
  editorIds: ['markdown'],
  parts: markdownParts,
  comments: (_, text) => markdownCommentPlaces(text),
  // A front matter.
  head: /^(?:---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*---[ \t]*\r?\n)?/,
  example: '```sh\nmender commit\n```\n',
});

/** Where Markdown can have comments: `<!-- -->` on separate lines, outside of its code. */
function markdownCommentPlaces(text: string): CommentPlaces {
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
