/**
 * Whether the same decision is made about the use of the new client as about that of the old one: by the same probe, or
 * by none.
 */
import { type Fact, type Facts, isNewThere, isOutcome, opposite, placeIn } from './facts.ts';
import type { ProbedStates } from './states-asked.ts';
import type { Ternary } from './ternary.ts';

/** Places where the old client is probed for a state that it is not in. */
export function statesOfOld(states: ProbedStates, { of }: Facts): readonly number[] {
  return [...of].filter(fact => isOutcome(fact) && (fact & 1) === 0 && states.isOf('old', placeIn(fact))).map(placeIn);
}

/** The facts needed in addition to others. */
export function beyond({ of }: Facts, { of: known }: Facts): readonly Fact[] {
  return [...of].filter(fact => fact !== isNewThere && !known.has(fact));
}

/** `own` is when the old client would be used, `other` when the new one is. */
export function isSameDecision(states: ProbedStates, own: Ternary, other: Ternary): boolean {
  const oldStates = statesOfOld(states, own.no);
  const further = beyond(other.yes, own.yes).filter(fact => states.isState(fact));
  if (!further.every(fact => states.isAlike(fact, oldStates))) return false;
  // The old one would be used in a further state alone.
  return (
    oldStates.length === 0 ||
    beyond(own.yes, other.yes).every(fact => !states.isState(fact) || other.yes.of.has(opposite(fact)))
  );
}

/** The new one is used in the state that the old one is probed for, and nothing else is needed. */
export function isProbedAlike(states: ProbedStates, own: Ternary, other: Ternary): boolean {
  const oldStates = statesOfOld(states, own.no);
  const further = beyond(other.yes, own.yes);
  return further.length > 0 && further.every(fact => states.isAlike(fact, oldStates));
}
