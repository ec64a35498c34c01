/**
 * Where a command stands among branches: `if` and its arms, `&&` and `||`, `case`, a list of statements. A linked list
 * from the inside out, shared by all commands of a branch.
 */
import type { ListPlace } from '../languages/embedded.ts';
import type { Script } from './script.ts';

export interface BranchContext {
  readonly outer: BranchContext | undefined;
  /** The same object for all frames of one construct. */
  readonly node: object;
  readonly kind: 'if' | 'loop' | 'chain' | 'case' | 'list' | 'function';
  /** Which part of the construct: conditions and arms counted in the order of the text, from 0. */
  readonly branch: number;
  /** The part is one that decides which other part runs. */
  readonly condition: boolean;
  /** Nothing comes of a no: `|| true` follows. */
  readonly ignored?: boolean;
  /** Where the part starts, for statements of a script and what is in them: an offset of the document. */
  readonly at?: number;
  /** The script that the statement belongs to, for those that are in no other one. */
  readonly script?: Script;
}

export function* branchContextsOf(branchContext: BranchContext | undefined): Generator<BranchContext> {
  for (let at = branchContext; at; at = at.outer) yield at;
}

/** What the same file, or function, does for the other generation stands for another device. */
export function deviceContext({ list, index }: ListPlace): BranchContext {
  return { outer: undefined, node: list, kind: 'if', branch: index, condition: false };
}

export function isInFunction(branchContext: BranchContext | undefined): boolean {
  return [...branchContextsOf(branchContext)].some(({ kind }) => kind === 'function');
}
