/** inittab(5), of System V and BusyBox: what init starts, `ID:RUNLEVELS:ACTION:PROCESS`. */

import { type Fragment, slice } from '../../text/fragment.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const inittab = defineLanguage({
  name: 'inittab',
  files: [
    {
      pattern: /(?:^|\/)inittab$/,
      names: ['etc/inittab'],
      why: 'table of init by its name',
    },
  ],
  parts: inittabParts,
  comments: lineComments({ before: /^[ \t]*$/, lines: undefined }),
  example: '::once:mender commit\n',
});

/** Signs before the process; `+` keeps it out of the accounts, `-` makes it a login shell. */
const entry =
  /^[^\s#:]*:[^\s:]*:(?:respawn|once|wait|boot|bootwait|sysinit|askfirst|shutdown|restart|ctrlaltdel|ondemand):[ \t]*[+-]?/;

function inittabParts(source: Fragment): Embedded[] {
  return [...source.text.matchAll(/^[^\r\n]+/gm)].flatMap(({ 0: line, index }): Embedded[] => {
    const before = entry.exec(line)?.[0].length;
    return before === undefined
      ? []
      : [
          {
            kind: 'script',
            source: slice(source, { start: index + before, end: index + line.length }),
            single: true,
          },
        ];
  });
}
