/** Stretches of a text in which neither the sign of a comment nor the end of a line means anything. */
import type { Range } from './fragment.ts';

/** Tells whether an offset is in one of them. They do not overlap, or those that do begin alike. */
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
