/** Where programs can bear comments: nowhere in a string, nor in text around them. */
import type { SourceLanguage } from '../document/carriers.ts';
import type { CommentPlaces } from './comment-places.ts';
import { groovyTokens } from './groovy.ts';
import { sortedSolids } from './solids.ts';
import type { SourceReader } from './source-reader.ts';

export function sourceCommentPlaces(text: string, language: SourceLanguage, reader: SourceReader): CommentPlaces {
  const { comments, texts } = reader.solids(text, language);
  const isInComment = sortedSolids(comments);
  const isInText = sortedSolids(texts);
  return {
    signs: [language === 'python' ? '#' : '//', ...(language === 'php' ? ['#'] : [])],
    isComment: isInComment,
    beginsStatement: offset => beginsStatement(text, offset, isInText),
  };
}

export function groovyCommentPlaces(text: string): CommentPlaces {
  const isSolid = sortedSolids(groovyTokens(text));
  return {
    signs: ['//'],
    isComment: offset => !isSolid(offset),
    beginsStatement: offset => beginsStatement(text, offset, isSolid),
  };
}

function beginsStatement(text: string, offset: number, isSolid: (offset: number) => boolean): boolean {
  if (offset === 0) return true;
  const isContinued = /\\\r?\n$/.test(text.slice(Math.max(0, offset - 3), offset));
  return !((isSolid(offset) && isSolid(offset - 1)) || isContinued);
}
