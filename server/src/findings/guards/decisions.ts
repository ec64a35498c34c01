/** Unknown values, remembered as decided at a place: all that follows depends on one outcome or the other. */
import { type Fact, factsOf, fails, isLeft, isTaken, succeeds, union } from './facts.ts';
import type { ScriptRun } from './script-run.ts';
import { both, type Ternary } from './ternary.ts';

/** An unknown value is decided here: all that follows from it depends on the same outcome. */
export function decidedAt(truth: Ternary, at: number): Ternary {
  return withFacts(truth, succeeds(at), fails(at));
}

/** The same for a branch. */
export function takenAt(truth: Ternary, at: number): Ternary {
  return withFacts(truth, isTaken(at), isLeft(at));
}

function withFacts(truth: Ternary, yes: Fact, no: Fact): Ternary {
  if (truth.value !== undefined) return truth;
  return { value: undefined, yes: union(truth.yes, factsOf(yes)), no: union(truth.no, factsOf(no)) };
}

/** `a && b`: where `a` fails, `b` has not succeeded either. */
export function bothInTurn(left: Ternary, right: Ternary): Ternary {
  const truth = both(left, right);
  return truth.value === undefined && left.value === undefined ? { ...truth, no: union(truth.no, right.no) } : truth;
}

/** The reach of a part after another one, which ends the script where a use of the old client fails in it. */
export function reachedAfter(run: Pick<ScriptRun, 'evaluation'>, runs: Ternary, goesOn: Ternary): Ternary {
  return failingWith(run, both(runs, goesOn), goesOn);
}

/** A use of the old client fails whenever it is reached: other conditions do not matter. */
export function failingWith({ evaluation }: Pick<ScriptRun, 'evaluation'>, truth: Ternary, part: Ternary): Ternary {
  const isOpen = truth.value === undefined && part.value === undefined;
  return isOpen && evaluation.restsOn('old', part.no) ? { ...truth, no: union(truth.no, part.no) } : truth;
}
