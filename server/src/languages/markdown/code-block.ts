/** A block of code in a text about something else. */
import type { Range } from '../../text/fragment.ts';

export interface CodeBlock {
  /** The line before its first one opens it. */
  readonly fenced: boolean;
  /** First word after the opening fence, in lower case; empty when there is none. */
  readonly info: string;
  /** Lines without line end, and without what the list or quote around the block puts before them. */
  readonly lines: readonly Range[];
  /** The beginning of a new line of the block. */
  readonly prefix: string;
  /** Markup in it is interpreted, as in other text. */
  readonly parsed?: true;
}
