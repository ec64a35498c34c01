/** Where programs can have comments: not in strings, nor in text around the program. */

import { insideAnyOf } from '../../text/opaque-ranges.ts';
import { beginsStatement } from '../between-tokens.ts';
import type { CommentPlaces } from '../comment-places.ts';
import type { SourceLanguage } from './source-language.ts';
import type { SourceReader } from './source-reader.ts';

export function sourceCommentPlaces(text: string, language: SourceLanguage, reader: SourceReader): CommentPlaces {
  const { comments, texts } = reader.opaqueRanges(text, language);
  const isInText = insideAnyOf(texts);
  return {
    signs: [language === 'python' ? '#' : '//', ...(language === 'php' ? ['#'] : [])],
    isComment: insideAnyOf(comments),
    beginsStatement: offset => beginsStatement(text, offset, isInText),
  };
}
