/**
 * The parts of a script that run, or do not run, because a command fails on the device: computed once for all commands.
 */

import { append } from '../../text/append.ts';
import { inOrder } from '../../text/nearest.ts';
import type { Evaluation, NotedItem } from './evaluation.ts';
import type { Fact } from './facts.ts';

export class Consequences {
  readonly #skipped = new Map<Fact, NotedItem[]>();
  readonly #run = new Map<Fact, NotedItem[]>();
  readonly #lost = new Map<Fact, NotedItem[]>();
  readonly #unreached = new Map<Fact, NotedItem[]>();
  readonly #avoided = new Map<Fact, NotedItem[]>();
  /** There are more facts than were kept: nothing is certain. */
  readonly overflow: boolean;
  /** In the order of the text, as all lists. */
  readonly items: readonly NotedItem[];
  readonly #byPlace = new Map<number, NotedItem>();
  readonly #turns = new Map<number, number>();

  constructor(evaluation: Evaluation) {
    let overflow = false;
    const { items: noted } = evaluation;
    this.items = inOrder(noted);
    for (const { at } of noted) this.#turns.set(at, this.#turns.size);
    for (const item of this.items) {
      this.#byPlace.set(item.at, item);
      const { value, yes, no } = item.runs;
      const [facts, items] = value === false ? [no, this.#skipped] : [yes, this.#run];
      overflow ||= facts.overflow;
      for (const fact of facts.of) append(items, fact, item);
      if (value === undefined) for (const fact of no.of) append(this.#lost, fact, item);
      if (value === true) for (const fact of no.of) append(this.#avoided, fact, item);
      if (value === false) for (const fact of yes.of) append(this.#unreached, fact, item);
    }
    this.overflow = overflow;
  }

  itemAt(at: number): NotedItem | undefined {
    return this.#byPlace.get(at);
  }

  /** When it is first reached among all of them: a function where it is called. */
  turnOf(at: number): number | undefined {
    return this.#turns.get(at);
  }

  /** Items that do not run because of it. */
  skippedBy(fact: Fact): readonly NotedItem[] {
    return this.#skipped.get(fact) ?? [];
  }

  /** Items that run because of it. */
  runBy(fact: Fact): readonly NotedItem[] {
    return this.#run.get(fact) ?? [];
  }

  /** Items that do not run, and would because of it. */
  wouldBeRunBy(fact: Fact): readonly NotedItem[] {
    return this.#unreached.get(fact) ?? [];
  }

  /** Items that run, and would not because of it. */
  avoidedBy(fact: Fact): readonly NotedItem[] {
    return this.#avoided.get(fact) ?? [];
  }

  /** Items that run only if it does not happen. */
  lostBy(fact: Fact): readonly NotedItem[] {
    return this.#lost.get(fact) ?? [];
  }
}
