/**
 * Changes of a text that are made together, in terms of the original text: edits of the changed text are translated
 * back, and those that cannot be separated from an earlier change are merged with it. Knows nothing of rules.
 */
import { applyEdits } from '../../text/apply-edits.ts';
import type { Edit, Range } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';

/** An edit of the original text with its owner. */
export interface Owned<Owner> extends Edit {
  readonly owner: Owner;
}

/** A change as it is in both texts. */
interface Placed<Owner> {
  readonly change: Owned<Owner>;
  /** In the changed text. */
  readonly range: Range;
}

export class Changes<Owner> {
  readonly #old: string;
  #changes: readonly Owned<Owner>[] = [];
  #text: string;

  constructor(text: string) {
    this.#old = text;
    this.#text = text;
  }

  /** The text with all changes made. */
  get text(): string {
    return this.#text;
  }

  /** In the order of the text, in which they do not overlap. */
  get all(): readonly Owned<Owner>[] {
    return this.#changes;
  }

  /** Edits of the changed text as edits of the original one; undefined when one is inside a change. */
  translated(edits: readonly Edit[]): readonly Edit[] | undefined {
    const placed = this.#placed();
    const translated = edits.map(({ start, end, newText }) => {
      // An insertion at a deletion is before it.
      const side = start === end ? 'before' : 'after';
      const range = { start: oldOffset(placed, start, side), end: oldOffset(placed, end, 'before') };
      return range.start === undefined || range.end === undefined || range.start > range.end
        ? undefined
        : { start: range.start, end: range.end, newText };
    });
    return translated.every(edit => edit !== undefined) ? translated : undefined;
  }

  /** Adds changes of the original text that do not overlap the existing ones. */
  add(changes: readonly Owned<Owner>[]): void {
    this.#set([...this.#changes, ...changes]);
  }

  /** The owners of changes that share a line with edits of the changed text, or are between them. */
  ownersNear(edits: readonly Edit[]): readonly Owner[] {
    const { start, end } = hullOf(edits);
    const lines = { start: lineAround(this.#text, start).start, end: lineAround(this.#text, end).end };
    return this.#ownersIn(this.#placed(), lines);
  }

  /**
   * Merges edits of the changed text, those of `owners` and all that are between into one change of one owner.
   * `isAllowed` is called with all of these owners; if it returns false, nothing is done. Returns whether it was.
   */
  merge(
    edits: readonly Edit[],
    owners: readonly Owner[],
    isAllowed: (owner: Owner) => boolean,
    ownerOf: (owners: readonly Owner[]) => Owner,
  ): boolean {
    const placed = this.#placed();
    let merged = owners;
    let range = hullOf(edits);
    for (let before = -1; before < merged.length; ) {
      before = merged.length;
      const own = placed.filter(({ change }) => merged.includes(change.owner));
      range = hullOf([range, ...own.map(({ range }) => range)]);
      merged = [...new Set([...merged, ...this.#ownersIn(placed, range)])];
    }
    const start = oldOffset(placed, range.start, 'before');
    const end = oldOffset(placed, range.end, 'after');
    const local = edits.map(edit => ({ ...edit, start: edit.start - range.start, end: edit.end - range.start }));
    const newText = applyEdits(this.#text.slice(range.start, range.end), local);
    if (start === undefined || end === undefined || newText === undefined || !merged.every(isAllowed)) return false;
    const others = this.#changes.filter(({ owner }) => !merged.includes(owner));
    this.#set([...others, { start, end, newText, owner: ownerOf(merged) }]);
    return true;
  }

  #set(changes: readonly Owned<Owner>[]): void {
    this.#changes = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
    this.#text = applyEdits(this.#old, this.#changes) ?? this.#text;
  }

  #placed(): readonly Placed<Owner>[] {
    let shift = 0;
    return this.#changes.map(change => {
      const start = change.start + shift;
      shift += change.newText.length - (change.end - change.start);
      return { change, range: { start, end: start + change.newText.length } };
    });
  }

  #ownersIn(placed: readonly Placed<Owner>[], { start, end }: Range): readonly Owner[] {
    const inside = placed.filter(({ range }) => range.start <= end && range.end >= start);
    return [...new Set(inside.map(({ change }) => change.owner))];
  }
}

function hullOf(ranges: readonly Range[]): Range {
  return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) };
}

/**
 * Where an offset of the changed text is in the original one; undefined inside a change. At a deletion, `before` or
 * `after` it.
 */
function oldOffset<Owner>(
  placed: readonly Placed<Owner>[],
  offset: number,
  side: 'before' | 'after',
): number | undefined {
  let shift = 0;
  for (const { change, range } of placed) {
    if (range.start > offset || (range.start === offset && side === 'before')) break;
    if (range.start === offset && range.end > offset) break;
    if (range.end > offset) return undefined;
    shift = change.end - range.end;
  }
  return offset + shift;
}
