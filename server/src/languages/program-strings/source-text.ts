/** The texts of programs of other languages, in the pieces that they are written in. */
import type { Range } from '../../text/fragment.ts';

/** Languages whose strings can be command lines. */
export type SourceLanguage = 'python' | 'javascript' | 'go' | 'cpp' | 'php';

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
