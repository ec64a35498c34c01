/** Tables of Markdown: a bar ends a cell only where one is meant. */
import assert from 'node:assert/strict';
import { code, table } from '../../server/src/report/markdown-text.ts';

describe('a table of Markdown', () => {
  const cells: readonly (readonly [what: string, cell: string, written: string])[] = [
    ['a bar', 'a|b', 'a\\|b'],
    ['a bar in code', code('a|b'), '`a\\|b`'],
    ['a bar behind a backslash in code', code('a\\|b'), '`a\\x7cb`'],
    ['a bar that is escaped', 'a\\|b', 'a\\|b'],
  ];
  for (const [what, cell, written] of cells)
    it(`keeps ${what} in its cell`, () =>
      assert.deepEqual(table(['Name'], [[cell]]), ['| Name |', '| --- |', `| ${written} |`, '']));

  it('is not there without rows', () => assert.deepEqual(table(['Name'], []), []));
});
