/** Three-valued logic that remembers the reasons for each value. */
import { common, type Facts, factsOf, fails, isEmpty, isNewThere, noFacts, succeeds, union } from './facts.ts';

export interface Ternary {
  /** `undefined`: the text does not say. */
  readonly value: boolean | undefined;
  /** Facts that hold if it is true; if it is false. */
  readonly yes: Facts;
  readonly no: Facts;
}

export const TRUE: Ternary = { value: true, yes: noFacts, no: noFacts };
export const FALSE: Ternary = { value: false, yes: noFacts, no: noFacts };
export const UNKNOWN: Ternary = { value: undefined, yes: noFacts, no: noFacts };

/** A known value with these reasons. */
export function known(value: boolean, facts: Facts = noFacts): Ternary {
  if (isEmpty(facts)) return value ? TRUE : FALSE;
  return value ? { value, yes: facts, no: noFacts } : { value, yes: noFacts, no: facts };
}

/** The unknown status of the command at this place. */
export function openAt(at: number): Ternary {
  return { value: undefined, yes: factsOf(succeeds(at)), no: factsOf(fails(at)) };
}

export function not(truth: Ternary): Ternary {
  if (truth === TRUE) return FALSE;
  if (truth === FALSE) return TRUE;
  if (truth === UNKNOWN) return UNKNOWN;
  return { value: truth.value === undefined ? undefined : !truth.value, yes: truth.no, no: truth.yes };
}

export function both(left: Ternary, right: Ternary): Ternary {
  if (left === TRUE || right === FALSE) return right;
  if (right === TRUE || left === FALSE) return left;
  // Facts that would hold if it were true are kept: they identify the branch.
  if (left.value === false || right.value === false)
    return { value: false, yes: union(left.yes, right.yes), no: falsity(left, right) };
  if (left.value && right.value) return known(true, union(left.yes, right.yes));
  return { value: undefined, yes: union(left.yes, right.yes), no: noOfBoth(left, right) };
}

/** The reasons of one that makes it false, preferably one that depends on the author's word alone. */
function falsity(left: Ternary, right: Ternary): Facts {
  if (left.value !== false) return right.no;
  if (right.value !== false) return left.no;
  const [own, other] = [left.no, right.no].map(({ of }) => of);
  if (own!.size === 1 && own!.has(isNewThere)) return left.no;
  if (other!.size === 1 && other!.has(isNewThere)) return right.no;
  return other!.size > 0 && other!.size < own!.size ? right.no : left.no;
}

/** If one of them is known to be true, the facts of the other being false; else those that hold in either case. */
function noOfBoth(left: Ternary, right: Ternary): Facts {
  if (left.value) return union(left.yes, right.no);
  return right.value ? union(right.yes, left.no) : common(left.no, right.no);
}

export function either(left: Ternary, right: Ternary): Ternary {
  return not(both(not(left), not(right)));
}

/** The same value with additional reasons. */
export function resting(truth: Ternary, facts: Facts): Ternary {
  if (isEmpty(facts)) return truth;
  return { value: truth.value, yes: union(truth.yes, facts), no: union(truth.no, facts) };
}

/** For alternatives: the value if all have the same, with its reasons. */
export function ofAny(truths: readonly Ternary[]): Ternary {
  const [first, ...others] = truths;
  if (!first) return UNKNOWN;
  if (others.length === 0) return first;
  if (first.value === undefined || others.some(({ value }) => value !== first.value)) return UNKNOWN;
  return known(first.value, truths.map(({ yes, no }) => (first.value ? yes : no)).reduce(union));
}

/** For a property that each of some possible values has or lacks. */
export function ofAll(holds: readonly boolean[], facts: Facts = noFacts): Ternary {
  if (holds.length === 0) return UNKNOWN;
  if (holds.every(Boolean)) return known(true, facts);
  return holds.some(Boolean) ? UNKNOWN : known(false, facts);
}
