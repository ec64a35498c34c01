/** Shell, of all dialects. Which files are scripts is decided in `classify.ts`. */

import { defineLanguage } from '../language.ts';
import { shellCommentPlaces } from './shell-comments.ts';

export const shell = defineLanguage({
  name: 'shell',
  editorIds: ['shellscript', 'shell', 'sh', 'bash', 'dash'],
  comments: shellCommentPlaces,
  example: 'mender commit\n',
});
