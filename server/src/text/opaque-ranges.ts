/** Stretches of a text in which neither a comment sign nor a line end means anything. */
import type { Range } from './fragment.ts';

/** Whether an offset is in one of them. They do not overlap, unless they begin at the same place. */
export function insideAnyOf(ranges: readonly Range[]): (offset: number) => boolean {
  const opaqueRanges = ranges.toSorted((a, b) => a.start - b.start);
  return offset => {
    let low = 0;
    let high = opaqueRanges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (opaqueRanges[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < opaqueRanges[low - 1]!.end;
  };
}
