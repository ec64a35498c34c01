/**
 * Probes for a state of the old client, which it is never in where the new one is: whether the new client is probed for
 * the same state, or handled whatever its state is, and all that the failure leaves out is done for it, too.
 */

import type { Match } from '../../rules/occurrence.ts';
import { nearest } from '../../text/nearest.ts';
import type { AnsweredUses } from './answered-uses.ts';
import type { DeviceUses } from './device-uses.ts';
import type { Evaluation, NotedItem } from './evaluation.ts';
import { fails, succeeds } from './facts.ts';
import { isIdle, isSameCommand, isTest } from './items.ts';
import { beyond } from './same-decision.ts';
import type { Ternary } from './ternary.ts';
import { bringing, isIndependent, isLook, retiring } from './uses.ts';

/** The consequences of the failure. */
export interface Refused {
  readonly skipped: readonly NotedItem[];
  /** The uses of the old client among them. */
  readonly uses: readonly Match[];
  readonly run: readonly NotedItem[];
}

export class StateProbes {
  readonly #uses: DeviceUses;
  readonly #answered: AnsweredUses;

  constructor(uses: DeviceUses, answered: AnsweredUses) {
    this.#uses = uses;
    this.#answered = answered;
  }

  /** `twin` is another probe for the old client that counts as one for the new client. */
  isAnswered(match: Match, refused: Refused, twin?: number): boolean {
    const evaluation = this.#uses.evaluationOf(match.branchContext);
    if (match.at === undefined || !evaluation || evaluation.states.isOpposed(match.at)) return false;
    const twins = this.#twinsOf(match, match.at, evaluation, twin);
    if (refused.skipped.length + refused.run.length === 0) return this.#isLostAlike(match, match.at, evaluation, twins);
    const paths = refused.uses.filter(use => !isIndependent(use)).flatMap(use => this.#answered.pathsOf(use));
    if (twins.length + paths.length === 0) return false;
    const rest = refused.skipped.filter(item => !isIdle(item) && !this.#isOwn(item, refused.uses));
    const { states } = evaluation;
    const isEither = states.isOfEither(match.at);
    const isAskedToo = ({ runs }: NotedItem) =>
      twins.some(place => runs.yes.of.has(fails(place))) ||
      (isEither && [...runs.yes.of].some(fact => states.isAlike(fact, [match.at!])));
    if (refused.skipped.length > 0) {
      const done = this.#doneInstead(match, evaluation, paths, twins, twin);
      // With nothing else left out, statements that only show or wait must be there as well.
      const isIdleAlone = rest.length + refused.uses.length === 0;
      const idle = refused.skipped.filter(item => !isTest(item) && !this.#isOwn(item, refused.uses));
      if (done.size === 0 || !(isIdleAlone ? areAmong(idle, done, isSameProgram) : areAmong(rest, done))) return false;
    }
    // With only the same probe to compare, each of its answers must have a consequence.
    const isAnswer = (item: NotedItem) =>
      isAskedToo(item) ||
      twins.some(place => item.runs.yes.of.has(succeeds(place))) ||
      isTest(item) ||
      this.#isOwn(item, refused.uses);
    if (paths.length === 0 && (evaluation.isLast(match.at) || !refused.run.every(isAnswer))) return false;
    const isExpected = (item: NotedItem) =>
      isIdle(item) ||
      // `[ "$OLD" = active ] || [ "$(systemctl is-active NEW)" = active ]`
      twins.includes(item.at) ||
      isAskedToo(item) ||
      this.#isServing(item, refused.uses) ||
      refused.skipped.some(other => isSameCommand(item, other));
    return refused.run.every(isExpected);
  }

  /** A failure only skips what also runs if the same probe of the new client succeeds. */
  #isLostAlike(match: Match, at: number, evaluation: Evaluation, twins: readonly number[]): boolean {
    const lost = this.#uses.consequencesIn(evaluation).lostBy(fails(at));
    const isAsked = (item: NotedItem) => twins.some(place => item.runs.yes.of.has(succeeds(place)));
    return lost.length > 0 && lost.every(item => isAsked(item) && this.#isProbedAlike(item, match, evaluation));
  }

  /** Where the new client is probed for the same whenever the old one is. */
  #twinsOf(match: Match, at: number, evaluation: Evaluation, twin: number | undefined): readonly number[] {
    const { states } = evaluation;
    const own = this.#uses.runs(match);
    const others = twin !== undefined && states.areAlike(at, twin) ? [twin] : [];
    return [...states.likeOfNew(at), ...others].filter(place => {
      const probed = evaluation.runs(place);
      if (!probed || (probed.value === false && place !== twin)) return false;
      // It is probed because of the other one's answer, and not whatever that is.
      if (own.yes.of.has(fails(place)) || own.yes.of.has(succeeds(place))) return false;
      return beyond(probed.yes, own.yes).every(fact => fact === fails(at));
    });
  }

  /** Items that run where the new client is handled, or in the probed state. */
  #doneInstead(
    match: Match,
    evaluation: Evaluation,
    paths: readonly Ternary[],
    twins: readonly number[],
    twin: number | undefined,
  ): ReadonlySet<NotedItem> {
    const known = this.#uses.consequencesIn(evaluation);
    const onPaths = paths.flatMap(path => {
      const [fact] = path.yes.of;
      const items = fact === undefined ? known.items : known.runBy(fact);
      return nearest(items, match.at).filter(item => isOnPath(item, path));
    });
    const probed = twins.flatMap(place =>
      place === twin
        ? known.skippedBy(fails(place))
        : known.runBy(succeeds(place)).filter(item => this.#isProbedAlike(item, match, evaluation)),
    );
    return new Set([...onPaths, ...probed]);
  }

  /** It runs where the new client is in the state, and nothing else is needed. */
  #isProbedAlike({ runs }: NotedItem, match: Match, { states }: Evaluation): boolean {
    const further = beyond(runs.yes, this.#uses.runs(match).yes).filter(fact => fact !== fails(match.at!));
    return further.every(fact => states.isAlike(fact, [match.at!]));
  }

  #isOwn(item: NotedItem, uses: readonly Match[]): boolean {
    if (this.#uses.referencesAt(item.at).some(isLook)) return true;
    return this.#uses.matchesAt(item.at).some(match => match.isProbe || uses.includes(match));
  }

  /** It does for the new client what is left out for the old one. */
  #isServing(item: NotedItem, uses: readonly Match[]): boolean {
    return this.#uses
      .referencesAt(item.at)
      .some(({ actionKey }) =>
        uses.some(use => use.actionKey === actionKey || (retiring.has(use.actionKey) && bringing.has(actionKey))),
      );
  }
}

/** Each has a counterpart of its own among the others. */
function areAmong(items: readonly NotedItem[], others: ReadonlySet<NotedItem>, isSame = isSameCommand): boolean {
  const left = new Set(others);
  return items.every(item => {
    const same = [...left].find(other => isSame(item, other));
    return same !== undefined && left.delete(same);
  });
}

function isOnPath({ runs }: NotedItem, path: Ternary): boolean {
  return runs.value === path.value && [...path.yes.of].every(fact => runs.yes.of.has(fact));
}

/** Messages to people, and lengths of waits, may differ. */
function isSameProgram({ words: [left] }: NotedItem, { words: [right] }: NotedItem): boolean {
  return left === right;
}
