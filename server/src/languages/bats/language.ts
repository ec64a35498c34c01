/** Tests of bats. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { batsParts } from './bats.ts';

export const bats = defineLanguage({
  name: 'bats',
  files: [{ pattern: /\.bats$/, names: ['test.bats'], why: 'tests of bats by their extension' }],
  interpreters: {
    programs: ['bats'],
    why: 'tests of bats by their first line',
    sample: { names: ['agent-tests'], beginning: '#!/usr/bin/env bats\n' },
  },
  parts: batsParts,
  comments: // All of it is a script, which knows better.
    lineComments({ before: /^[ \t]*$/, lines: undefined }),
  example: '@test "commits" {\n  mender commit\n}\n',
});
