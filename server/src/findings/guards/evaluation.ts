/** The result of evaluating a script for a device: which of its parts run there, and what that depends on. */
import type { Generation } from '../../mender/generations.ts';
import { type Fact, type Facts, fails, isNewThere, isOutcome, placeIn } from './facts.ts';
import type { NamedClients } from './named-clients.ts';
import { ProbedStates } from './states-asked.ts';
import { both, either, FALSE, type Ternary, UNKNOWN } from './ternary.ts';

/** A command, a test or a pipeline: it contains no other part, except for the scripts in its words. */
export interface Item {
  readonly at: number;
  /** Those of the program, as far as they are known; none for a test, or for assignments alone. */
  readonly words: readonly string[];
  readonly sets: readonly { readonly name: string; readonly at: number; readonly texts: readonly string[] }[];
  readonly writes: boolean;
  /** It ends the script, the function or the loop, and whether as a failure. */
  readonly leaves: 'well' | 'badly' | undefined;
}

export interface NotedItem extends Item {
  readonly runs: Ternary;
}

/** An action of a command on one client, named by names of that client alone. */
interface DoneInRound {
  readonly old: Set<string>;
  readonly new: Set<string>;
}

export class Evaluation {
  readonly states = new ProbedStates();
  readonly #runs = new Map<number, Ternary>();
  readonly #items = new Map<number, Item>();
  readonly #indifferent = new Set<number>();
  readonly #ofNew = new Set<number>();

  /** A part of the script is reached: it runs if it does so any time that it is reached. */
  note(at: number, runs: Ternary): void {
    const before = this.#runs.get(at);
    // A list and its first statement start at the same place.
    if (before === runs) return;
    this.#runs.set(at, before ? either(before, runs) : runs);
  }

  noteItem(item: Item): void {
    this.#items.set(item.at, item);
  }

  /** A probe that is negated. */
  noteNegated(at: number): void {
    this.#negated.add(at);
  }
  readonly #negated = new Set<number>();

  isNegated(at: number): boolean {
    return this.#negated.has(at);
  }

  /** `set -e`: the script ends with commands that fail. */
  noteEnding({ of }: Facts): void {
    for (const fact of of) if (isOutcome(fact)) this.#ending.add(placeIn(fact));
  }
  readonly #ending = new Set<number>();

  isEnding(at: number): boolean {
    return this.#ending.has(at);
  }

  /** The first command of a pipeline that does not fail with it. */
  noteUnheeded(at: number): void {
    this.#unheeded.add(at);
  }
  readonly #unheeded = new Set<number>();

  isUnheeded(at: number): boolean {
    return this.#unheeded.has(at);
  }

  /** The commands of one pipeline. */
  notePiped(at: number, pipeline: number): void {
    this.#piped.set(at, pipeline);
  }
  readonly #piped = new Map<number, number>();

  areInOnePipe(left: number, right: number): boolean {
    const pipeline = this.#piped.get(left);
    return pipeline !== undefined && pipeline === this.#piped.get(right);
  }

  /** A loop repeats for ever because of the status of these commands. */
  noteEndless({ of }: Facts): void {
    for (const fact of of) if (isOutcome(fact)) this.#endless.add(placeIn(fact));
  }
  readonly #endless = new Set<number>();

  isEndless(at: number): boolean {
    return this.#endless.has(at);
  }

  /** The status of the script: its failure is that of these commands. */
  noteLast({ value, no }: Ternary): void {
    if (value === false) for (const fact of no.of) if (isOutcome(fact)) this.#last.add(placeIn(fact));
  }
  readonly #last = new Set<number>();

  isLast(at: number): boolean {
    return this.#last.has(at);
  }

  /** A branch that depends on arguments, or on the state of the new client, and not on which client there is. */
  noteIndifferent(at: number): void {
    this.#indifferent.add(at);
  }

  noteOldAction(at: number): void {
    this.#oldActions.add(at);
  }
  readonly #oldActions = new Set<number>();

  /**
   * Whether something depends on a use of the old client, which fails until it is rewritten, or on the status of a
   * command of the new one.
   */
  restsOn(generation: Generation, { of }: Facts): boolean {
    const places = generation === 'old' ? this.#oldActions : this.#ofNew;
    for (const fact of of) if (isOutcome(fact) && places.has(placeIn(fact))) return true;
    return false;
  }

  /** Commands fail, or print nothing, because the client is not the old one. */
  noteProbed({ of }: Facts): void {
    for (const fact of of) if (isOutcome(fact)) this.#asked.add(placeIn(fact));
  }
  readonly #asked = new Set<number>();

  /** Their output is compared with a version that only the new client has: no output is as good. */
  noteMeant({ of }: Facts, { yes, no }: Ternary): void {
    if (!yes.of.has(isNewThere) && !no.of.has(isNewThere)) return;
    for (const fact of of) this.#meant.add(placeIn(fact));
  }
  readonly #meant = new Set<number>();

  isMeant(at: number): boolean {
    return this.#meant.has(at);
  }

  /** A command has an empty argument, because nothing is printed there. */
  noteLacking({ of }: Facts): void {
    for (const fact of of) this.#lacking.add(placeIn(fact));
  }
  readonly #lacking = new Set<number>();

  isLacking(at: number): boolean {
    return this.#lacking.has(at);
  }

  isAsked(at: number): boolean {
    return this.#asked.has(at);
  }

  /**
   * Which clients a command names when it is reached, and its action on them: the same text for the same action. In
   * rounds of one loop over the names of both, `round` is the same object.
   */
  noteNamed(at: number, named: NamedClients, runs: Ternary, round: object, action: string): void {
    if (named.newByName) this.#newByName.add(at);
    const known = this.#named.get(at) ?? { old: FALSE, rounds: new Map<object, DoneInRound>() };
    this.#named.set(at, known);
    known.old = known.rounds.size === 0 ? both(runs, named.old) : either(known.old, both(runs, named.old));
    const done = known.rounds.get(round) ?? { old: new Set<string>(), new: new Set<string>() };
    known.rounds.set(round, done);
    const isRun = runs.value !== false;
    // Its own failure with the other name keeps it from being reached again.
    const isLost = runs.value === undefined && runs.no.of.has(fails(at));
    if (isRun && named.oldAlone) done.old.add(action);
    if (isRun && !isLost && named.new) done.new.add(action);
  }
  readonly #named = new Map<number, { old: Ternary; readonly rounds: Map<object, DoneInRound> }>();

  readonly #newByName = new Set<number>();

  /** Whether the command runs with the name of the old client; undefined for one without a name of the new one. */
  runsOld(at: number): Ternary | undefined {
    return this.#newByName.has(at) ? this.#named.get(at)?.old : undefined;
  }

  /** A command that at some time acts on the old client, and never on another one. */
  namesOldAlone(at: number): boolean {
    return [...(this.#named.get(at)?.rounds.values() ?? [])].some(done =>
      [...done.old].some(action => !done.new.has(action)),
    );
  }

  /** A command that never names the new client. */
  namesNoNew(at: number): boolean {
    const rounds = this.#named.get(at)?.rounds;
    return rounds !== undefined && ![...rounds.values()].some(done => done.new.size > 0);
  }

  /** The status of the command depends on the new client, and not on which client there is. */
  noteOfNew(at: number): void {
    this.#ofNew.add(at);
  }

  /** Undefined for a place that is no part of the script. */
  runs(at: number): Ternary | undefined {
    return this.#runs.get(at);
  }

  /** Whether a fact may distinguish the generations. */
  decides(fact: Fact, isAsked: boolean): boolean {
    if (isOutcome(fact)) return isAsked || !this.#ofNew.has(placeIn(fact));
    return isAsked || !this.#indifferent.has(placeIn(fact));
  }

  get items(): readonly NotedItem[] {
    return [...this.#items.values()].map(item => ({ ...item, runs: this.#runs.get(item.at) ?? UNKNOWN }));
  }
}
