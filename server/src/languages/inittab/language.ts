/** Tables of init. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { inittabParts } from './inittab.ts';

export const inittab = defineLanguage({
  name: 'inittab',
  files: [
    {
      pattern: /(?:^|\/)inittab$/,
      names: ['etc/inittab'],
      why: 'table of init by its name',
    },
  ],
  parts: inittabParts,
  comments: lineComments({ before: /^[ \t]*$/, lines: undefined }),
  example: '::once:mender commit\n',
});
