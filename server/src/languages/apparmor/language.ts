/** Profiles of AppArmor. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { appArmorParts } from './apparmor.ts';

export const apparmor = defineLanguage({
  name: 'apparmor',
  files: [
    {
      // A profile has the name of the program, dots for slashes.
      pattern: /(?:^|\/)(?:apparmor(?:\.d)?\/(?:[^/]+\/)*[^/]+|usr\.s?bin\.[^/]+|[^/]+\.apparmor)$/,
      names: ['apparmor.d/agent', 'usr.bin.agent', 'agent.apparmor'],
      why: 'profile of AppArmor by its name',
    },
  ],
  parts: appArmorParts,
  comments: // apparmor.d(5): anywhere in a line.
    lineComments({ before: /^(?:[^"]|"[^"]*")*$/, lines: undefined }),
  example: '/usr/bin/agent {\n  /usr/bin/mender Ux,\n}\n',
});
