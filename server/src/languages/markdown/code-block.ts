/** A block of code in a text that is about something else. */
import type { Range } from '../../text/fragment.ts';

export interface CodeBlock {
  /** Its first line follows one that opens it. */
  readonly fenced: boolean;
  /** First word after the opening fence, in lower case; empty when there is none. */
  readonly info: string;
  /** Lines without line end, and without what the list or quote around the block puts before them. */
  readonly lines: readonly Range[];
  /** What a new line of the block begins with. */
  readonly prefix: string;
}
