/** What is not known, remembered as decided at a place: one way or the other, all that follows rests on it. */
import { type Fact, factsOf, fails, isLeft, isTaken, succeeds, union } from './facts.ts';
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
