/** Whole lines as the command line shows them; positions themselves come from the library. */
import assert from 'node:assert/strict';
import { linesOf, rangeOfLines } from '../../server/src/text/lines.ts';

describe('the range of lines', () => {
  const cases: readonly (readonly [what: string, text: string, lines: readonly [number, number?], expected: string])[] =
    [
      ['has no LF', 'a\nb\nc', [1], 'b'],
      ['has no CRLF', 'a\r\nbc\r\n', [1], 'bc'],
      ['has no CR', 'a\rb\rc', [0], 'a'],
      ['has the line ends between them', 'a\nb\r\nc\nd', [0, 2], 'a\nb\r\nc'],
      ['ends with the text', 'a\nb', [1], 'b'],
      ['is empty after the last line end', 'a\n', [1], ''],
      ['is empty past the end', 'a\n', [7], ''],
    ];
  for (const [what, text, [first, last], expected] of cases)
    it(what, () => {
      const { start, end } = rangeOfLines(linesOf(text), first, last);
      assert.equal(text.slice(start, end), expected);
    });
});
