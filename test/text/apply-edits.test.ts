/** Which edits can be made together. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, compatible } from '../../server/src/text/apply-edits.ts';

const edit = (start: number, end: number, newText = 'x') => ({ start, end, newText });

describe('groups of edits', () => {
  for (const [name, groups, wanted] of [
    ['apart', [[edit(0, 2)], [edit(2, 4)]], [0, 1]],
    ['over each other', [[edit(0, 3)], [edit(2, 4)]], [0]],
    ['inside each other', [[edit(0, 9)], [edit(2, 4)], [edit(3, 3)]], [0]],
    ['around each other', [[edit(2, 4)], [edit(3, 3)], [edit(0, 9)]], [0]],
    ['inserted at one place', [[edit(2, 2)], [edit(2, 2)], [edit(2, 4)]], [0, 2]],
    ['inserted where another begins', [[edit(2, 4)], [edit(2, 2)], [edit(4, 4)], [edit(2, 2)]], [0, 1, 2]],
    ['partly in the way', [[edit(5, 6)], [edit(0, 1), edit(5, 7)], [edit(0, 1)]], [0, 2]],
  ] as const) {
    it(name, () => {
      const all = groups.map((edits, index) => ({ edits, index }));
      assert.deepEqual(
        compatible(all).map(({ index }) => index),
        wanted,
      );
    });
  }

  const range = fc
    .tuple(fc.nat(20), fc.nat(3))
    .map(([start, length]) => edit(start, start + length, length === 0 ? '+' : ''));

  it('that are taken can be applied, and those left out overlap one of them', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 20 }), edits => {
        const groups = edits.map(one => ({ edits: [one] }));
        const taken = compatible(groups);
        const together = (more: readonly { edits: readonly { start: number; end: number; newText: string }[] }[]) =>
          more.flatMap(group => group.edits);
        assert.notEqual(applyEdits('.'.repeat(30), together(taken)), undefined);
        for (const left of groups.filter(group => !taken.includes(group))) {
          const [one] = left.edits;
          const isTwin = taken.some(({ edits: [other] }) => other!.start === one!.start && other!.end === one!.end);
          assert.ok(isTwin || applyEdits('.'.repeat(30), together([...taken, left])) === undefined);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
