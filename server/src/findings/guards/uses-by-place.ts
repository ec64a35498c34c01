/** Uses by what is done, and by the places that decide about them, so that not each has to be compared with each. */

import { inOrder, nearest } from '../../document/nearest.ts';
import { append } from '../append.ts';

type Placed = { readonly action: string; readonly at?: number };

export class UsesByPlace<Use extends Placed> {
  readonly all: readonly Use[];
  readonly #placesOf: (use: Use) => Iterable<number>;
  readonly #byAction: ReadonlyMap<string, readonly Use[]>;
  /** Worked out when it is asked for, by action. */
  readonly #byPlace = new Map<string, ReadonlyMap<number, readonly Use[]>>();

  constructor(uses: readonly Use[], placesOf: (use: Use) => Iterable<number>) {
    this.all = uses;
    this.#placesOf = placesOf;
    const byAction = new Map<string, Use[]>();
    for (const use of uses) append(byAction, use.action, use);
    this.#byAction = new Map([...byAction].map(([action, same]) => [action, inOrder(same)]));
  }

  /** Those that stand nearest to another use. */
  around(action: string, { at }: Pick<Placed, 'at'>): readonly Use[] {
    return nearest(this.#byAction.get(action) ?? [], at);
  }

  /** Those of them that have one of the places in common. */
  near(action: string, places: Iterable<number>, { at }: Pick<Placed, 'at'>): ReadonlySet<Use> {
    const byPlace = this.#byPlace.get(action) ?? this.#placed(action);
    const found = new Set<Use>();
    for (const place of places) for (const use of nearest(byPlace.get(place) ?? [], at)) found.add(use);
    return found;
  }

  #placed(action: string): ReadonlyMap<number, readonly Use[]> {
    const byPlace = new Map<number, Use[]>();
    for (const use of this.#byAction.get(action) ?? [])
      for (const place of this.#placesOf(use)) append(byPlace, place, use);
    this.#byPlace.set(action, byPlace);
    return byPlace;
  }
}
