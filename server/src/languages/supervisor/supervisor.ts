/** Configurations of supervisord: the commands of its programs, which no shell reads. */

import type { Fragment } from '../../text/fragment.ts';
import { slice } from '../../text/fragment.ts';
import type { Embedded } from '../embedded.ts';

const command = /^command[ \t]*=[ \t]*(?=\S)/;
/** "Program x Section Settings": `%` begins an expansion, ` ;` a comment. */
const section = /^\[(?:program|eventlistener|fcgi-program):/;

export function supervisorParts(source: Fragment): Embedded[] {
  let isProgram = false;
  return [...source.text.matchAll(/^[^\r\n]+/gm)].flatMap(({ 0: line, index }): Embedded[] => {
    if (line.startsWith('[')) isProgram = section.test(line);
    const before = isProgram ? command.exec(line)?.[0].length : undefined;
    if (before === undefined) return [];
    const end = line.search(/[ \t]+;/);
    const range = { start: index + before, end: index + (end < before ? line.length : end) };
    return [{ kind: 'script', source: slice(source, range), single: true }];
  });
}
