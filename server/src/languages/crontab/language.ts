/** Tables of cron, of users and of the system. */

import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';
import { crontabParts } from './crontab.ts';

// crontab(5): "comments are not allowed on the same line as cron commands".
const comments = lineComments({ before: /^[ \t]*$/, lines: undefined });

export const systemCrontab = defineLanguage({
  name: 'system-crontab',
  files: [
    {
      pattern: /(?:^|\/)(?:cron\.d\/[^/]+|etc\/crontab)$/,
      names: ['cron.d/agent', 'etc/crontab'],
      why: 'crontab by its folder',
    },
  ],
  parts: source => crontabParts(source, true),
  comments,
  example: '0 * * * * root mender commit\n',
});

export const crontab = defineLanguage({
  name: 'crontab',
  files: [
    {
      pattern: /(?:^|\/)(?:crontabs?\/[^/.]+|crontab|[^/]+\.cron(?:tab)?)$/,
      names: ['crontabs/root', 'crontab', 'agent.cron', 'agent.crontab'],
      why: 'crontab by its name',
    },
  ],
  parts: source => crontabParts(source, false),
  comments,
  example: '0 * * * * mender commit\n',
});
