/** Makefiles. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { makefileParts } from './makefile.ts';

export const makefile = defineLanguage({
  name: 'makefile',
  files: [
    {
      pattern: /(?:^|\/)(?:(?:GNUm|M|m)akefile(?:\.[^/]+)?|[^/]+\.mk|debian\/rules)$/,
      names: ['Makefile', 'GNUmakefile', 'package.mk', 'debian/rules'],
      why: 'makefile by its name',
    },
  ],
  runBy: ['make'],
  editorIds: ['makefile'],
  parts: makefileParts,
  comments: // GNU make, "What Makefiles Contain"; after a tab it is the shell's.
    lineComments({ before: /^(?!\t)(?:.*[ \t])?$/, lines: {}, atMargin: true }),
  example: 'all:\n\tmender commit\n',
});
