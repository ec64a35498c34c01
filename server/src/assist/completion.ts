/** Something that can be written at a place, whatever the editor. */
import type { Range } from '../text/fragment.ts';

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'command' | 'option' | 'rule';
  /** A few words next to the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** The text that it replaces, in the offsets of the document. */
  readonly range: Range;
  readonly newText: string;
  /** The same with placeholders, as editors write them: `$1`, `${1:text}`. */
  readonly snippet?: string;
}

/** The explanation of a place. */
export interface Explanation {
  readonly range: Range;
  /** Markdown. */
  readonly text: string;
}
