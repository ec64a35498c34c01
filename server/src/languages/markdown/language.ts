/** Markdown. */

import { defineLanguage } from '../language.ts';
import { markdownParts } from './markdown.ts';
import { markdownCommentPlaces } from './markdown-comments.ts';

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
