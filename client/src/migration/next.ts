/**
 * The next finding to look at: the one that follows in the tree and needs a review, starting again after the last one.
 */
import type { Finding } from './finding.ts';
import { inOrder, type Leaf, type Node } from './tree.ts';

/** The user's place in an editor. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

/** A finding that was opened, its place in the tree at that time, and where the editor was afterwards. */
export interface Opened {
  readonly finding: Finding;
  readonly index: number;
  readonly at: Place;
}

export function nextToReview(
  tree: readonly Node[],
  last: Opened | undefined,
  at: Place | undefined,
): { readonly leaf: Leaf; readonly index: number } | undefined {
  const leaves = inOrder(tree);
  const from = indexFrom(leaves, last, at);
  for (let step = 1; step <= leaves.length; step++) {
    const index = (from + step) % leaves.length;
    const leaf = leaves[index]!;
    if (leaf.finding.todo !== 'safe') return { leaf, index };
  }
  return undefined;
}

/** The index of the current finding: the one opened last, or one on the line where the user has gone since. */
function indexFrom(leaves: readonly Leaf[], last: Opened | undefined, at: Place | undefined): number {
  const isAt = ({ uri, range }: Finding) => uri === at?.uri && range.start.line === at.line;
  const hasLeft = !last || (at !== undefined && (at.uri !== last.at.uri || at.line !== last.at.line));
  const here = hasLeft ? leaves.findIndex(({ finding }) => isAt(finding)) : -1;
  if (here >= 0 || !last) return here;
  const opened = leaves.findIndex(({ finding }) => finding.id === last.finding.id);
  // It is fixed: the finding after it is now at its index.
  return opened >= 0 ? opened : Math.min(last.index, leaves.length) - 1;
}
