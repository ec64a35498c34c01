/** Texts of programs in other languages, in the pieces that they are written in. */
import type { Range } from '../../text/fragment.ts';

/** Languages whose strings can be command lines. */
export type SourceLanguage = 'python' | 'javascript' | 'go' | 'cpp' | 'php';

/** The text of an expression, in order. */
export type SourceText = readonly SourcePiece[];

export interface SourcePiece extends Range {
  /** Undefined for what is known only at run time. */
  readonly text: string | undefined;
  /** Its place in the call, when it is written elsewhere and has a name in the call. */
  readonly use?: Range;
  /** The offset of the expression elsewhere that it is a part of. */
  readonly home?: number;
}
