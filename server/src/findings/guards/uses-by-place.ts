/** Uses by action, and by the places that decide about them, so that not each must be compared with each. */

import { append } from '../../text/append.ts';
import { inOrder, nearest } from '../../text/nearest.ts';

type Placed = { readonly actionKey: string; readonly at?: number };

export class UsesByPlace<Use extends Placed> {
  readonly all: readonly Use[];
  readonly #placesOf: (use: Use) => Iterable<number>;
  readonly #byAction: ReadonlyMap<string, readonly Use[]>;
  /** Computed on demand, by action. */
  readonly #byPlace = new Map<string, ReadonlyMap<number, readonly Use[]>>();

  constructor(uses: readonly Use[], placesOf: (use: Use) => Iterable<number>) {
    this.all = uses;
    this.#placesOf = placesOf;
    const byAction = new Map<string, Use[]>();
    for (const use of uses) append(byAction, use.actionKey, use);
    this.#byAction = new Map([...byAction].map(([actionKey, same]) => [actionKey, inOrder(same)]));
  }

  /** Those nearest to another use. */
  around(actionKey: string, { at }: Pick<Placed, 'at'>): readonly Use[] {
    const same = this.#byAction.get(actionKey);
    return same ? nearest(same, at) : [];
  }

  /** Those of them that share one of the places. */
  near(actionKey: string, places: Iterable<number>, { at }: Pick<Placed, 'at'>): ReadonlySet<Use> {
    const byPlace = this.#byPlace.get(actionKey) ?? this.#placed(actionKey);
    const found = new Set<Use>();
    for (const place of places) {
      const same = byPlace.get(place);
      for (const use of same ? nearest(same, at) : []) found.add(use);
    }
    return found;
  }

  #placed(actionKey: string): ReadonlyMap<number, readonly Use[]> {
    const byPlace = new Map<number, Use[]>();
    for (const use of this.#byAction.get(actionKey) ?? [])
      for (const place of this.#placesOf(use)) append(byPlace, place, use);
    this.#byPlace.set(actionKey, byPlace);
    return byPlace;
  }
}
