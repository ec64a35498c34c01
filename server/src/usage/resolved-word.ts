/** A word, and what it can stand for where variables are in it. */
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';

/** A word of a command line and what it can stand for. */
export interface ResolvedWord extends Word {
  /** Its constant values; several when a variable is set in several places. */
  readonly values: readonly ResolvedValue[];
  /** Texts, as written, that give it a value known only at run time. With none, `values` is all it can be. */
  readonly open: readonly string[];
}

export interface ResolvedValue {
  readonly text: string;
  /** Where the characters of `text` are written, in their order: one word, or several the text is put together from. */
  readonly origins: readonly Origin[];
}

/** A stretch of a value, up to the next one. */
export interface Origin {
  /** Offset in the text of the value. */
  readonly at: number;
  /** The word the stretch is written in. */
  readonly word: Word;
  /** Offset of its first character in the skeleton of `word`. */
  readonly offset: number;
  /** The variable between the use and the word, if any. */
  readonly definition: Definition | undefined;
}

/** A place that gives a variable its value. */
export interface Definition {
  readonly name: string;
  /** The value as written. */
  readonly text: string;
  /** One word; several for an array or the list of a loop. Worked out when asked for: most variables are of no interest. */
  readonly words: readonly Word[];
  /** `input`: `read` and its like, whose words say nothing. */
  readonly kind: 'assignment' | 'append' | 'loop' | 'fallback' | 'array' | 'input';
  readonly branchContext: BranchContext | undefined;
  /** Known in its function alone, and in what that calls. */
  readonly local?: boolean;
}
