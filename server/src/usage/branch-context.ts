/**
 * Where a command is among branches: `if` and its branches, `&&` and `||`, `case`, a list of statements. Created once,
 * with the list of all that are around it, and shared by all commands of a branch.
 */
import type { ListPlace } from '../languages/embedded.ts';
import type { Script } from './script.ts';

export interface BranchContext extends Branch {
  readonly outer: BranchContext | undefined;
  /** This one and all that are around it, from the inside out. */
  readonly outward: readonly BranchContext[];
}

/** A part of a node, before the context of the node is known. */
export interface Branch {
  /** The same object for all contexts of one node. */
  readonly node: object;
  readonly kind: 'if' | 'loop' | 'chain' | 'case' | 'list' | 'function';
  /** Which part of the node: conditions and branches are counted in the order of the text, from 0. */
  readonly branch: number;
  /** The part decides which other part runs. */
  readonly condition: boolean;
  /** A failure has no effect: `|| true` follows. */
  readonly ignored?: boolean;
  /** Where the part starts, for statements of a script and their contents: an offset of the document. */
  readonly at?: number;
  /** The script that the statement belongs to, for statements that are in no other one. */
  readonly script?: Script;
}

export function branchIn(outer: BranchContext | undefined, branch: Branch): BranchContext {
  const outward: BranchContext[] = [];
  const branchContext = { ...branch, outer, outward };
  outward.push(branchContext, ...(outer?.outward ?? []));
  return branchContext;
}

/** A file, or function, that names each client in one of several parts handles each device in one of them. */
export function deviceContext({ list, index }: ListPlace): BranchContext {
  return branchIn(undefined, { node: list, kind: 'if', branch: index, condition: false });
}

export function isInFunction(branchContext: BranchContext | undefined): boolean {
  return branchContext?.outward.some(({ kind }) => kind === 'function') === true;
}
