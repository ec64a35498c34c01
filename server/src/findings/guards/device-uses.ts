/** The uses of a document on a device with the new client: which of them run there, why, and which are at a place. */
import type { Match, NewClientUse } from '../../rules/occurrence.ts';
import { append } from '../../text/append.ts';
import type { BranchContext } from '../../usage/branch-context.ts';
import { Consequences } from './consequences.ts';
import type { Evaluation } from './evaluation.ts';
import { type Fact, placeIn } from './facts.ts';
import { isForDevice } from './relations.ts';
import { statesOfOld } from './same-decision.ts';
import { placeOf, Scripts } from './scripts.ts';
import type { Ternary } from './ternary.ts';
import { bringing, isDeclared, probesState, type Use } from './uses.ts';
import { UsesByPlace } from './uses-by-place.ts';

export class DeviceUses {
  readonly newUses: UsesByPlace<NewClientUse>;
  readonly matches: readonly Match[];
  /** For a device with the new client, and for one that has none yet. */
  readonly new: Scripts;
  readonly none: Scripts;
  readonly #matchesAt = new Map<number, Match[]>();
  readonly #referencesAt = new Map<number, NewClientUse[]>();
  readonly #consequences = new Map<Evaluation, Consequences>();

  /** With the scripts of `like`, which are already evaluated. */
  constructor(newUses: readonly NewClientUse[], matches: readonly Match[], like?: DeviceUses, isWrapped = false) {
    this.new = like ? like.new : new Scripts('new', isWrapped);
    this.none = like ? like.none : new Scripts('none');
    this.newUses = new UsesByPlace(newUses, use => this.placesOf(use));
    this.matches = matches;
    for (const newUse of newUses) append(this.#referencesAt, placeOf(newUse.branchContext), newUse);
    for (const match of matches) {
      for (const place of new Set([placeOf(match.branchContext), ...definitionPlaces(match)]))
        append(this.#matchesAt, place, match);
    }
  }

  matchesAt(place: number): readonly Match[] {
    return this.#matchesAt.get(place) ?? [];
  }

  referencesAt(place: number): readonly NewClientUse[] {
    return this.#referencesAt.get(place) ?? [];
  }

  evaluationOf(branchContext: BranchContext | undefined): Evaluation | undefined {
    return this.new.evaluationOf(branchContext);
  }

  consequencesIn(evaluation: Evaluation): Consequences {
    const known = this.#consequences.get(evaluation) ?? new Consequences(evaluation);
    this.#consequences.set(evaluation, known);
    return known;
  }

  /** Whether it runs where the new client is; for a variable, with the name of the old one. */
  runs({ branchContext, at, varies }: Pick<Match, 'branchContext' | 'at' | 'varies'>): Ternary {
    const runs = this.new.runs(branchContext);
    if (!varies || at === undefined) return runs;
    const named = this.evaluationOf(branchContext)?.runsOld(at);
    return named?.value === false ? named : runs;
  }

  /** With the name of the old client, and because of this: a variable may name the new one there. */
  isLeftOut(use: Match, because: Fact): boolean {
    const { value, no } = this.runs(use);
    return value !== false || no.overflow || no.of.has(because);
  }

  /** The places that decide about a use: without a common one, neither use replaces the other. */
  placesOf(use: Use): Iterable<number> {
    const { yes, no } = this.runs(use);
    // Most depend on nothing, and creating a set for each would be most of the work.
    if (yes.of.size + no.of.size === 0) return use.at === undefined ? [] : [use.at];
    const places = new Set([...yes.of, ...no.of].map(placeIn));
    if (use.at !== undefined) places.add(use.at);
    return places;
  }

  /** Uses of the same kind, of which one may replace `match`. */
  relatedTo<Each extends Use>(match: Match, uses: UsesByPlace<Each>): Iterable<Each> {
    return this.#isRelatedToAll(match)
      ? uses.around(match.actionKey, match)
      : uses.near(match.actionKey, this.placesOf(match), match);
  }

  /** Being on the same path, or in the same file, is enough. */
  #isRelatedToAll(match: Match): boolean {
    const { value, yes, no } = this.runs(match);
    if (value === false || yes.overflow || no.overflow || isDeclared(match)) return true;
    return isForDevice(match.branchContext);
  }

  /** Installations of the client that run on a device without one, and not on one with the new client. */
  firstInstalls(): readonly Use[] {
    return [...this.newUses.all, ...this.matches].filter(
      ({ actionKey, branchContext }) =>
        actionKey.startsWith('package:') &&
        bringing.has(actionKey) &&
        this.none.runs(branchContext).value !== false &&
        this.new.runs(branchContext).value === false,
    );
  }

  /** Whether it does not run because the old client is not in some state: then nothing is done in that state. */
  restsOnState({ branchContext }: Use, { no }: Ternary): boolean {
    const states = this.evaluationOf(branchContext)?.states;
    return states !== undefined && statesOfOld(states, no).length > 0;
  }

  /** Whether it queries the state of the old client, and not whether it exists. */
  probesState(match: Match): boolean {
    if (match.isProbe !== true) return false;
    const states = match.at === undefined ? undefined : this.evaluationOf(match.branchContext)?.states;
    return states?.isOf('old', match.at!) || probesState(match);
  }

  /** A variable that names the new client elsewhere may name the old one here. */
  isOfNew({ at, branchContext }: Use): boolean {
    return at === undefined || !this.evaluationOf(branchContext)?.namesNoNew(at);
  }

  /** A variable that names the new client in another place, or at another time. */
  namesOldAlone({ branchContext, at, varies }: Match): boolean {
    return varies === true && at !== undefined && this.evaluationOf(branchContext)?.namesOldAlone(at) === true;
  }
}

/** Where the variable of a use gets its value. */
function definitionPlaces({ indirection }: Match): readonly number[] {
  return indirection?.definition.words.map(({ source, start }) => source.startOf(start)) ?? [];
}
