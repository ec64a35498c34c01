/** Tests of bats(7): a shell script except for the lines that begin a test, `@test "what is tried" {`. */

import type { Fragment } from '../../text/fragment.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const bats = defineLanguage({
  name: 'bats',
  files: [{ pattern: /\.bats$/, names: ['test.bats'], why: 'tests of bats by their extension' }],
  interpreters: {
    programs: ['bats'],
    why: 'tests of bats by their first line',
    sample: { names: ['agent-tests'], beginning: '#!/usr/bin/env bats\n' },
  },
  parts: batsParts,
  comments: // The whole file is a script, and the script knows better.
    lineComments({ before: /^[ \t]*$/, lines: undefined }),
  example: '@test "commits" {\n  mender commit\n}\n',
});

const testHead = /^[ \t]*@test\b.*(?=\{[ \t]*\r?$)/gm;

/** The body of a test is a group of commands. */
function batsParts(source: Fragment): readonly Embedded[] {
  const text = source.text.replace(testHead, head => ' '.repeat(head.length));
  return [{ kind: 'script', source: { ...source, text } }];
}
