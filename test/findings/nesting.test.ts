/** Constructs that are nested, closed or not, are worked through once each, not once more for every one around them. */
import assert from 'node:assert/strict';
import { createDocument } from '../../server/src/document/document.ts';
import { check } from '../../server/src/findings/check.ts';
import { Conditions } from '../../server/src/usage/shell/conditions.ts';

/** How often the patterns of a `case` are looked at while a text is checked. */
function looksAtPatterns(text: string): number {
  const original = Conditions.prototype.armConditions;
  let looks = 0;
  Conditions.prototype.armConditions = function (...given) {
    looks++;
    return original.apply(this, given);
  };
  try {
    check(createDocument({ uri: 'file:///nested.sh', text: `#!/bin/sh\nmender commit\n${text}` }));
  } finally {
    Conditions.prototype.armConditions = original;
  }
  return looks;
}

const nested: readonly (readonly [title: string, opening: string, closing: string])[] = [
  ['case', 'case $1 in\n  a) exit 1 ;;\n  b) mender commit\n', ''],
  ['case that is closed', 'case $1 in\n  a) exit 1 ;;\n  b) mender commit\n', ';;\nesac\n'],
  ['case in a condition', 'if mender commit; then case $1 in a) exit 1 ;; b)\n', ''],
  ['case in braces', '{ case $1 in a) exit ;; b) mender commit\n', ';; esac; }\n'],
];

describe('what is nested costs as much as its text is long', () => {
  for (const [title, opening, closing] of nested) {
    it(title, () => {
      const looks = (depth: number) => looksAtPatterns(opening.repeat(depth) + closing.repeat(depth));
      const [few, many] = [looks(20), looks(80)];
      assert.ok(few >= 20 && many <= 4 * few + 4, `${few} looks at 20 levels, ${many} at 80`);
    });
  }
});
