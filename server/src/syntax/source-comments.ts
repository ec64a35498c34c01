/** Where programs in Python, JavaScript, TypeScript, Go and Groovy can bear comments: between their tokens. */
import type { SourceLanguage } from '../document/carriers.ts';
import type { CommentPlaces } from './comment-places.ts';
import { groovyTokens } from './groovy.ts';
import { sortedSolids } from './solids.ts';
import { tokensOf } from './source-tokens.ts';

export function sourceCommentPlaces(text: string, language: SourceLanguage | 'jenkinsfile'): CommentPlaces {
  const isSolid = sortedSolids(language === 'jenkinsfile' ? groovyTokens(text) : tokensOf(text, language));
  return {
    signs: [language === 'python' ? '#' : '//'],
    isComment: offset => !isSolid(offset),
    beginsStatement: offset =>
      offset === 0 ||
      !((isSolid(offset) && isSolid(offset - 1)) || /\\\r?\n$/.test(text.slice(Math.max(0, offset - 3), offset))),
  };
}
