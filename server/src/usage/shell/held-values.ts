/** The possible values of a word with variables, with the places that they come from, computed on demand. */
import type { Word } from '../../text/word.ts';
import type { Definition, ResolvedValue, ResolvedWord } from '../usage.ts';

export interface Holding {
  readonly values: readonly ResolvedValue[];
  readonly open: readonly string[];
}

export function definedBy({ text, origins }: ResolvedValue, definition: Definition): ResolvedValue {
  return { text, origins: origins.map(origin => ({ ...origin, definition: origin.definition ?? definition })) };
}

export function joinedValue(before: ResolvedValue, after: ResolvedValue): ResolvedValue {
  const moved = after.origins.map(origin => ({ ...origin, at: origin.at + before.text.length }));
  return { text: before.text + after.text, origins: [...before.origins, ...moved] };
}

/** The words that a value is split into where it is expanded without quotes (XCU 2.6.5, with the usual IFS). */
export function splitValue(value: ResolvedValue): ResolvedValue[] {
  return [...value.text.matchAll(/[^ \t\n]+/g)].map(({ 0: text, index }) => {
    const end = index + text.length;
    const origins = value.origins.flatMap((origin, order) => {
      const stop = value.origins[order + 1]?.at ?? value.text.length;
      const from = Math.max(origin.at, index);
      return from < Math.min(stop, end)
        ? [{ ...origin, at: from - index, offset: origin.offset + from - origin.at }]
        : [];
    });
    return { text, origins };
  });
}

/** Computes its values on demand: most words of a command are never looked at. */
export class LazyWord implements ResolvedWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: string | undefined;
  readonly pieces: Word['pieces'];
  readonly source: Word['source'];
  readonly #resolve: () => Holding;
  #holding: Holding | undefined;

  constructor(word: Word, resolve: () => Holding) {
    this.start = word.start;
    this.end = word.end;
    this.text = word.text;
    this.value = word.value;
    this.pieces = word.pieces;
    this.source = word.source;
    this.#resolve = resolve;
  }

  get values(): readonly ResolvedValue[] {
    return this.#held.values;
  }

  get open(): readonly string[] {
    return this.#held.open;
  }

  get #held(): Holding {
    this.#holding ??= this.#resolve();
    return this.#holding;
  }
}
