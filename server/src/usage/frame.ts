/**
 * Where a command stands among branches: `if` and its arms, `&&` and `||`, `case`, a list of statements. A linked list
 * from the inside out, shared by all commands of a branch. Says nothing about what the conditions mean.
 */
export interface Frame {
  readonly outer: Frame | undefined;
  /** The same object for all frames of one construct. */
  readonly construct: object;
  readonly kind: 'if' | 'loop' | 'chain' | 'case' | 'list' | 'function';
  /** Which part of the construct: conditions and arms counted in the order of the text, from 0. */
  readonly arm: number;
  /** The part is one that decides which other part runs. */
  readonly condition: boolean;
  /** For `list`: the statement leaves the script, function or loop when it runs to its end. */
  readonly leaves?: boolean;
}

export function* framesOf(frame: Frame | undefined): Generator<Frame> {
  for (let at = frame; at; at = at.outer) yield at;
}
