/**
 * Probes for the old client, which fail where the new one is, and whether that is right: the same is done there for the
 * new client, or all that is left out is about the old one alone, and nothing is done about its absence.
 */

import type { Match } from '../../rules/occurrence.ts';
import { append } from '../../text/append.ts';
import { MOST_NEAR_PROBES } from '../../text/limits.ts';
import type { AnsweredUses } from './answered-uses.ts';
import type { Consequences } from './consequences.ts';
import type { DeviceUses } from './device-uses.ts';
import type { Evaluation, NotedItem } from './evaluation.ts';
import { fails, isOutcome, placeIn } from './facts.ts';
import { isFailure, isQuiet, isTest, setsNew, setsOld } from './items.ts';
import { type Refused, StateProbes } from './state-probes.ts';
import { isIndependent, isLook, retiring, type Use } from './uses.ts';

export class HarmlessProbes {
  readonly #uses: DeviceUses;
  readonly #states: StateProbes;
  readonly #isIntentional: (match: Match) => boolean;

  constructor(uses: DeviceUses, answered: AnsweredUses, isIntentional: (match: Match) => boolean) {
    this.#uses = uses;
    this.#states = new StateProbes(uses, answered);
    this.#isIntentional = isIntentional;
  }

  isHarmless(match: Match): boolean {
    const { at } = match;
    const evaluation = this.#uses.evaluationOf(match.branchContext);
    if (at === undefined || !evaluation) return false;
    const known = this.#uses.consequencesIn(evaluation);
    if (known.overflow || evaluation.isEnding(at)) return false;
    const refused = this.#refusedBy(at, known);
    const { skipped, uses, run: consequences } = refused;
    if (!uses.every(use => this.#isIntentional(use))) return false;
    const isTold = evaluation.isMeant(at) && !evaluation.isLacking(at);
    if (isTold && [...skipped, ...consequences].every(isTest)) return true;
    const isAnswered = ({ actionKey }: Match) =>
      !retiring.has(actionKey) ||
      consequences.some(item => this.#uses.referencesAt(item.at).some(use => use.actionKey === actionKey));
    // Statements independent of the client are left out for the old one alone, and nothing replaces them.
    const isServed =
      this.#isCalledFor(consequences) &&
      !this.#leavesOutNew(refused) &&
      uses.some(use => !isIndependent(use) && isAnswered(use) && this.#isDoneByOld(use, evaluation));
    if (this.#uses.probesState(match) ? this.#states.isAnswered(match, refused) : isServed) return true;
    if (this.#isRefusal(match, skipped, consequences)) return true;
    const touched = [...skipped, ...consequences];
    const own = (item: NotedItem) => this.#uses.referencesAt(item.at).some(isLook);
    const isOwn = (item: NotedItem) =>
      own(item) || this.#uses.matchesAt(item.at).some(other => other.isProbe || uses.includes(other));
    const isMeant = uses.length > 0 || touched.some(own) || skipped.some(setsOld) || consequences.some(setsNew);
    return isMeant && touched.every(item => isOwn(item) || isQuiet(item));
  }

  /** Whether something is done for the new client only where the old one is found, without replacing it. */
  leavesOutNew(match: Match): boolean {
    const evaluation = this.#uses.evaluationOf(match.branchContext);
    if (match.at === undefined || !evaluation) return false;
    const refused = this.#refusedBy(match.at, this.#uses.consequencesIn(evaluation));
    const replaces = ({ at }: NotedItem) =>
      this.#uses.referencesAt(at).some(({ actionKey }) => /^(?:package|removed):/.test(actionKey));
    return !refused.skipped.some(replaces) && this.#leavesOutNew(refused);
  }

  /** Statements that run without the old client run with the new one, and not because there is none. */
  #isCalledFor(consequences: readonly NotedItem[]): boolean {
    const isOfNew = ({ at }: NotedItem) => this.#uses.referencesAt(at).some(use => !isLook(use));
    return consequences.some(item => isOfNew(item) || setsNew(item)) || consequences.every(isQuiet);
  }

  /** Something is done for the new client only where the old one is. */
  #leavesOutNew({ skipped, run }: Refused): boolean {
    const usesAt = (items: readonly NotedItem[]) => items.flatMap(({ at }) => this.#uses.referencesAt(at));
    const done = usesAt(run);
    return usesAt(skipped).some(use => !isLook(use) && !done.some(({ actionKey }) => actionKey === use.actionKey));
  }

  /** The consequences of its failure. */
  #refusedBy(at: number, known: Consequences): Refused {
    const skipped = known.skippedBy(fails(at));
    const places = skipped.flatMap(item => [item.at, ...item.sets.map(set => set.at)]);
    const uses = places
      .flatMap(place => this.#uses.matchesAt(place))
      .filter(other => !other.isProbe && this.#uses.isLeftOut(other, fails(at)));
    return { skipped, uses, run: known.runBy(fails(at)) };
  }

  /** It is not left out by the old client itself, which another probe finds. */
  #isDoneByOld(use: Match, evaluation: Evaluation): boolean {
    const { yes } = this.#uses.runs(use);
    const isFound = (place: number) => evaluation.isAsked(place) && !evaluation.states.isOf('old', place);
    return ![...yes.of].some(fact => isOutcome(fact) && (fact & 1) === 0 && isFound(placeIn(fact)));
  }

  /** Pairs of probes for the same state for which `wouldAnswer` is true. */
  *possibleTwins(matches: readonly Match[]): Generator<readonly [Match, Match]> {
    const alike = new Map<Evaluation, Map<string, Match[]>>();
    for (const match of matches) {
      const evaluation = this.#uses.evaluationOf(match.branchContext);
      const kinds = match.at === undefined ? undefined : evaluation?.states.kindsAt(match.at);
      if (!evaluation || kinds === undefined || !this.#uses.probesState(match)) continue;
      const known = alike.get(evaluation) ?? new Map<string, Match[]>();
      alike.set(evaluation, known);
      append(known, kinds, match);
    }
    for (const group of [...alike.values()].flatMap(known => [...known.values()]))
      for (const [index, match] of group.entries())
        for (const other of group.slice(Math.max(0, index - MOST_NEAR_PROBES), index + MOST_NEAR_PROBES + 1))
          if (other !== match && this.wouldAnswer(other, match)) yield [other, match];
  }

  /** Whether `match` would count as answered if the other probe were one for the new client. */
  wouldAnswer(probe: Match, match: Match): boolean {
    const evaluation = this.#uses.evaluationOf(match.branchContext);
    const { at } = match;
    if (at === undefined || probe.at === undefined || !evaluation || !this.#uses.probesState(match)) return false;
    const refused = this.#refusedBy(at, this.#uses.consequencesIn(evaluation));
    return this.#states.isAnswered(match, refused, probe.at);
  }

  /** A script for the new client, by its own names, that refuses to work next to the old one. */
  #isRefusal(match: Match, skipped: readonly NotedItem[], rest: readonly NotedItem[]): boolean {
    if (this.#uses.probesState(match) || !skipped.some(isFailure)) return false;
    if (!skipped.every(item => isQuiet(item) || isFailure(item))) return false;
    const isUse = ({ actionKey }: Use) => !actionKey.startsWith('removed:');
    return rest.some(item => this.#uses.referencesAt(item.at).some(isUse));
  }
}
