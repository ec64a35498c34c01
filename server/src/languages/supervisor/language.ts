/** Configurations of supervisord. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { supervisorParts } from './supervisor.ts';

export const supervisor = defineLanguage({
  name: 'supervisor',
  files: [
    {
      pattern: /(?:^|\/)(?:supervisord?\.conf|supervisord?\/conf\.d\/[^/]+\.conf|supervisord\.d\/[^/]+\.conf)$/,
      names: ['supervisord.conf', 'supervisor/conf.d/agent.conf', 'supervisord.d/agent.conf'],
      why: 'configuration of supervisord by its name',
    },
  ],
  parts: supervisorParts,
  comments: // supervisord, "Configuration File": INI as Python reads it.
    lineComments({ before: /^$/, lines: undefined, atMargin: true }),
  example: '[program:agent]\ncommand=mender commit\n',
});
