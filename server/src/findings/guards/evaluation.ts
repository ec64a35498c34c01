/** What comes of evaluating a script for a device: which of its parts run there, and what that rests on. */
import type { Generation } from '../../catalogue/generations.ts';
import { type Fact, type Facts, isOutcome, placeIn } from './facts.ts';
import { either, type Truth, UNKNOWN } from './truth.ts';

/** A command, a test or a pipeline: what no other part is in, but for the scripts in its words. */
export interface Item {
  readonly at: number;
  /** Of the program, as far as they are known; none for a test, or for assignments alone. */
  readonly words: readonly string[];
  readonly sets: readonly { readonly name: string; readonly at: number; readonly texts: readonly string[] }[];
  readonly writes: boolean;
  /** It ends the script, the function or the loop, and whether it says that something failed. */
  readonly leaves: 'well' | 'badly' | undefined;
}

export interface NotedItem extends Item {
  readonly runs: Truth;
}

export class Evaluation {
  readonly #runs = new Map<number, Truth>();
  readonly #items = new Map<number, Item>();
  readonly #indifferent = new Set<number>();
  readonly #ofNew = new Set<number>();

  /** A part of the script is come by: it runs, at one time or another, if it does at any of them. */
  note(at: number, runs: Truth): void {
    const before = this.#runs.get(at);
    // A list and its first statement start at the same place.
    if (before === runs) return;
    this.#runs.set(at, before ? either(before, runs) : runs);
  }

  noteItem(item: Item): void {
    this.#items.set(item.at, item);
  }

  /** A branch that is told what to do by arguments, or by how the new client fares, and not by which client there is. */
  noteIndifferent(at: number): void {
    this.#indifferent.add(at);
  }

  /** Whether something rests on how a command of the new client ends. */
  restsOnNew({ of }: Facts): boolean {
    for (const fact of of) if (isOutcome(fact) && this.#ofNew.has(placeIn(fact))) return true;
    return false;
  }

  /** Commands fail, or print nothing, since the client is not the old one. */
  noteAsked({ of }: Facts): void {
    for (const fact of of) if (isOutcome(fact)) this.#asked.add(placeIn(fact));
  }
  readonly #asked = new Set<number>();

  /** What they say is compared with a version that only the new client has: that nothing is said is as good. */
  noteMeant({ of }: Facts): void {
    for (const fact of of) this.#meant.add(placeIn(fact));
  }
  readonly #meant = new Set<number>();

  isMeant(at: number): boolean {
    return this.#meant.has(at);
  }

  isAsked(at: number): boolean {
    return this.#asked.has(at);
  }

  /** Which clients a command names, with the values that its variables have there; undefined where it may name any. */
  noteNamed(at: number, named: ReadonlySet<Generation> | undefined): void {
    const before = this.#named.get(at);
    const isOpen = !named || (this.#named.has(at) && !before);
    this.#named.set(at, isOpen ? undefined : new Set([...(before ?? []), ...named]));
  }
  readonly #named = new Map<number, ReadonlySet<Generation> | undefined>();

  /** It is the old client alone that a command names, whatever its variables are elsewhere. */
  namesOldAlone(at: number): boolean {
    const named = this.#named.get(at);
    return named?.has('old') === true && !named.has('new');
  }

  /** How the command ends says something of the new client, and not which client there is. */
  noteOfNew(at: number): void {
    this.#ofNew.add(at);
  }

  /** Undefined for a place that is no part of the script. */
  runs(at: number): Truth | undefined {
    return this.#runs.get(at);
  }

  /** Whether a fact may tell one generation from the other. */
  decides(fact: Fact, isAsked: boolean): boolean {
    if (isOutcome(fact)) return isAsked || !this.#ofNew.has(placeIn(fact));
    return isAsked || !this.#indifferent.has(placeIn(fact));
  }

  get items(): readonly NotedItem[] {
    return [...this.#items.values()].map(item => ({ ...item, runs: this.#runs.get(item.at) ?? UNKNOWN }));
  }
}
