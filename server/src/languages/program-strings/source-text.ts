/** The texts of programs, in the pieces that they are written in. */
import type { Range } from '../../text/fragment.ts';

/** What an expression stands for, in the order of its text. */
export type SourceText = readonly SourcePiece[];

export interface SourcePiece extends Range {
  /** Undefined for what is known only at run time. */
  readonly text: string | undefined;
  /** Where it is in the call, when it is written elsewhere and has a name there. */
  readonly use?: Range;
  /** The expression elsewhere that it is a part of, by its offset. */
  readonly home?: number;
}
