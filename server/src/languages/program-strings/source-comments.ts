/** Where programs can bear comments: nowhere in a string, nor in text around them. */

import { insideAnyOf } from '../../text/opaque-ranges.ts';
import type { CommentPlaces } from '../comment-places.ts';
import type { SourceLanguage } from '../embedding-languages.ts';
import { groovyTokens } from '../jenkinsfile/groovy.ts';
import type { SourceReader } from './source-reader.ts';

export function sourceCommentPlaces(text: string, language: SourceLanguage, reader: SourceReader): CommentPlaces {
  const { comments, texts } = reader.opaqueRanges(text, language);
  const isInComment = insideAnyOf(comments);
  const isInText = insideAnyOf(texts);
  return {
    signs: [language === 'python' ? '#' : '//', ...(language === 'php' ? ['#'] : [])],
    isComment: isInComment,
    beginsStatement: offset => beginsStatement(text, offset, isInText),
  };
}

export function groovyCommentPlaces(text: string): CommentPlaces {
  const isOpaque = insideAnyOf(groovyTokens(text));
  return {
    signs: ['//'],
    isComment: offset => !isOpaque(offset),
    beginsStatement: offset => beginsStatement(text, offset, isOpaque),
  };
}

function beginsStatement(text: string, offset: number, isOpaque: (offset: number) => boolean): boolean {
  if (offset === 0) return true;
  const isContinued = /\\\r?\n$/.test(text.slice(Math.max(0, offset - 3), offset));
  return !((isOpaque(offset) && isOpaque(offset - 1)) || isContinued);
}
