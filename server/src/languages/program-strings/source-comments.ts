/** Where programs in Python, JavaScript, TypeScript and Go can bear comments. */
import { betweenTokens } from '../between-tokens.ts';
import type { CommentPlaces } from '../comment-places.ts';
import type { SourceLanguage } from './source-language.ts';
import { tokensOf } from './source-tokens.ts';

export function sourceCommentPlaces(text: string, language: SourceLanguage): CommentPlaces {
  return betweenTokens(text, tokensOf(text, language), language === 'python' ? '#' : '//');
}
