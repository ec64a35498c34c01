/** Scripts of execline. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { execlineParts } from './execline.ts';

export const execline = defineLanguage({
  name: 'execline',
  interpreters: {
    programs: ['execlineb'],
    why: 'script of execline by its first line',
    sample: { names: ['run'], beginning: '#!/usr/bin/execlineb -P\n' },
  },
  parts: execlineParts,
  comments: lineComments({ before: /^[ \t]*$/, lines: undefined }),
  example: 's6-setuidgid root\nmender commit\n',
});
