/** Tables and sentences of Markdown: a bar ends a cell only where intended, and a sentence stays one. */
import assert from 'node:assert/strict';
import { code, prose, table } from '../../server/src/report/markdown-text.ts';

describe('a table of Markdown', () => {
  const cells: readonly (readonly [what: string, cell: string, written: string])[] = [
    ['a bar', 'a|b', 'a\\|b'],
    ['a bar in code', code('a|b'), '`a\\|b`'],
    ['a bar after a backslash in code', code('a\\|b'), '`a\\x7cb`'],
    ['a bar that is escaped', 'a\\|b', 'a\\|b'],
  ];
  for (const [what, cell, written] of cells)
    it(`keeps ${what} in its cell`, () =>
      assert.deepEqual(table(['Name'], [[cell]]), ['| Name |', '| --- |', `| ${written} |`, '']));

  it('is omitted without rows', () => assert.deepEqual(table(['Name'], []), []));
});

describe('a sentence in Markdown', () => {
  const sentences: readonly (readonly [text: string, written?: string])[] = [
    ['2 findings (1 error) in 1 file: 1 with a safe fix, 0 to review; +1 - 2 = 50 %!'],
    ['`a.sh`: not there'],
    ['a *b* _c_ [d](e) <f> ~g~ h|i', 'a \\*b\\* \\_c\\_ \\[d\\](e) \\<f\\> \\~g\\~ h\\|i'],
    ['see https://a.example and WWW.b.example', 'see https\\://a.example and WWW\\.b.example'],
    ['to @all and a@b.example', 'to @<!-- -->all and a@<!-- -->b.example'],
    ['#1 !2 &3 %4 $x$ :tada: &amp;', '\\#1 \\!2 \\&3 \\%4 \\$x$ \\:tada: \\&amp;'],
    ['/close', '\\/close'],
    [': a', '\\: a'],
    ['# a', '\\# a'],
    ['1. a', '1\\. a'],
    ['- a', '\\- a'],
  ];
  for (const [text, written = text] of sentences)
    it(`is ${JSON.stringify(written)}`, () => assert.equal(prose(text), written));
});
