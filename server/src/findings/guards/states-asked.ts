/**
 * Which states of the clients a script probes for at which of its places, and which of its branches they decide about.
 */

import type { Generation } from '../../mender/generations.ts';
import type { StateKind } from '../../programs/program.ts';
import { append } from '../../text/append.ts';
import { MOST_NEAR_STATES } from '../../text/limits.ts';
import { nearest } from '../../text/nearest.ts';
import { type Fact, type Facts, isOutcome, placeIn } from './facts.ts';
import { stateWords } from './states.ts';
import type { Ternary } from './ternary.ts';

interface Asked {
  /** With the text it is compared with, where that is not the state itself. */
  readonly kinds: Set<string>;
  readonly generations: Set<Generation | undefined>;
}

interface Condition {
  /** Places where the new client, or either, is probed for and is in the state if this is met; if it is not. */
  readonly met: Set<number>;
  readonly unmet: Set<number>;
  /** The meaning of the answer is unknown. */
  isOther: boolean;
}

interface Decision {
  readonly yes: Facts;
  readonly no: Facts;
}

interface Place {
  readonly at: number;
}

export class ProbedStates {
  readonly #asked = new Map<number, Asked>();
  readonly #branches = new Map<number, Condition>();
  readonly #tests = new Map<number, Condition>();

  note(at: number, kind: string, generation: Generation | undefined): void {
    const known = this.#asked.get(at) ?? { kinds: new Set<string>(), generations: new Set<Generation | undefined>() };
    this.#asked.set(at, known);
    this.#ofNew = undefined;
    known.kinds.add(kind);
    known.generations.add(generation);
  }

  /** A branch that depends on the state of the new client. */
  noteBranch(at: number, decision: Decision, isOther: boolean): void {
    this.#noteCondition(this.#branches, at, decision, isOther);
  }

  /** `[ "$STATE" = active ]` */
  noteTest(at: number, decision: Decision): void {
    this.#noteCondition(this.#tests, at, decision, false);
  }

  #noteCondition(conditions: Map<number, Condition>, at: number, { yes, no }: Decision, isOther: boolean): void {
    const [met, unmet] = [this.#places(yes, no), this.#places(no, yes)];
    if (met.length + unmet.length === 0 && !isOther) return;
    const known = conditions.get(at) ?? { met: new Set<number>(), unmet: new Set<number>(), isOther: false };
    conditions.set(at, known);
    for (const place of met) known.met.add(place);
    for (const place of unmet) known.unmet.add(place);
    if (met.length + unmet.length === 0) known.isOther = true;
  }

  /** Places where the new client is in the state if this happens or the other does not. */
  #places(yes: Facts, no: Facts): readonly number[] {
    const isState = (fact: Fact, isMet: boolean) =>
      isOutcome(fact) && (fact & 1) === (isMet ? 1 : 0) && this.isOfNew(placeIn(fact));
    return [...[...yes.of].filter(fact => isState(fact, true)), ...[...no.of].filter(fact => isState(fact, false))].map(
      placeIn,
    );
  }

  /** `[ "$OLD" = active ] || [ "$NEW" = active ]`: one probe, which either client answers. */
  noteEither(left: Ternary, right: Ternary): void {
    for (const [old, young] of [
      [left, right],
      [right, left],
    ] as const) {
      if (old.value !== false || young.value !== undefined) continue;
      // `[ "$OLD" = active ] || [ "$NEW" != active ]`: success of one has the same effect as failure of the other.
      for (const fact of young.yes.of)
        if (isOutcome(fact) && (fact & 1) === 0 && this.isOf('new', placeIn(fact)))
          for (const own of old.no.of) if (this.areAlike(placeIn(own), placeIn(fact))) this.#opposed.add(placeIn(own));
      const found = [...young.yes.of].filter(fact => this.isState(fact));
      for (const fact of found.length > 0 ? old.no.of : []) {
        const at = placeIn(fact);
        const isOfOld = isOutcome(fact) && (fact & 1) === 0 && this.isOf('old', at);
        if (isOfOld && found.every(state => this.isAlike(state, [at]))) this.#either.add(at);
      }
    }
  }
  readonly #either = new Set<number>();
  readonly #opposed = new Set<number>();

  /** Joined with the opposite probe for the new client. */
  isOpposed(at: number): boolean {
    return this.#opposed.has(at);
  }

  isOfEither(at: number): boolean {
    return this.#either.has(at);
  }

  isOf(generation: Generation, at: number): boolean {
    return this.#asked.get(at)?.generations.has(generation) ?? false;
  }

  /** A state of the new client, or of whichever there is. */
  isOfNew(at: number): boolean {
    const generations = this.#asked.get(at)?.generations;
    return generations !== undefined && (generations.has('new') || generations.has(undefined));
  }

  /** Whether a text is printed at a place for a client that is in the probed state. */
  isPrinted(at: number, text: string): boolean {
    const kinds = [...(this.#asked.get(at)?.kinds ?? [])];
    return kinds.length === 1 && stateWords[kinds[0] as StateKind] === text;
  }

  /** Whether both places probe for the same state. */
  areAlike(left: number, right: number): boolean {
    const kinds = this.kindsAt(left);
    return kinds !== undefined && kinds === this.kindsAt(right);
  }

  /** The probed states at a place: the same text for the same state. */
  kindsAt(at: number): string | undefined {
    const kinds = this.#asked.get(at)?.kinds;
    return kinds && [...kinds].sort().join(' ');
  }

  /** The places that probe for the same state of the new client, as far as they are not too many. */
  likeOfNew(at: number): readonly number[] {
    this.#ofNew ??= this.#placesOfNew();
    const places = this.#ofNew.get(this.kindsAt(at) ?? '') ?? [];
    return nearest(places, at, MOST_NEAR_STATES)
      .map(place => place.at)
      .filter(place => place !== at);
  }
  /** In the order of the text, by state. */
  #ofNew: ReadonlyMap<string, readonly Place[]> | undefined;

  #placesOfNew(): ReadonlyMap<string, readonly Place[]> {
    const byKinds = new Map<string, Place[]>();
    for (const place of [...this.#asked.keys()].sort((a, b) => a - b))
      if (this.isOf('new', place)) append(byKinds, this.kindsAt(place)!, { at: place });
    return byKinds;
  }

  /** Whether a fact is about the state of the new client. */
  isState(fact: Fact): boolean {
    const at = placeIn(fact);
    return isOutcome(fact) ? this.isOfNew(at) || this.#tests.has(at) : this.#branches.has(at);
  }

  /** Whether it says that the new client is in the state that is probed for at one of the places. */
  isAlike(fact: Fact, places: readonly number[]): boolean {
    const at = placeIn(fact);
    const isMet = (fact & 1) === 1;
    const isLike = (place: number) => this.isOf('new', place) && places.some(each => this.areAlike(each, place));
    const condition = isOutcome(fact) ? this.#tests.get(at) : this.#branches.get(at);
    if (!condition) return isOutcome(fact) && isMet && isLike(at);
    const [found, missed] = isMet ? [condition.met, condition.unmet] : [condition.unmet, condition.met];
    return !condition.isOther && missed.size === 0 && [...found].every(isLike);
  }
}
