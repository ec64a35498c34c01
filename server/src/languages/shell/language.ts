/** Shell, of all dialects. */

import { defineLanguage } from '../language.ts';
import { shellCommentPlaces } from './shell-comments.ts';
import { editorIds, shellFiles } from './shell-files.ts';

export const shell = defineLanguage({
  name: 'shell',
  recognition: shellFiles,
  editorIds,
  comments: shellCommentPlaces,
  example: 'mender commit\n',
});
