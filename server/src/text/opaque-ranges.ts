/** Stretches of a text in which neither a comment sign nor a line end means anything. */
import { firstIndex } from './first-index.ts';
import type { Range } from './fragment.ts';

/** Whether an offset is in one of them. They do not overlap, unless they begin at the same place. */
export function insideAnyOf(ranges: readonly Range[]): (offset: number) => boolean {
  const opaqueRanges = ranges.toSorted((a, b) => a.start - b.start);
  return offset => {
    const after = firstIndex(opaqueRanges.length, index => opaqueRanges[index]!.start > offset);
    return after > 0 && offset < opaqueRanges[after - 1]!.end;
  };
}
