/** reStructuredText. */

import { defineLanguage } from '../language.ts';
import { rstParts } from '../markdown/markdown.ts';
import { rstCommentPlaces } from './rst-comments.ts';

export const rst = defineLanguage({
  name: 'rst',
  optIn: 'markdown',
  files: [
    {
      pattern: /^(?!.*(?:changelog|release[-_]?notes|(?:^|\/)(?:changes|history|news)[^/]*$)).*\.(?:rst|rest)$/i,
      names: ['README.rst', 'setup.rest'],
      why: 'reStructuredText by its extension',
    },
  ],
  editorIds: ['restructuredtext'],
  parts: rstParts,
  comments: (_, text) => rstCommentPlaces(text),
  example: '.. code-block:: sh\n\n   mender commit\n',
});
