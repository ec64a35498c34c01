/** A line of a BitBake file, without its end and trailing blanks. */
import type { Range } from '../../text/fragment.ts';

export interface Line extends Range {
  readonly text: string;
}
