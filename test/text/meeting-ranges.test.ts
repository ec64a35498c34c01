/** Whether a range has characters in common with others: as if each of them were looked at. */
import assert from 'node:assert/strict';
import { meetingAnyOf } from '../../server/src/text/meeting-ranges.ts';

const sets: readonly (readonly (readonly [start: number, end: number])[])[] = [
  [],
  [[2, 4]],
  // A long one goes on beyond those that begin after it.
  [
    [5, 6],
    [0, 9],
    [2, 3],
  ],
  [
    [1, 2],
    [4, 4],
    [6, 8],
  ],
];

describe('ranges that have characters in common with others', () => {
  for (const set of sets)
    it(JSON.stringify(set), () => {
      const meets = meetingAnyOf(set.map(([start, end]) => ({ start, end })));
      for (let start = 0; start < 10; start++)
        for (let end = start; end < 11; end++) {
          const isMet = set.some(([from, to]) => start < to && from < end);
          assert.equal(meets({ start, end }), isMet, `${start} to ${end}`);
        }
    });
});
