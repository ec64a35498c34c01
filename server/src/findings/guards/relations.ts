/** How two uses in one file relate to one another: in branches of one decision, or on one path. */
import { type BranchContext, branchContextsOf } from '../../usage/branch-context.ts';
import type { Ternary } from './ternary.ts';

interface Shared {
  /** The innermost node that both are in, and the part of it that each is in. */
  readonly left: BranchContext;
  readonly right: BranchContext;
  /** The branch contexts of the second one inside that part, from the inside out. */
  readonly inside: readonly BranchContext[];
}

export function sharedBy(left: BranchContext | undefined, right: BranchContext | undefined): Shared | undefined {
  const byConstruct = new Map<object, BranchContext>();
  for (const branchContext of branchContextsOf(left))
    if (!byConstruct.has(branchContext.node)) byConstruct.set(branchContext.node, branchContext);
  const inside: BranchContext[] = [];
  for (const branchContext of branchContextsOf(right)) {
    const found = byConstruct.get(branchContext.node);
    if (found) return { left: found, right: branchContext, inside };
    inside.push(branchContext);
  }
  return undefined;
}

/** Whether a part of these nodes runs whenever the code around it does, whatever any test says. */
function isUnconditional(branchContexts: readonly BranchContext[]): boolean {
  return branchContexts.every(({ kind, branch, condition }) => {
    switch (kind) {
      case 'list':
        return true;
      case 'if':
      case 'loop':
      case 'chain':
        return condition && branch === 0;
      default:
        return false;
    }
  });
}

/** Whether the first one, which runs as `runs` says, does so whenever the code around both does. */
export function isOnPath(use: Placed, other: Placed, runs: Ternary): boolean {
  const shared = sharedBy(other.branchContext, use.branchContext);
  if (shared?.left.kind === 'chain') return runs.value === true;
  if (shared?.left.kind !== 'list') return false;
  return runs.value === true || isUnconditional(shared.inside);
}

interface Placed {
  readonly branchContext: BranchContext | undefined;
}

/** Tasks or functions for different devices, as far as a file says so outside of scripts. */
export function areDevices(branchContext: BranchContext | undefined, other: BranchContext | undefined): boolean {
  const shared = sharedBy(branchContext, other);
  return shared?.left.kind === 'if' && shared.left.outer === undefined && shared.left.branch !== shared.right.branch;
}

/** Whether it is one of those. */
export function isForDevice(branchContext: BranchContext | undefined): boolean {
  return [...branchContextsOf(branchContext)].at(-1)?.kind === 'if';
}

/** Two probes, of which one runs when the other has failed. */
export function isNextTo(branchContext: BranchContext | undefined, other: BranchContext | undefined): boolean {
  const context = [...branchContextsOf(other)].find(({ kind }) => kind !== 'list');
  if (!context || (context !== other && context.kind === 'chain')) return false;
  if (context.kind !== 'chain' && (context.kind !== 'if' || !context.condition)) return false;
  for (const { node: construct, kind, condition } of branchContextsOf(branchContext))
    if (construct === context.node) return kind === 'chain' || condition;
  return false;
}

/** Its failure has no effect: `|| true` follows, or the like. */
export function isFailureIgnored(branchContext: BranchContext | undefined): boolean {
  for (const { kind, ignored } of branchContextsOf(branchContext)) {
    if (ignored) return true;
    if (kind !== 'list') return false;
  }
  return false;
}

/**
 * Two statements of one list, with nothing but `|| true` and the like around each, and at most `most - 1` between them.
 */
export function areNeighbours(
  branchContext: BranchContext | undefined,
  other: BranchContext | undefined,
  most: number,
): boolean {
  const [there, back] = [sharedBy(branchContext, other), sharedBy(other, branchContext)];
  if (there?.left.kind !== 'list' || !back || Math.abs(there.left.branch - there.right.branch) > most) return false;
  return there.left.branch !== there.right.branch && isUnconditional(there.inside) && isUnconditional(back.inside);
}
