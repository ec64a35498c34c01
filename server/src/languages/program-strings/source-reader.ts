/** Reads programs of other languages. The parsers are large and few users need them, so the host passes it in. */

import type { Fragment, Range } from '../../text/fragment.ts';
import type { EmbeddedCall, EmbeddedScript } from '../embedded.ts';
import type { SourceLanguage } from './source-text.ts';

export interface SourceReader {
  /** Calls, and texts that are scripts by their first line. Never throws. */
  parts(source: Fragment, language: SourceLanguage): readonly (EmbeddedCall | EmbeddedScript)[];
  opaqueRanges(text: string, language: SourceLanguage): SourceSolids;
}

/** In the order of the text. */
export interface SourceSolids {
  readonly comments: readonly Range[];
  /** Strings, and text around the program. */
  readonly texts: readonly Range[];
}
