/** How two uses in one file stand to one another: in branches of one decision, or on one path. */
import { type BranchContext, branchContextsOf } from '../../usage/branch-context.ts';

interface Shared {
  /** The innermost construct that both are in, and the part of it that each is in. */
  readonly left: BranchContext;
  readonly right: BranchContext;
  /** The frames of the second one inside that part, from the inside out. */
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

/** Whether a part of these constructs runs whenever what is around it does, whatever any test says. */
export function isUnconditional(branchContexts: readonly BranchContext[]): boolean {
  return branchContexts.every(({ kind, branch: arm, condition }) => {
    switch (kind) {
      case 'list':
        return true;
      case 'if':
      case 'loop':
      case 'chain':
        return condition && arm === 0;
      default:
        return false;
    }
  });
}

/** Tasks or functions for different devices, as far as a file says that in no script. */
export function areDevices(branchContext: BranchContext | undefined, other: BranchContext | undefined): boolean {
  const shared = sharedBy(branchContext, other);
  return shared?.left.kind === 'if' && shared.left.outer === undefined && shared.left.branch !== shared.right.branch;
}

/** It is one of those. */
export function isForDevice(branchContext: BranchContext | undefined): boolean {
  return [...branchContextsOf(branchContext)].at(-1)?.kind === 'if';
}

/** Two questions, of which one is asked when the other has said no. */
export function isNextTo(branchContext: BranchContext | undefined, other: BranchContext | undefined): boolean {
  const asked = [...branchContextsOf(other)].find(({ kind }) => kind !== 'list');
  if (!asked || (asked !== other && asked.kind === 'chain')) return false;
  if (asked.kind !== 'chain' && (asked.kind !== 'if' || !asked.condition)) return false;
  for (const { node: construct, kind, condition } of branchContextsOf(branchContext))
    if (construct === asked.node) return kind === 'chain' || condition;
  return false;
}
