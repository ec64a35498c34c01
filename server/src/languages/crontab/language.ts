/** Tables of cron, crontab(5), of users and of the system: the command on each line. */

import { type Fragment, slice } from '../../text/fragment.ts';
import { onOneLine } from '../../text/logical-line.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

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

const schedule = /^[ \t]*(?:@\w+|(?:[\w*/,~-]+[ \t]+){4}[\w*/,~-]+)[ \t]+/;
const user = /^[\w.-]+[ \t]+/;

/** System tables name a user before the command. */
function crontabParts(source: Fragment, hasUser: boolean): Embedded[] {
  const parts: Embedded[] = [];
  for (const { 0: line, index } of source.text.matchAll(/[^\r\n]+/g)) {
    const time = schedule.exec(line)?.[0].length;
    if (time === undefined) continue;
    const start = time + (hasUser ? (user.exec(line.slice(time))?.[0].length ?? 0) : 0);
    // "Percent-signs in the command, unless escaped with backslash, will be changed into newline characters, and all
    // data after the first % will be sent to the command as standard input."
    const end = /(?<!\\)%/.exec(line)?.index ?? line.length;
    if (end > start)
      parts.push({ kind: 'script', source: inCrontab(slice(source, { start: index + start, end: index + end })) });
  }
  return parts;
}

function inCrontab(command: Fragment): Fragment {
  return {
    ...command,
    write: (text, at) => (text.includes('%') || onOneLine(text) === undefined ? undefined : command.write(text, at)),
  };
}
