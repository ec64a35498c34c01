/** Uses by what is done, and by the places that decide about them, so that not each has to be compared with each. */
import { append } from '../append.ts';

export class UsesByPlace<Use extends { readonly action: string }> {
  readonly all: readonly Use[];
  readonly #placesOf: (use: Use) => Iterable<number>;
  readonly #byAction = new Map<string, Use[]>();
  /** Worked out when it is asked for, by action. */
  readonly #byPlace = new Map<string, Map<number, Use[]>>();

  constructor(uses: readonly Use[], placesOf: (use: Use) => Iterable<number>) {
    this.all = uses;
    this.#placesOf = placesOf;
    for (const use of uses) append(this.#byAction, use.action, use);
  }

  of(action: string): readonly Use[] {
    return this.#byAction.get(action) ?? [];
  }

  /** Those that have one of the places in common. */
  near(action: string, places: Iterable<number>): ReadonlySet<Use> {
    const byPlace = this.#byPlace.get(action) ?? this.#placed(action);
    const found = new Set<Use>();
    for (const place of places) for (const use of byPlace.get(place) ?? []) found.add(use);
    return found;
  }

  #placed(action: string): Map<number, Use[]> {
    const byPlace = new Map<number, Use[]>();
    for (const use of this.of(action)) for (const place of this.#placesOf(use)) append(byPlace, place, use);
    this.#byPlace.set(action, byPlace);
    return byPlace;
  }
}
