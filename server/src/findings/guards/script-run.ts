/** One evaluation of a script, as the files for its statements see it. */
import type { Part, Step } from '../../usage/script.ts';
import type { Environment } from './environment.ts';
import type { Evaluation } from './evaluation.ts';
import type { Enclosing, Outcome } from './outcome.ts';
import type { ReadLine } from './read-line.ts';
import type { Ternary } from './ternary.ts';
import type { Installed, Value } from './values.ts';

export interface ScriptRun {
  readonly evaluation: Evaluation;
  readonly installed: Installed;
  /** A script has replaced the old program. */
  readonly isWrapped: boolean;
  /** Names of all variables that the script sets anywhere. */
  readonly assigned: ReadonlySet<string>;
  readonly functions: ReadonlyMap<string, Part>;
  readonly enclosing: readonly Enclosing[];
  /** The simple commands that have been reached. */
  readonly lines: Map<Step, ReadLine>;
  /** The status of the substitution that was evaluated last. */
  lastStatus: Ternary;
  /** Set in a loop over names of both clients. */
  round: object | undefined;
  /** The part being evaluated follows a `!`. */
  negated: boolean;

  part(part: Part, runs: Ternary, environment: Environment): Outcome;
  /** A part that only decides: `set -e` ignores its failure. */
  tested(part: Part, runs: Ternary, environment: Environment): Outcome;
  /** `exit` ends only the process, and its assignments are forgotten. */
  process(body: Part, runs: Ternary, environment: Environment): Outcome;
  /** The same for a process with an output that something reads. */
  heard(body: Part, runs: Ternary, environment: Environment): Outcome;
  within<T>(kind: Enclosing['kind'], work: (enclosing: Enclosing) => T): T;
  call(body: Part, args: readonly Value[], runs: Ternary, environment: Environment): Outcome;
  /** An argument of another command, such as `trap cleanup EXIT`, may be called by it. */
  mayCall(name: string, runs: Ternary, environment: Environment): void;
}
