/** Tests of bats(7): a shell script, but for the lines that begin a test, `@test "what is tried" {`. */

import type { Fragment } from '../../text/fragment.ts';
import type { Embedded } from '../embedded.ts';

const testHead = /^[ \t]*@test\b.*(?=\{[ \t]*\r?$)/gm;

/** The body of a test is a group of commands. */
export function batsParts(source: Fragment): readonly Embedded[] {
  const text = source.text.replace(testHead, head => ' '.repeat(head.length));
  return [{ kind: 'script', source: { ...source, text } }];
}
