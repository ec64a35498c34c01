/**
 * Where a command stands among branches: `if` and its arms, `&&` and `||`, `case`, a list of statements. A linked list
 * from the inside out, shared by all commands of a branch.
 */
import type { ListPlace } from '../syntax/carried.ts';
import type { Script } from './script.ts';

export interface Frame {
  readonly outer: Frame | undefined;
  /** The same object for all frames of one construct. */
  readonly construct: object;
  readonly kind: 'if' | 'loop' | 'chain' | 'case' | 'list' | 'function';
  /** Which part of the construct: conditions and arms counted in the order of the text, from 0. */
  readonly arm: number;
  /** The part is one that decides which other part runs. */
  readonly condition: boolean;
  /** Nothing comes of a no: `|| true` follows. */
  readonly ignored?: boolean;
  /** Where the part starts, for statements of a script and what is in them: an offset of the document. */
  readonly at?: number;
  /** The script that the statement belongs to, for those that are in no other one. */
  readonly script?: Script;
}

export function* framesOf(frame: Frame | undefined): Generator<Frame> {
  for (let at = frame; at; at = at.outer) yield at;
}

/** What the same file, or function, does for the other generation stands for another device. */
export function deviceFrame({ list, index }: ListPlace): Frame {
  return { outer: undefined, construct: list, kind: 'if', arm: index, condition: false };
}

export function isInFunction(frame: Frame | undefined): boolean {
  return [...framesOf(frame)].some(({ kind }) => kind === 'function');
}
