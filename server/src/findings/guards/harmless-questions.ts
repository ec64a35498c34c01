/**
 * Questions about the old client, which say no where the new one is, and whether that is right: the same is done there for the
 * new client, or all that is left out is about the old one alone, and nothing is done about its absence.
 */
import type { Match } from '../../rules/sighting.ts';
import type { AnsweredUses } from './answered-uses.ts';
import type { DeviceUses } from './device-uses.ts';
import type { NotedItem } from './evaluation.ts';
import { fails } from './facts.ts';
import { isFailure, isQuiet, setsNew, setsOld } from './items.ts';
import { asksState, isIndependent, retiring, type Use } from './uses.ts';

export class HarmlessQuestions {
  readonly #uses: DeviceUses;
  readonly #answered: AnsweredUses;
  readonly #isIntentional: (match: Match) => boolean;

  constructor(uses: DeviceUses, answered: AnsweredUses, isIntentional: (match: Match) => boolean) {
    this.#uses = uses;
    this.#answered = answered;
    this.#isIntentional = isIntentional;
  }

  isHarmless(match: Match): boolean {
    const { at } = match;
    const evaluation = this.#uses.evaluationOf(match.frame);
    if (at === undefined || !evaluation) return false;
    const known = this.#uses.consequencesIn(evaluation);
    if (known.overflow) return false;
    const skipped = known.skippedBy(fails(at));
    const consequences = known.runBy(fails(at));
    const places = skipped.flatMap(item => [item.at, ...item.sets.map(set => set.at)]);
    const uses = places
      .flatMap(place => this.#uses.matchesAt(place))
      .filter(other => other !== match && !other.asks && this.#uses.isLeftOut(other, fails(at)));
    if (!uses.every(use => this.#isIntentional(use))) return false;
    if (skipped.length + consequences.length === 0 && evaluation.isMeant(at)) return true;
    const isAnswered = ({ action }: Match) =>
      !retiring.has(action) ||
      consequences.some(item => this.#uses.referencesAt(item.at).some(use => use.action === action));
    // What does not depend on the client is left out for the old one alone, and nothing is done in its place.
    if (uses.some(use => !isIndependent(use) && isAnswered(use))) return true;
    if (this.#isRefusal(match, skipped, consequences)) return true;
    const touched = [...skipped, ...consequences];
    const isProbe = ({ action }: Use) => action === 'probe' || action.startsWith('removed:');
    const own = (item: NotedItem) => this.#uses.referencesAt(item.at).some(isProbe);
    const isOwn = (item: NotedItem) =>
      own(item) || this.#uses.matchesAt(item.at).some(other => other.asks || uses.includes(other));
    const isMeant = uses.length > 0 || touched.some(own) || skipped.some(setsOld) || consequences.some(setsNew);
    return isMeant && touched.every(item => isOwn(item) || isQuiet(item));
  }

  /** A script for the new client, by its own names, that refuses to work beside the old one. */
  #isRefusal(match: Match, skipped: readonly NotedItem[], rest: readonly NotedItem[]): boolean {
    if (asksState(match) || !skipped.some(isFailure)) return false;
    if (!skipped.every(item => isQuiet(item) || isFailure(item))) return false;
    const isUse = ({ action }: Use) => !action.startsWith('removed:');
    return rest.some(item => this.#uses.referencesAt(item.at).some(isUse));
  }
}
