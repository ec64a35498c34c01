/** Tables of cron, crontab(5): the command of every line. */

import { type Fragment, slice } from '../../text/fragment.ts';
import { onOneLine } from '../../text/logical-line.ts';
import type { Embedded } from '../embedded.ts';

const schedule = /^[ \t]*(?:@\w+|(?:[\w*/,~-]+[ \t]+){4}[\w*/,~-]+)[ \t]+/;
const user = /^[\w.-]+[ \t]+/;

/** System tables name a user before the command. */
export function crontabParts(source: Fragment, hasUser: boolean): Embedded[] {
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
