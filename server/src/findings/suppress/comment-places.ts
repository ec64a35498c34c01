/** Where a document can bear comments, by its language. */
import type { Document } from '../../document/document.ts';
import type { CommentPlaces } from '../../syntax/comment-places.ts';
import type { ParseMemory } from '../../syntax/shell.ts';
import { shellCommentPlaces } from '../../syntax/shell-comments.ts';
import { unitCommentPlaces } from '../../syntax/unit-comments.ts';

/** Undefined where there are no comments: Mender reads its configuration as strict JSON. */
export function commentPlacesOf({ kind, text, editedAt, memory }: Document): CommentPlaces | undefined {
  switch (kind?.language) {
    case 'shell':
      return shellCommentPlaces(text, { editedAt, memory: memory as ParseMemory | undefined });
    case 'unit':
      return unitCommentPlaces(text);
    default:
      return undefined;
  }
}
