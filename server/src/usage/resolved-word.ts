/** A word with the possible values of its variables. */
import type { Word } from '../text/word.ts';
import type { BranchContext } from './branch-context.ts';

/** A word of a command line with its possible values. */
export interface ResolvedWord extends Word {
  /** Its constant values; several when a variable is set in several places. */
  readonly values: readonly ResolvedValue[];
  /** Texts, as written, that give it a value known only at run time. Without any, `values` is complete. */
  readonly open: readonly string[];
}

export interface ResolvedValue {
  readonly text: string;
  /** Where the characters of `text` are written, in order: one word, or several that form the text. */
  readonly origins: readonly Origin[];
}

/** A stretch of a value, up to the next one. */
export interface Origin {
  /** Offset in the text of the value. */
  readonly at: number;
  /** The word that the stretch is written in. */
  readonly word: Word;
  /** Offset of its first character in the text with placeholders of `word`. */
  readonly offset: number;
  /** The variable between the use and the word, if any. */
  readonly definition: Definition | undefined;
}

/** A place that gives a variable its value. */
export interface Definition {
  readonly name: string;
  /** The value as written. */
  readonly text: string;
  /** One word; several for an array or the list of a loop. Computed on demand: most variables are irrelevant. */
  readonly words: readonly Word[];
  /** `input`: `read` and the like, whose words say nothing. */
  readonly kind: 'assignment' | 'append' | 'loop' | 'fallback' | 'array' | 'input';
  readonly branchContext: BranchContext | undefined;
  /** Visible in its function only, and in functions that it calls. */
  readonly local?: boolean;
}
