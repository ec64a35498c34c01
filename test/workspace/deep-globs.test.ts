/** Globs with several `**`: they match what git matches, and the time does not depend on their number. */
import assert from 'node:assert/strict';
import ignore from 'ignore';
import { rulesOf } from '../../server/src/workspace/path-rules.ts';

/** Patterns in order, ignored paths, and other paths. */
const table: readonly (readonly [patterns: readonly string[], ignored: string, others: string])[] = [
  [['**/a/**/b/**/c'], 'a/b/c a/x/b/y/c x/a/b/x/x/c x/a/b/c/d a/b/c/', 'a/b a/c b/c x/b/a/c a/b/xc'],
  [['a/**/b/**/c/**'], 'a/b/c/d a/x/b/x/c/x/d a/b/c/d/', 'a/b/c x/a/b/c/d a/b/c/'],
  [['**/*a/**/*a/**/*b/'], 'xa/xa/xb/ xa/xa/xb/z xa/y/xa/y/xb/z', 'xa/xa/xb xa/xb/z xa/xa/xa'],
  [['/**/a/**/b/**/c.sh'], 'a/b/c.sh x/a/x/b/x/c.sh', 'a/c.sh b/a/c.sh'],
  [['**/a_b/**/[cd]/**/e?'], 'a_b/c/ef x/a_b/d/x/eg', 'a_b/e/ef a/c/ef a_b/c/e'],
  [['**/x/**/y/**/z', '!x/y/k/z'], 'x/y/z x/y/l/z', 'x/y/k/z'],
  [['*.sh', '!**/a/**/b/**/c.sh'], 'x.sh a/c.sh', 'y/z/a/b/c.sh a/b/x/c.sh'],
];

describe('a pattern with several `**`', () => {
  for (const [patterns, ignored, others] of table)
    it(JSON.stringify(patterns), () => {
      const rules = rulesOf(patterns);
      const other = ignore({ ignorecase: false }).add(patterns);
      for (const [paths, expected] of [[ignored, true] as const, [others, false] as const])
        for (const path of paths.split(' ')) {
          assert.equal(rules.ignores(path), expected, path);
          assert.equal(other.ignores(path), expected, `${path} by the package`);
        }
    });

  it('takes no longer with one more', () => {
    for (const times of [3, 30]) {
      const rules = rulesOf(`${'**/*a/'.repeat(times)}*b`);
      assert.equal(rules.ignores(`${'xa/'.repeat(1500)}z`), false);
    }
  });
});
