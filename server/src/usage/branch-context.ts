/**
 * Where a command is among branches: `if` and its branches, `&&` and `||`, `case`, a list of statements. A linked list
 * from the inside out, shared by all commands of a branch.
 */
import type { ListPlace } from '../languages/embedded.ts';
import type { Script } from './script.ts';

export interface BranchContext {
  readonly outer: BranchContext | undefined;
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

export function* branchContextsOf(branchContext: BranchContext | undefined): Generator<BranchContext> {
  for (let at = branchContext; at; at = at.outer) yield at;
}

/** A file, or function, that names each client in one of several parts handles each device in one of them. */
export function deviceContext({ list, index }: ListPlace): BranchContext {
  return { outer: undefined, node: list, kind: 'if', branch: index, condition: false };
}

export function isInFunction(branchContext: BranchContext | undefined): boolean {
  return [...branchContextsOf(branchContext)].some(({ kind }) => kind === 'function');
}
