/**
 * Reasons for a ternary value: the status of commands of the script on a device, and which branches are taken. A fact
 * is the place of a command or a branch, a UTF-16 offset of the document, with its outcome.
 */

import { MOST_FACTS } from '../../text/limits.ts';
/** `4 * place`, 2 more for a branch, and 1 more for a command that succeeds or a branch that is taken. */
export type Fact = number;

/** `overflow`: there are more than were kept. */
export interface Facts {
  readonly of: ReadonlySet<Fact>;
  readonly overflow: boolean;
}

export const noFacts: Facts = { of: new Set(), overflow: false };

export function fails(at: number): Fact {
  return 4 * at;
}

export function succeeds(at: number): Fact {
  return 4 * at + 1;
}

/** The version that a script is given, from the environment or elsewhere, is not an old one. */
export const isOldVersion: Fact = fails(-1);

/** The script probes for the new client, or names it: its author says that it is there. */
export const isNewThere: Fact = succeeds(-2);

export function isLeft(at: number): Fact {
  return 4 * at + 2;
}

export function isTaken(at: number): Fact {
  return 4 * at + 3;
}

export function opposite(fact: Fact): Fact {
  return fact ^ 1;
}

/** The status of a command, and not a branch that is taken. */
export function isOutcome(fact: Fact): boolean {
  return (fact & 2) === 0;
}

export function placeIn(fact: Fact): number {
  return fact >> 2;
}

export function factsOf(...facts: readonly Fact[]): Facts {
  return { of: new Set(facts), overflow: false };
}

export function isEmpty({ of, overflow }: Facts): boolean {
  return of.size === 0 && !overflow;
}

export function union(left: Facts, right: Facts): Facts {
  if (left === right || isEmpty(right)) return left;
  if (isEmpty(left)) return right;
  const overflow = left.overflow || right.overflow;
  if (left.of.size >= MOST_FACTS) return { of: left.of, overflow: true };
  const of = new Set([...left.of, ...right.of]);
  if (of.size <= MOST_FACTS) return { of, overflow };
  return { of: new Set([...of].slice(0, MOST_FACTS)), overflow: true };
}

export function common(left: Facts, right: Facts): Facts {
  if (left === right) return left;
  const of = [...left.of].filter(fact => right.of.has(fact));
  const overflow = left.overflow || right.overflow;
  return of.length === 0 && !overflow ? noFacts : { of: new Set(of), overflow };
}

export function meets(left: Facts, right: Facts): boolean {
  for (const fact of left.of) if (fact !== isNewThere && right.of.has(fact)) return true;
  return false;
}
