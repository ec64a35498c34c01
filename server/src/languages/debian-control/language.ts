/** Control files of Debian packages. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { debianControlParts } from './debian-control.ts';

export const debianControl = defineLanguage({
  name: 'debian-control',
  files: [
    {
      pattern: /(?:^|\/)(?:debian[^/]*|DEBIAN|CONTROL)\/control$/,
      names: ['debian/control', 'DEBIAN/control', 'CONTROL/control'],
      why: 'control file of a Debian package by its name',
    },
  ],
  parts: debianControlParts,
  comments: // deb822(5): "lines starting with # without any preceding whitespace".
    lineComments({ before: /^$/, lines: undefined, atMargin: true }),
  example: 'Package: agent\nArchitecture: all\nDepends: mender-client\n',
});
