/** Where YAML can bear comments: YAML 1.2.2, 6.6: after white space, and not in scalars. */

import { insideAnyOf } from '../../text/opaque-ranges.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { scalarsOf } from './yaml.ts';

export function yamlCommentPlaces(text: string): CommentPlaces {
  const { ranges, isWhole } = scalarsOf(text);
  const isOpaque = insideAnyOf(ranges);
  return {
    signs: ['#'],
    ...(!isWhole && { isBroken: true }),
    isComment: offset => (offset === 0 || /\s/.test(text[offset - 1]!)) && !isOpaque(offset),
    // A scalar that begins with the line is one of its own.
    beginsStatement: offset => offset === 0 || !(isOpaque(offset) && isOpaque(offset - 1)),
  };
}
