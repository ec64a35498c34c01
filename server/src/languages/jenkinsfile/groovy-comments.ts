/** Where Groovy can bear comments: between its tokens. */
import { betweenTokens } from '../between-tokens.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { groovyTokens } from './groovy.ts';

export function groovyCommentPlaces(text: string): CommentPlaces {
  return betweenTokens(text, groovyTokens(text), '//');
}
