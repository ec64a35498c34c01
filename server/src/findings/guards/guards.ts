/**
 * Which uses of the old client are intentional. Control flow alone says so: the use cannot run on a device with the new
 * client, its failure there is answered by the same for the new one, or it removes the old one. Another line that names
 * the new client proves nothing.
 */

import type { Match, NewClientUse } from '../../rules/occurrence.ts';
import type { Range } from '../../text/fragment.ts';
import { type BranchContext, isInFunction } from '../../usage/branch-context.ts';
import { AnsweredUses, followsFailure } from './answered-uses.ts';
import { DeviceUses } from './device-uses.ts';
import { fails, isEmpty, isNewThere, isOldVersion, isOutcome, placeIn, succeeds } from './facts.ts';
import { HarmlessProbes } from './harmless-probes.ts';
import { isQuiet } from './items.ts';
import { areDevices, isForDevice, sharedBy } from './relations.ts';
import type { Ternary } from './ternary.ts';
import { isIndependent, type Use, usesBinary } from './uses.ts';

export class Guards {
  readonly #uses: DeviceUses;
  readonly #answered: AnsweredUses;
  readonly #questions: HarmlessProbes;
  readonly #known = new Map<Match, boolean>();

  /** With the scripts of `like`, which are already evaluated. */
  constructor(newUses: readonly NewClientUse[], matches: readonly Match[], like?: Guards, isWrapped = false) {
    this.#uses = new DeviceUses(newUses, matches, like ? like.#uses : undefined, isWrapped);
    this.#answered = new AnsweredUses(this.#uses);
    this.#questions = new HarmlessProbes(this.#uses, this.#answered, match => this.isIntentional(match));
  }

  isIntentional(match: Match): boolean {
    const known = this.#known.get(match);
    if (known !== undefined) return known;
    // A use that depends on itself is not intentional.
    this.#known.set(match, false);
    const intentional = this.#isIntentional(match);
    this.#known.set(match, intentional);
    return intentional;
  }

  #isIntentional(match: Match): boolean {
    // Wrong options belong to a program that is already new.
    if (match.rule.match.kind === 'option') return false;
    if (usesBinary(match) && this.#hasShim(match)) return true;
    if (this.#isMade(match)) return true;
    const runs = this.#uses.runs(match);
    if (runs.value !== false) {
      if (isIndependent(match)) return this.#isLastResort(match, runs);
      const isAnswered = this.#answered.isAnswered(match, runs);
      if (match.isProbe !== true) return isAnswered;
      if (this.#isProbedForEver(match)) return false;
      return (isAnswered && !this.#questions.leavesOutNew(match)) || this.#questions.isHarmless(match);
    }
    // The state of the old client does not say that it is the installed one.
    if (isIndependent(match))
      return !this.#uses.restsOnState(match, runs) && this.#uses.none.runs(match.branchContext).value === false;
    // Where the script reaches it, the variable has another name.
    if (match.varies && isEmpty(runs.no) && this.#uses.new.runs(match.branchContext).value !== false) return true;
    const reasons = [...runs.no.of].filter(fact => fact !== isNewThere);
    // It does not run whichever client there is: because of a setting, say, that somebody changes.
    if (isEmpty(runs.no)) return false;
    if (reasons.length === 0 && !runs.no.overflow) return !this.#runsAfterInstallation(match);
    // A probe in some state of the old client applies to either client once the query of that state is corrected.
    const isOfOld = match.isProbe === true && !this.#uses.restsOnState(match, runs);
    return isOfOld || this.#answered.isAnswered(match, runs) || this.#isToldByVersion(match, runs);
  }

  /** Its failure keeps a loop going, whatever is done in it. */
  #isProbedForEver({ at, branchContext }: Match): boolean {
    return at !== undefined && this.#uses.evaluationOf(branchContext)?.isEndless(at) === true;
  }

  /**
   * A use that does not depend on the old client runs only after the same for the new one has failed, or on another
   * device.
   */
  #isLastResort(match: Match, runs: Ternary): boolean {
    return this.#uses.newUses
      .around(match.actionKey, match)
      .some(use => followsFailure(runs, use) || areDevices(match.branchContext, use.branchContext));
  }

  /** For old versions alone, where something else is done for all others. */
  #isToldByVersion({ branchContext }: Match, { no }: Ternary): boolean {
    const evaluation = this.#uses.evaluationOf(branchContext);
    const [fact, ...others] = [...no.of].filter(each => each !== isNewThere);
    if (!evaluation || fact !== isOldVersion || others.length > 0) return false;
    return this.#uses.consequencesIn(evaluation).runBy(fact).length > 0;
  }

  /** The commands whose outcome decides that a use runs, `because` they fail there, or that it does not. */
  decidedBy(match: Match): readonly { readonly at: number; readonly because: boolean }[] {
    const { value, yes, no } = this.#uses.runs(match);
    const facts = [...(value === false ? no : yes).of];
    return facts.filter(isOutcome).map(fact => ({ at: placeIn(fact), because: value !== false && !(fact & 1) }));
  }

  /** Whether a use probes for the old client being installed. */
  probesPresence(match: Match): boolean {
    return match.isProbe === true && !this.#uses.probesState(match);
  }

  /** Whether a command probes for the old client, which is missing where the new one is. */
  probesOld(branchContext: BranchContext | undefined, at: number): boolean {
    return this.#uses.evaluationOf(branchContext)?.isAsked(at) ?? false;
  }

  /** Pairs for which `wouldAnswer` may be true, the use first. */
  *possibleAnswers(matches: readonly Match[]): Generator<readonly [Match, Match]> {
    yield* this.#answered.possibleAnswers(matches);
    yield* this.#questions.possibleTwins(matches);
  }

  /** Places of probes, and uses that are answered elsewhere once the probe is corrected for the new client. */
  answeredOnceCorrected(matches: readonly Match[]): Iterable<readonly [number, Match]> {
    return this.#answered.answeredOnceCorrected(matches);
  }

  /** Whether `match` would count as intentional if `use` were one of the new client. */
  wouldAnswer(use: Match, match: Match): boolean {
    return this.#answered.wouldAnswer(use, match) || this.#questions.wouldAnswer(use, match);
  }

  /** Reached unchanged, it does more than fail: it finds other processes, or its failure has consequences. */
  isHarmful({ rule, at, branchContext }: Match): boolean {
    if (rule.match.kind === 'process' && rule.match.use === 'signal') return true;
    const evaluation = this.#uses.evaluationOf(branchContext);
    if (at === undefined || !evaluation) return false;
    const known = this.#uses.consequencesIn(evaluation);
    // `PROBE && OLD || ACTION`: once corrected, the probe leads to what fails, and that to the action.
    const items = [...known.wouldBeRunBy(fails(at)), ...known.avoidedBy(succeeds(at))];
    return evaluation.isEnding(at) || items.some(item => !isQuiet(item));
  }

  /**
   * Why a fix of a use would change nothing: one of the new services has its counterpart elsewhere, and the other one
   * does not.
   */
  whyInVain(match: Match): string | undefined {
    return this.#answered.whyInVain(match);
  }

  /** A place of the old binary that leads to the new one by then. */
  #hasShim(match: Match): boolean {
    return this.#uses.newUses.around('shim', match).some(use => this.#isThereBy(use, match));
  }

  /** The script's own file, which it has created in place of the one that is gone. */
  #isMade(match: Match): boolean {
    return this.#uses.newUses
      .around(`made:${match.rule.id}`, match)
      .some(use => use.callSignature === match.callSignature && this.#isThereBy(use, match));
  }

  /** Created on the way to a use; a use outside of scripts finds it in the image. */
  #isThereBy(use: NewClientUse, match: Match): boolean {
    if (use.lasts) return lastsFor(use.lasts, use, match);
    const { branchContext } = match;
    const { value } = this.#uses.new.runs(use.branchContext);
    const shared = sharedBy(branchContext, use.branchContext);
    // `rm -f OLD && ln -s NEW OLD`
    const isLinked = value === undefined && shared?.inside.every(({ kind }) => kind === 'chain' || kind === 'list');
    if (value !== true && !isLinked) return false;
    if (!shared) return !branchContext;
    return shared.left.kind !== 'list' || shared.right.branch <= shared.left.branch || isInFunction(branchContext);
  }

  /** Where there is no client yet, and it was installed before. */
  #runsAfterInstallation(match: Match): boolean {
    this.#installs ??= this.#uses.firstInstalls();
    // Few scripts install the client. The others need no further evaluation, for a device without one.
    if (this.#installs.length === 0 || this.#uses.none.runs(match.branchContext).value === false) return false;
    return this.#installs.some(({ branchContext }) => {
      const shared = sharedBy(match.branchContext, branchContext);
      return shared?.left.kind === 'list' && shared.right.branch < shared.left.branch;
    });
  }
  /** The same for all matches. */
  #installs: readonly Use[] | undefined;
}

/** Something created outside of scripts is there for what follows, on the same devices. */
function lastsFor(lasts: Range, { branchContext: made }: NewClientUse, { range, branchContext }: Match): boolean {
  if (range.start < lasts.start || range.start >= lasts.end) return false;
  const shared = sharedBy(branchContext, made);
  return !isForDevice(made) || (shared !== undefined && shared.left.branch === shared.right.branch);
}
