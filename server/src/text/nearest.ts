/** Of items that repeat, those nearest to a place, so that not each of many is compared with each. */

import { firstIndex } from './first-index.ts';
import { MOST_NEAREST } from './limits.ts';
/** `items` in the order of their places. Without a place, the first ones. */
export function nearest<Item extends { readonly at?: number }>(
  items: readonly Item[],
  at: number | undefined,
  most = MOST_NEAREST,
): readonly Item[] {
  if (items.length <= 2 * most) return items;
  const middle = at === undefined ? 0 : firstIndex(items.length, index => (items[index]!.at ?? 0) >= at);
  const start = Math.min(Math.max(0, middle - most), items.length - 2 * most);
  return items.slice(start, start + 2 * most);
}

export function inOrder<Item extends { readonly at?: number }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0));
}
