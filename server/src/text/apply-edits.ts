/** Applies edits to a text. */
import { firstIndex } from './first-index.ts';
import type { Edit } from './fragment.ts';

/** Edits in any order; undefined when two of them overlap. Two insertions at one place stay in their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, newText } of sorted) {
    if (start < at) return undefined;
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

/** The groups of edits that can be made together: taken in the order given, each whole or not at all. */
export function compatible<Group extends { readonly edits: readonly Edit[] }>(groups: readonly Group[]): Group[] {
  /** In the order of the text. */
  const taken: Edit[] = [];
  return groups.filter(({ edits }) => {
    if (edits.some(edit => meets(taken, edit))) return false;
    for (const edit of edits) taken.splice(firstFrom(taken, edit), 0, edit);
    return true;
  });
}

/** Taken edits do not overlap each other, so a new one can only meet its neighbours. */
function meets(taken: readonly Edit[], edit: Edit): boolean {
  const next = firstFrom(taken, edit);
  return taken.slice(Math.max(0, next - 1), next + 2).some(other => overlap(edit, other));
}

/** Index of the first edit that is not before another one; an insertion is before what it is inserted at. */
function firstFrom(taken: readonly Edit[], { start, end }: Edit): number {
  return firstIndex(taken.length, index => {
    const other = taken[index]!;
    return other.start > start || (other.start === start && other.end >= end);
  });
}

/** Ranges that share a character, or an insertion inside the other range or at the same place. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  if (a.start === a.end) return a.start > b.start && a.start < b.end;
  if (b.start === b.end) return b.start > a.start && b.start < a.end;
  return a.start < b.end && b.start < a.end;
}
