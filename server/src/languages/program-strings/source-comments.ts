/** Where programs in Python, JavaScript, TypeScript, Go and Groovy can bear comments: between their tokens. */

import { insideAnyOf } from '../../text/opaque-ranges.ts';
import type { CommentPlaces } from '../comment-places.ts';
import type { SourceLanguage } from '../embedding-languages.ts';
import { groovyTokens } from '../jenkinsfile/groovy.ts';
import { tokensOf } from './source-tokens.ts';

export function sourceCommentPlaces(text: string, language: SourceLanguage | 'jenkinsfile'): CommentPlaces {
  const isOpaque = insideAnyOf(language === 'jenkinsfile' ? groovyTokens(text) : tokensOf(text, language));
  return {
    signs: [language === 'python' ? '#' : '//'],
    isComment: offset => !isOpaque(offset),
    beginsStatement: offset =>
      offset === 0 ||
      !((isOpaque(offset) && isOpaque(offset - 1)) || /\\\r?\n$/.test(text.slice(Math.max(0, offset - 3), offset))),
  };
}
