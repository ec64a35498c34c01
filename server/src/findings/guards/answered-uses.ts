/** Whether the same is done for the new client where a use of the old one cannot run, or fails. */

import { leadingUnit, newUnits } from '../../mender/service-names.ts';
import type { Match } from '../../rules/occurrence.ts';
import { MOST_NEAR_USES } from '../../text/limits.ts';
import type { DeviceUses } from './device-uses.ts';
import { fails, isOutcome, meets, opposite, placeIn, succeeds } from './facts.ts';
import { actsOnAbsence, keepsOther, makesFail, startsOther } from './failure-effects.ts';
import { Hindrances } from './hindrances.ts';
import { LetPass } from './let-pass.ts';
import { areDevices, isFailureIgnored, isNextTo, isOnPath, sharedBy } from './relations.ts';
import { isDoneAfterSame } from './same-chain.ts';
import { isProbedAlike, isSameDecision } from './same-decision.ts';
import { type Ternary, TRUE } from './ternary.ts';
import { bringing, isDeclared, isToEach, retiring, type Use } from './uses.ts';
import { UsesByPlace } from './uses-by-place.ts';

export class AnsweredUses {
  readonly #uses: DeviceUses;
  readonly #hindrances: Hindrances;
  readonly #letPass: LetPass;

  constructor(uses: DeviceUses) {
    this.#uses = uses;
    this.#hindrances = new Hindrances(uses);
    this.#letPass = new LetPass(uses);
  }

  isAnswered(match: Match, runs: Ternary): boolean {
    if (makesFail(this.#uses, match)) return false;
    const isLastTry = this.#isLastTry(match, runs);
    if (retiring.has(match.actionKey))
      return (
        this.#isReplaced(match, runs) &&
        (isLastTry || !(startsOther(this.#uses, match) || keepsOther(this.#uses, match, runs)))
      );
    const uses = [...this.#uses.relatedTo(match, this.#uses.newUses)].filter(use => this.#uses.isOfNew(use));
    if (match.isProbe !== true && !isLastTry && startsOther(this.#uses, match)) return false;
    if (this.#letPass.isAnswered(match)) return true;
    if (isToEach(match)) return this.#areAllServed(match, runs, uses);
    if (uses.some(use => this.#answers(use, match, runs))) return true;
    return runs.value === false && this.#areAllServed(match, runs, uses);
  }

  /** Pairs for which `wouldAnswer` may be true, the use first. */
  *possibleAnswers(matches: readonly Match[]): Generator<readonly [Match, Match]> {
    const uses = new UsesByPlace(matches, match => this.#uses.placesOf(match));
    for (const match of matches) {
      const isRetired = retiring.has(match.actionKey);
      const brings = isRetired ? [...bringing].flatMap(actionKey => uses.around(actionKey, match)) : [];
      const isPassed = isFailureIgnored(match.branchContext);
      const others = isRetired || isPassed ? uses.around(match.actionKey, match) : this.#uses.relatedTo(match, uses);
      for (const use of new Set([...brings, ...others])) if (use !== match) yield [use, match];
    }
  }

  /**
   * Uses for the new client that run only once a probe for the old one is corrected, and would then replace a use
   * elsewhere: the place of the probe, and that use.
   */
  *answeredOnceCorrected(matches: readonly Match[]): Generator<readonly [number, Match]> {
    for (const match of matches) {
      const { value, no: why } = this.#uses.runs(match);
      if (value !== false || match.isProbe) continue;
      for (const use of this.#uses.newUses.around(match.actionKey, match)) {
        const { value: other, no } = this.#uses.runs(use);
        if (other !== false || !isOnPath(use, match, TRUE)) continue;
        for (const fact of no.of) if (isOutcome(fact) && !why.of.has(fact)) yield [placeIn(fact), match];
      }
    }
  }

  /** Whether `match` would count as intentional if `use` were one of the new client. */
  wouldAnswer(use: Use, match: Match): boolean {
    const runs = this.#uses.runs(match);
    if (retiring.has(match.actionKey)) return this.#replaces(use, match, runs);
    if (this.#letPass.wouldAnswer(use, match)) return true;
    const serves = runs.value === false && match.rule.match.kind === 'service' && use.actionKey === match.actionKey;
    return (
      this.#answers(use, match, runs) ||
      (serves && sharedBy(match.branchContext, use.branchContext)?.left.kind === 'list')
    );
  }

  /**
   * Why a fix of a use would change nothing: one of the new services has its counterpart elsewhere, and the other one
   * does not.
   */
  whyInVain(match: Match): string | undefined {
    const runs = this.#uses.runs(match);
    if (runs.value !== false || !isToEach(match)) return undefined;
    const served = this.#servedBy(match, runs, match.actionKey);
    const missing = newUnits.filter(unit => !served.has(unit));
    if (served.size === 0 || missing.length === 0) return undefined;
    return `where the new client is, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not treated the same`;
  }

  /** Paths on which the same is done for the new client, the nearest ones. */
  pathsOf(match: Match): readonly Ternary[] {
    const runs = this.#uses.runs(match);
    const distance = ({ at = 0 }: Use) => Math.abs(at - (match.at ?? 0));
    const uses = [...this.#uses.relatedTo(match, this.#uses.newUses)]
      .toSorted((first, second) => distance(first) - distance(second))
      .filter(use => this.#uses.isOfNew(use))
      .slice(0, MOST_NEAR_USES);
    const isInPlace = retiring.has(match.actionKey)
      ? (use: Use) => this.#replaces(use, match, runs)
      : (use: Use) => this.#answers(use, match, runs) || this.#serves(use, match, runs);
    return uses.filter(isInPlace).map(use => this.#uses.runs(use));
  }

  /** The same is done to each of the new services on the same path, perhaps only if it is in the probed state. */
  #areAllServed(match: Match, runs: Ternary, uses: readonly Use[]): boolean {
    const isInPlace = (use: Use) =>
      (runs.value === false && this.#serves(use, match, runs)) || (isToEach(match) && this.#answers(use, match, runs));
    const served = new Set(uses.filter(isInPlace).flatMap(({ units }) => units ?? []));
    return newUnits.every(unit => served.has(unit));
  }

  /** Not where it depends on a state of the old client. */
  #serves(use: Use, match: Match, runs: Ternary): boolean {
    const other = this.#uses.runs(use);
    const shared = sharedBy(use.branchContext, match.branchContext);
    if (other.value === false || shared?.left.kind !== 'list') return false;
    if (this.#uses.restsOnState(match, runs) && shared.inside.some(({ kind }) => kind === 'loop')) return false;
    return isOnPath(use, match, other) || this.#isProbedAlike(match, runs, other);
  }

  #isProbedAlike(match: Match, runs: Ternary, other: Ternary): boolean {
    const states = this.#uses.evaluationOf(match.branchContext)?.states;
    return states !== undefined && isProbedAlike(states, runs, other);
  }

  /** Whether `use`, of the new client, replaces `match` there. */
  #answers(use: Use, match: Match, runs: Ternary): boolean {
    const other = this.#uses.runs(use);
    if (other.value === false || isLostBy(match, other)) return false;
    // One command names both.
    if (match.at !== undefined && use.at === match.at)
      return !this.#uses.namesOldAlone(match) && !actsOnAbsence(this.#uses, match);
    if (match.isProbe && !isNextTo(match.branchContext, use.branchContext))
      return this.#areAlternatives(match, runs, use, other);
    if (match.isProbe && this.#isNegated(match) !== this.#isNegated(use)) return false;
    if (runs.value === false) return this.#isInPlace(use, match, runs, other);
    // It fails, and then the other one runs; or it runs only where the other one has failed.
    if (match.at !== undefined && other.yes.of.has(fails(match.at)) && this.#doesFail(match, match.at)) return true;
    if (followsFailure(runs, use)) return true;
    return this.#areAlternatives(match, runs, use, other);
  }

  /** A query that finds nothing still succeeds: `journalctl -u OLD`, say. */
  #doesFail({ isProbe, rule, branchContext }: Match, at: number): boolean {
    if (isProbe === true) return true;
    return rule.effect === 'fails' && !this.#uses.evaluationOf(branchContext)?.isUnheeded(at);
  }

  /** For a use that does not run there, since the old client is not found, or not in some state. */
  #isInPlace(use: Use, match: Match, runs: Ternary, other: Ternary): boolean {
    const states = this.#uses.evaluationOf(match.branchContext)?.states;
    if (states && !isSameDecision(states, runs, other)) return false;
    if (meets(other.yes, runs.no)) return true;
    if (this.#uses.restsOnState(match, runs)) {
      const isWhole = use.units === undefined || use.units.includes(leadingUnit);
      if (isWhole && this.#isProbedAlike(match, runs, other) && this.#serves(use, match, runs)) return true;
    } else if (isOnPath(use, match, other)) return true;
    return this.#areAlternatives(match, runs, use, other, true);
  }

  #isNegated({ branchContext, at }: Use): boolean {
    return at !== undefined && this.#uses.evaluationOf(branchContext)?.isNegated(at) === true;
  }

  /**
   * In two branches of a decision whose outcome is unknown: the author has thought of both. If the script has already
   * found the new client, its state may decide, too.
   */
  #areAlternatives(match: Match, runs: Ternary, use: Use, other: Ternary, isAsked = false): boolean {
    const evaluation = this.#uses.evaluationOf(match.branchContext);
    for (const fact of evaluation ? runs.yes.of : [])
      if (other.yes.of.has(opposite(fact)) && evaluation!.decides(fact, isAsked)) return true;
    if (areDevices(match.branchContext, use.branchContext)) return true;
    return isDeclared(match) && sharedBy(match.branchContext, use.branchContext)?.left.kind === 'list';
  }

  /** Stopped, disabled or masked: on the same path the same is done to both new services, or the client is started. */
  #isReplaced(match: Match, runs: Ternary): boolean {
    const uses = [...bringing].flatMap(actionKey => this.#uses.newUses.around(actionKey, match));
    const isInTime = this.#hindrances.inTimeFor(match);
    // `start NEW && stop OLD`
    const hasBrought = ({ at }: Use) => at !== undefined && runs.yes.of.has(succeeds(at));
    const isReplacing = (use: Use) => hasBrought(use) || this.#replaces(use, match, runs);
    if (uses.some(use => this.#uses.isOfNew(use) && isInTime(use) && isReplacing(use))) return true;
    // A use that does not run there hinders nothing.
    const isServed = runs.value === false ? () => true : isInTime;
    return this.#hindrances
      .actionKeysOf(match)
      .every(actionKey => this.#servedBy(match, runs, actionKey, isServed).size === newUnits.length);
  }

  /** The new services that get one of the actions of a use, too. */
  #servedBy(match: Match, runs: Ternary, actionKey: string, isInTime = (_: Use) => true): ReadonlySet<string> {
    const served = new Set<string>();
    const actions = [...new Set([actionKey, ...retiring])];
    for (const use of actions.flatMap(each => this.#uses.newUses.around(each, match))) {
      if (use.actionKey !== actionKey && !this.#hindrances.actionKeysOf(use).includes(actionKey)) continue;
      if (!this.#uses.isOfNew(use) || !isInTime(use) || !this.#replaces(use, match, runs)) continue;
      for (const unit of use.units ?? newUnits) if (newUnits.some(each => each === unit)) served.add(unit);
    }
    return served;
  }

  /** It is reached only where the same has failed for the new client: the consequences of its own failure are right. */
  #isLastTry(match: Match, runs: Ternary): boolean {
    return this.#uses.newUses
      .around(match.actionKey, match)
      .some(use => this.#uses.isOfNew(use) && followsFailure(runs, use));
  }

  #replaces(use: Use, match: Match, runs: Ternary): boolean {
    const other = this.#uses.new.runs(use.branchContext);
    if (other.value === false || isLostBy(match, other)) return false;
    if (isOnPath(use, match, other) && !areApart(runs, other)) return true;
    if (use.actionKey !== match.actionKey) return false;
    if (
      sharedBy(use.branchContext, match.branchContext)?.left.kind === 'list' &&
      isDoneAfterSame(this.#uses, runs, other)
    )
      return true;
    return this.#answers(use, match, runs) || (runs.value === false && this.#serves(use, match, runs));
  }
}

/** Its failure ends the script, so the other use is never reached. */
function isLostBy({ at }: Match, { value, no }: Ternary): boolean {
  return at !== undefined && value === undefined && no.of.has(fails(at));
}

/** It is reached only where the use has failed. */
export function followsFailure({ yes }: Ternary, { at }: Use): boolean {
  return at !== undefined && yes.of.has(fails(at));
}

/** Where one is reached, the other is not. */
function areApart(left: Ternary, right: Ternary): boolean {
  if (left.value === false || right.value === false) return false;
  return [...left.yes.of].some(fact => right.yes.of.has(opposite(fact)));
}
