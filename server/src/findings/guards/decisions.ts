/** What is not known, remembered as decided at a place: one way or the other, all that follows rests on it. */
import { type Fact, factsOf, fails, isLeft, isTaken, succeeds, union } from './facts.ts';
import type { ScriptRun } from './script-run.ts';
import { both, type Truth } from './truth.ts';

/** What is not known is decided here, one way or the other: all that follows from it rests on the same. */
export function decidedAt(truth: Truth, at: number): Truth {
  return withFacts(truth, succeeds(at), fails(at));
}

/** The same of a branch. */
export function takenAt(truth: Truth, at: number): Truth {
  return withFacts(truth, isTaken(at), isLeft(at));
}

function withFacts(truth: Truth, yes: Fact, no: Fact): Truth {
  if (truth.value !== undefined) return truth;
  return { value: undefined, yes: union(truth.yes, factsOf(yes)), no: union(truth.no, factsOf(no)) };
}

/** `a && b`: where `a` fails, `b` has not succeeded either. */
export function bothInTurn(left: Truth, right: Truth): Truth {
  const truth = both(left, right);
  return truth.value === undefined && left.value === undefined ? { ...truth, no: union(truth.no, right.no) } : truth;
}

/** What is come to after something else, which ends the script where a use of the old client fails in it. */
export function reachedAfter(run: Pick<ScriptRun, 'evaluation'>, runs: Truth, goesOn: Truth): Truth {
  return failingWith(run, both(runs, goesOn), goesOn);
}

/** A use of the old client fails whenever it is come to: nobody needs to know what else would have to hold. */
export function failingWith({ evaluation }: Pick<ScriptRun, 'evaluation'>, truth: Truth, part: Truth): Truth {
  const isOpen = truth.value === undefined && part.value === undefined;
  return isOpen && evaluation.restsOn('old', part.no) ? { ...truth, no: union(truth.no, part.no) } : truth;
}
