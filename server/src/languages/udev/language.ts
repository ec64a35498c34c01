/** Rules of udev. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { udevParts } from './udev-rules.ts';

export const udev = defineLanguage({
  name: 'udev',
  files: [
    {
      pattern: /(?:^|\/)(?:rules\.d\/[^/]+|\d\d-[^/]+)\.rules$/,
      names: ['rules.d/agent.rules', '99-agent.rules'],
      why: 'rules of udev by their name',
    },
  ],
  parts: udevParts,
  comments: lineComments({ before: /^[ \t]*$/, lines: {} }),
  example: 'ACTION=="add", RUN+="/usr/bin/mender commit"\n',
});
