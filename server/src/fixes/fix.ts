/** A change that answers a finding, and the builder that turns edits of words into edits of the document. */
import type { Safety } from '../mender/rule.ts';
import { type Edit, type Fragment, type Range, stretches } from '../text/fragment.ts';

export type { Edit } from '../text/fragment.ts';

export interface Fix {
  /** What it does, as a menu entry; for `review` it ends with what to check. */
  readonly title: string;
  readonly safety: Safety;
  /** Document offsets; sorted, not overlapping. */
  readonly edits: readonly Edit[];
  /** The new text tests what is installed. */
  readonly probesAtRuntime?: true;
}

interface LocalEdit extends Edit {
  readonly source: Fragment;
  /** An insertion after a character, rather than before the next one. */
  readonly after?: boolean;
}

/** Collects edits, each in the offsets of its own fragment. One that cannot be written there makes all impossible. */
export class EditBuilder {
  readonly #edits: LocalEdit[] = [];
  #possible = true;

  replace(source: Fragment, range: Range, newText: string): this {
    this.#edits.push({ source, start: range.start, end: range.end, newText });
    return this;
  }

  insertBefore(source: Fragment, offset: number, newText: string): this {
    return this.replace(source, { start: offset, end: offset }, newText);
  }

  /** Inserts after the character before `offset`. */
  insertAfter(source: Fragment, offset: number, newText: string): this {
    this.#edits.push({ source, start: offset, end: offset, newText, after: true });
    return this;
  }

  /** The edits of another builder as well. */
  add(other: EditBuilder): this {
    for (const edit of other.#edits) this.#edits.push(edit);
    this.#possible &&= other.#possible;
    return this;
  }

  impossible(): this {
    this.#possible = false;
    return this;
  }

  get possible(): boolean {
    return this.#possible;
  }

  get count(): number {
    return this.#edits.length;
  }

  /** The text of a range of one fragment with the edits made; undefined when some are elsewhere. */
  preview(source: Fragment, range: Range): string | undefined {
    const inside = this.#edits.every(
      edit => edit.source === source && edit.start >= range.start && edit.end <= range.end,
    );
    return this.#possible && inside ? applyTo(source.text, range, this.#edits) : undefined;
  }

  /** Sorted document edits; undefined when one was impossible, or two of them overlap. */
  finish(): readonly Edit[] | undefined {
    if (!this.#possible || this.#edits.length === 0) return undefined;
    const edits: Edit[] = [];
    for (const edit of this.#edits) {
      const written = documentEdits(edit);
      if (!written) return undefined;
      edits.push(...written);
    }
    edits.sort((a, b) => a.start - b.start || a.end - b.end);
    return edits.some((edit, index) => index > 0 && edit.start < edits[index - 1]!.end) ? undefined : edits;
  }
}

/** One edit in the document, and deletions of what is written apart from its beginning. */
function documentEdits({ source, start, end, newText, after }: LocalEdit): Edit[] | undefined {
  // Text that is written elsewhere is not what would be deleted here.
  if (source.placeOf) return undefined;
  const written = newText === '' ? '' : source.write(newText, after ? start - 1 : start);
  if (written === undefined) return undefined;
  if (end === start) {
    const at = after ? source.endOf(start) : source.startOf(start);
    return [{ start: at, end: at, newText: written }];
  }
  return stretches(source, { start, end }).map((range, index) => ({ ...range, newText: index === 0 ? written : '' }));
}

/** The text of `range` after the edits inside it, all in offsets of one text. */
export function applyTo(text: string, range: Range, edits: readonly Edit[]): string {
  let result = '';
  let at = range.start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at, range.end);
}
