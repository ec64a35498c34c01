/** Whether a range overlaps with any of many ranges, without comparing it with each. */
import { firstIndex } from './first-index.ts';
import type { Range } from './fragment.ts';

/** The ranges may overlap with each other. */
export function meetingAnyOf(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  // The furthest end up to each range: a long range may end after many that begin after it.
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, end));
  return ({ start, end }) => {
    const after = firstIndex(sorted.length, index => sorted[index]!.start >= end);
    return after > 0 && reach[after - 1]! > start;
  };
}
