/**
 * Which uses of the old client are intentional. Control flow alone says so: the use cannot run on a device with the new client,
 * its failure there is answered by the same for the new one, or it removes the old one. That some other line names the
 * new client says nothing.
 */

import { newUnits } from '../../catalogue/service-names.ts';
import type { Match, Reference } from '../../rules/sighting.ts';
import { type Frame, isInFunction } from '../../usage/frame.ts';
import { append } from '../append.ts';
import { Consequences } from './consequences.ts';
import type { Evaluation, NotedItem } from './evaluation.ts';
import { type Fact, fails, isEmpty, isNewThere, isOldVersion, isOutcome, meets, opposite, placeIn } from './facts.ts';
import { isFailure, isQuiet, setsNew, setsOld } from './items.ts';
import { areDevices, isForDevice, isNextTo, isUnconditional, sharedBy } from './relations.ts';
import { placeOf, Scripts } from './scripts.ts';
import type { Truth } from './truth.ts';
import { asksState, bringing, isDeclared, isIndependent, retiring, type Use, usesBinary } from './uses.ts';
import { UsesByPlace } from './uses-by-place.ts';

export class Guards {
  readonly #references: UsesByPlace<Reference>;
  readonly #matches: readonly Match[];
  readonly #new: Scripts;
  readonly #none: Scripts;
  readonly #matchesAt = new Map<number, Match[]>();
  readonly #referencesAt = new Map<number, Reference[]>();
  /** Where the state of the old client is asked for. */
  readonly #states = new Set<number>();
  readonly #consequences = new Map<Evaluation, Consequences>();
  readonly #known = new Map<Match, boolean>();

  /** With the scripts of `like`, which have been evaluated before. */
  constructor(references: readonly Reference[], matches: readonly Match[], like?: Guards, isWrapped = false) {
    this.#new = like ? like.#new : new Scripts('new', isWrapped);
    this.#none = like ? like.#none : new Scripts('none');
    this.#references = new UsesByPlace(references, use => this.#placesOf(use));
    this.#matches = matches;
    for (const reference of references) append(this.#referencesAt, placeOf(reference.frame), reference);
    for (const match of matches) {
      for (const place of new Set([placeOf(match.frame), ...definitionPlaces(match)]))
        append(this.#matchesAt, place, match);
      if (match.at !== undefined && match.asks && asksState(match)) this.#states.add(match.at);
    }
  }

  #consequencesIn(evaluation: Evaluation): Consequences {
    const known = this.#consequences.get(evaluation) ?? new Consequences(evaluation);
    this.#consequences.set(evaluation, known);
    return known;
  }

  isIntentional(match: Match): boolean {
    const known = this.#known.get(match);
    if (known !== undefined) return known;
    // What asks for itself while it is worked out is not intentional.
    this.#known.set(match, false);
    const intentional = this.#isIntentional(match);
    this.#known.set(match, intentional);
    return intentional;
  }

  #isIntentional(match: Match): boolean {
    // Options are those of a program that is new already.
    if (match.row.match.kind === 'option') return false;
    if (usesBinary(match) && this.#hasShim(match)) return true;
    if (this.#isMade(match)) return true;
    const runs = this.runs(match);
    if (runs.value !== false) {
      if (isIndependent(match)) return this.#isLastResort(match, runs);
      return this.#isAnswered(match, runs) || (match.asks === true && this.#isHarmless(match));
    }
    // How the old client fares does not say that it is the one that is installed.
    if (isIndependent(match)) return !this.#restsOnState(runs) && this.#none.runs(match.frame).value === false;
    // Where the script comes to it, the variable names another one.
    if (match.varies && isEmpty(runs.no) && this.#new.runs(match.frame).value !== false) return true;
    const reasons = [...runs.no.of].filter(fact => fact !== isNewThere);
    // It is left out whichever client there is: a setting, say, that somebody changes.
    if (isEmpty(runs.no)) return false;
    if (reasons.length === 0 && !runs.no.overflow) return !this.#runsAfterInstallation(match);
    // What is asked only in some state of the old client is asked of either, once that state is asked for rightly.
    const isOfOld = match.asks === true && !this.#restsOnState(runs);
    return isOfOld || this.#isAnswered(match, runs) || this.#isToldByVersion(match, runs);
  }

  /** What the old client does not matter for is done only after the same for the new one has failed, or on another device. */
  #isLastResort(match: Match, runs: Truth): boolean {
    return this.#references.of(match.action).some(use => {
      if (use.at !== undefined && runs.yes.of.has(fails(use.at))) return true;
      return areDevices(match.frame, use.frame);
    });
  }

  /** For old versions alone, where something else is done for all others. */
  #isToldByVersion({ frame }: Match, { no }: Truth): boolean {
    const evaluation = this.#new.evaluationOf(frame);
    const [fact, ...others] = [...no.of].filter(each => each !== isNewThere);
    if (!evaluation || fact !== isOldVersion || others.length > 0) return false;
    return this.#consequencesIn(evaluation).runBy(fact).length > 0;
  }

  /** The commands whose outcome decides that a use runs, `because` they fail there, or that it does not. */
  decidedBy(match: Match): readonly { readonly at: number; readonly because: boolean }[] {
    const { value, yes, no } = this.runs(match);
    const facts = [...(value === false ? no : yes).of];
    return facts.filter(isOutcome).map(fact => ({ at: placeIn(fact), because: value !== false && !(fact & 1) }));
  }

  /** Whether what a use asks for is whether the old client is installed. */
  asksPresence(match: Match): boolean {
    return match.asks === true && !asksState(match);
  }

  /** Pairs that `wouldAnswer` may be true of, the use first. */
  *possibleAnswers(matches: readonly Match[]): Generator<readonly [Match, Match]> {
    const uses = new UsesByPlace(matches, match => this.#placesOf(match));
    for (const match of matches) {
      const isRetired = retiring.has(match.action);
      const brings = isRetired ? [...bringing].flatMap(action => uses.of(action)) : [];
      const others = isRetired ? uses.of(match.action) : this.#relatedTo(match, uses);
      for (const use of new Set([...brings, ...others])) if (use !== match) yield [use, match];
    }
  }

  /** Uses of the same kind, of which one may be in the place of `match`. */
  #relatedTo<Each extends Use>(match: Match, uses: UsesByPlace<Each>): Iterable<Each> {
    return this.#isRelatedToAll(match) ? uses.of(match.action) : uses.near(match.action, this.#placesOf(match));
  }

  /** Where a use stands and what decides about it: without one in common, neither use is in the place of the other. */
  #placesOf(use: Use): ReadonlySet<number> {
    const { yes, no } = this.runs(use);
    const places = new Set([...yes.of, ...no.of].map(placeIn));
    if (use.at !== undefined) places.add(use.at);
    return places;
  }

  /** What stands on the same path, or in the same file, is enough. */
  #isRelatedToAll(match: Match): boolean {
    const { value, yes, no } = this.runs(match);
    if (value === false || yes.overflow || no.overflow || isDeclared(match)) return true;
    return isForDevice(match.frame);
  }

  /** Whether `match` would be taken for intentional if `use` were one of the new client. */
  wouldAnswer(use: Use, match: Match): boolean {
    const runs = this.runs(match);
    if (retiring.has(match.action)) return this.#replaces(use, match, runs);
    const serves = runs.value === false && match.row.match.kind === 'service' && use.action === match.action;
    return this.#answers(use, match, runs) || (serves && sharedBy(match.frame, use.frame)?.left.kind === 'list');
  }

  /** Whether it runs where the new client is; by way of a variable, with the name of the old one. */
  runs({ frame, at, varies }: Pick<Match, 'frame' | 'at' | 'varies'>): Truth {
    const runs = this.#new.runs(frame);
    if (!varies || at === undefined) return runs;
    const named = this.#new.evaluationOf(frame)?.runsOld(at);
    return named?.value === false ? named : runs;
  }

  /** The same is done for the new client where this cannot run, or fails. */
  #isAnswered(match: Match, runs: Truth): boolean {
    if (this.#makesFail(match)) return false;
    if (retiring.has(match.action)) return this.#isReplaced(match, runs) && !this.#startsOther(match);
    const uses = [...this.#relatedTo(match, this.#references)].filter(use => this.#isOfNew(use));
    if (uses.some(use => this.#answers(use, match, runs))) return true;
    return runs.value === false && this.#areAllServed(match, uses);
  }

  /** The same is done to each of the new services on the same path, perhaps if that one is in the state asked for. */
  #areAllServed(match: Match, uses: readonly Use[]): boolean {
    const served = new Set<string>();
    for (const { units = [], frame } of uses)
      if (this.#new.runs(frame).value !== false && sharedBy(match.frame, frame)?.left.kind === 'list')
        for (const unit of units) served.add(unit);
    return newUnits.every(unit => served.has(unit));
  }

  /** Whether `use`, of the new client, is in the place of `match` there. */
  #answers(use: Use, match: Match, runs: Truth): boolean {
    const other = this.runs(use);
    if (other.value === false || isLostBy(match, other)) return false;
    // One command names both.
    if (match.at !== undefined && use.at === match.at) return !this.#namesOldAlone(match);
    if (match.asks && !isNextTo(match.frame, use.frame)) return this.#areAlternatives(match, runs, use, other);
    if (runs.value === false && meets(other.yes, runs.no)) return true;
    if (runs.value === false && !this.#restsOnState(runs) && this.#isOnPath(use, match, other)) return true;
    if (runs.value === false) return this.#areAlternatives(match, runs, use, other, true);
    // It fails, and then the other one runs; or it runs only where the other one has failed.
    if (match.at !== undefined && other.yes.of.has(fails(match.at))) return true;
    if (use.at !== undefined && runs.yes.of.has(fails(use.at))) return true;
    return this.#areAlternatives(match, runs, use, other);
  }

  /**
   * In two branches of a decision whose outcome nobody knows: the author has thought of both. Where the new client has been
   * asked for already, how it fares may decide as well.
   */
  #areAlternatives(match: Match, runs: Truth, use: Use, other: Truth, isAsked = false): boolean {
    const evaluation = this.#new.evaluationOf(match.frame);
    for (const fact of evaluation ? runs.yes.of : [])
      if (other.yes.of.has(opposite(fact)) && evaluation!.decides(fact, isAsked)) return true;
    if (areDevices(match.frame, use.frame)) return true;
    return isDeclared(match) && sharedBy(match.frame, use.frame)?.left.kind === 'list';
  }

  /** Whether it does not run since the old client is not in some state: then nothing is done in that state. */
  #restsOnState({ no }: Truth): boolean {
    return [...no.of].some(fact => isOutcome(fact) && this.#states.has(placeIn(fact)));
  }

  /** `use` runs whenever what is around both does. */
  #isOnPath(use: Use, match: Match, runs: Truth): boolean {
    const shared = sharedBy(match.frame, use.frame);
    if (shared?.left.kind !== 'list') return false;
    return runs.value === true || isUnconditional(shared.inside);
  }

  /** Stopped, disabled or masked: both new services are told the same, or the client is brought to run, on the same path. */
  #isReplaced(match: Match, runs: Truth): boolean {
    const uses = [...bringing].flatMap(action => this.#references.of(action));
    if (uses.some(use => this.#isOfNew(use) && this.#replaces(use, match, runs))) return true;
    return this.#servedBy(match, runs).size === newUnits.length;
  }

  /** Those of the new services that are told the same. */
  #servedBy(match: Match, runs: Truth): ReadonlySet<string> {
    const served = new Set<string>();
    for (const use of this.#references.of(match.action)) {
      if (!this.#isOfNew(use) || !this.#replaces(use, match, runs)) continue;
      for (const unit of use.units ?? newUnits) if (newUnits.some(each => each === unit)) served.add(unit);
    }
    return served;
  }

  /** Why what is written for a use would change nothing: one of the new services is told elsewhere, and the other one is not. */
  whyInVain(match: Match): string | undefined {
    const runs = this.runs(match);
    if (runs.value !== false || !retiring.has(match.action)) return undefined;
    const served = this.#servedBy(match, runs);
    const missing = newUnits.filter(unit => !served.has(unit));
    if (served.size === 0 || missing.length === 0) return undefined;
    return `where the new client is, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not told the same`;
  }

  /** One call names both clients, and since the old one is not there it fails, and something comes of that. */
  #makesFail(match: Match): boolean {
    const { at, row, varies } = match;
    const evaluation = this.#new.evaluationOf(match.frame);
    if (row.match.kind !== 'service' || varies || match.asks || at === undefined || !evaluation) return false;
    if (!this.#references.of(match.action).some(use => use.at === at)) return false;
    const known = this.#consequencesIn(evaluation);
    return [...known.runBy(fails(at)), ...known.lostBy(fails(at))].some(item => item.at !== at && !isQuiet(item));
  }

  /** It is told on the same path, and its failure starts something else all the same. */
  #startsOther({ at, frame }: Match): boolean {
    const evaluation = this.#new.evaluationOf(frame);
    if (at === undefined || !evaluation) return false;
    const answers = ({ action }: Use) => retiring.has(action) || bringing.has(action);
    return this.#consequencesIn(evaluation)
      .runBy(fails(at))
      .some(item => item.at !== at && !isQuiet(item) && !(this.#referencesAt.get(item.at) ?? []).some(answers));
  }

  /** A variable that names the new client somewhere else may name the old one here. */
  #isOfNew({ at, frame }: Use): boolean {
    return at === undefined || !this.#new.evaluationOf(frame)?.namesNoNew(at);
  }

  /** A variable that names the new client in another place, or at another time. */
  #namesOldAlone({ frame, at, varies }: Match): boolean {
    return varies === true && at !== undefined && this.#new.evaluationOf(frame)?.namesOldAlone(at) === true;
  }

  #replaces(use: Use, match: Match, runs: Truth): boolean {
    const other = this.#new.runs(use.frame);
    if (other.value === false || isLostBy(match, other)) return false;
    return this.#isOnPath(use, match, other) || (use.action === match.action && this.#answers(use, match, runs));
  }

  /**
   * A question about the old client, which says no on the device: the same is done there for the new client, or all that is
   * left out is about the old one alone, and nothing is done about its absence.
   */
  #isHarmless(match: Match): boolean {
    const { at } = match;
    const evaluation = this.#new.evaluationOf(match.frame);
    if (at === undefined || !evaluation) return false;
    const known = this.#consequencesIn(evaluation);
    if (known.overflow) return false;
    const skipped = known.skippedBy(fails(at));
    const consequences = known.runBy(fails(at));
    const places = skipped.flatMap(item => [item.at, ...item.sets.map(set => set.at)]);
    const uses = places
      .flatMap(place => this.#matchesAt.get(place) ?? [])
      .filter(other => other !== match && !other.asks && this.#isLeftOut(other, fails(at)));
    if (!uses.every(use => this.isIntentional(use))) return false;
    if (skipped.length + consequences.length === 0 && evaluation.isMeant(at)) return true;
    const isAnswered = ({ action }: Match) =>
      !retiring.has(action) ||
      consequences.some(item => (this.#referencesAt.get(item.at) ?? []).some(use => use.action === action));
    // What does not depend on the client is left out for the old one alone, and nothing is done in its place.
    if (uses.some(use => !isIndependent(use) && isAnswered(use))) return true;
    if (this.#isRefusal(match, skipped, consequences)) return true;
    const touched = [...skipped, ...consequences];
    const isProbe = ({ action }: Use) => action === 'probe' || action.startsWith('removed:');
    const own = (item: NotedItem) => (this.#referencesAt.get(item.at) ?? []).some(isProbe);
    const isOwn = (item: NotedItem) =>
      own(item) || (this.#matchesAt.get(item.at) ?? []).some(other => other.asks || uses.includes(other));
    const isMeant = uses.length > 0 || touched.some(own) || skipped.some(setsOld) || consequences.some(setsNew);
    return isMeant && touched.every(item => isOwn(item) || isQuiet(item));
  }

  /** With the name of the old client, and because of this: a variable may name the new one there. */
  #isLeftOut(use: Match, because: Fact): boolean {
    const { value, no } = this.runs(use);
    return value !== false || no.overflow || no.of.has(because);
  }

  /** A script for the new client, by its own names, that refuses to work beside the old one. */
  #isRefusal(match: Match, skipped: readonly NotedItem[], rest: readonly NotedItem[]): boolean {
    if (asksState(match) || !skipped.some(isFailure)) return false;
    if (!skipped.every(item => isQuiet(item) || isFailure(item))) return false;
    const isUse = ({ action }: Use) => !action.startsWith('removed:');
    return rest.some(item => (this.#referencesAt.get(item.at) ?? []).some(isUse));
  }

  /** Whether a command asks for the old client, of which there is none where the new one is. */
  asksOld(frame: Frame | undefined, at: number): boolean {
    return this.#new.evaluationOf(frame)?.isAsked(at) ?? false;
  }

  /** A place of the old binary that leads to the new one by then; what no script runs finds it in the image. */
  #hasShim({ frame }: Match): boolean {
    return this.#references.of('shim').some(use => {
      const { value } = this.#new.runs(use.frame);
      const shared = sharedBy(frame, use.frame);
      // `rm -f OLD && ln -s NEW OLD`
      const isLinked = value === undefined && shared?.inside.every(({ kind }) => kind === 'chain' || kind === 'list');
      if (value !== true && !isLinked) return false;
      if (!shared) return !frame;
      return shared.left.kind !== 'list' || shared.right.arm <= shared.left.arm || isInFunction(frame);
    });
  }

  /** A file of the script's own, which it has put in the place of the one that is gone. */
  #isMade(match: Match): boolean {
    return this.#references
      .of(`made:${match.row.id}`)
      .some(use => use.manner === match.manner && this.#isOnPath(use, match, this.#new.runs(use.frame)));
  }

  /** Where there is no client yet, and it has been installed before. */
  #runsAfterInstallation(match: Match): boolean {
    if (this.#none.runs(match.frame).value === false) return false;
    const installs = [...this.#references.all, ...this.#matches].filter(({ action }) => action.startsWith('package:'));
    return installs.some(({ frame, action }) => {
      if (!bringing.has(action) || this.#none.runs(frame).value === false) return false;
      const shared = sharedBy(match.frame, frame);
      if (!shared || this.#new.runs(frame).value !== false) return false;
      return shared.left.kind === 'list' && shared.right.arm < shared.left.arm;
    });
  }
}

/** Its failure ends the script, and the other use is never come to. */
function isLostBy({ at }: Match, { value, no }: Truth): boolean {
  return at !== undefined && value === undefined && no.of.has(fails(at));
}

/** Where the variable gets its value that the use comes by. */
function definitionPlaces({ via }: Match): readonly number[] {
  return via?.definition.words.map(({ source, start }) => source.startOf(start)) ?? [];
}
