/** Units of systemd and their drop-ins. */

import type { Fragment } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { defineLanguage } from '../language.ts';
import { parseUnit } from './unit.ts';
import { editorIds, unitFiles, unitStart } from './unit-files.ts';

export const unit = defineLanguage({
  name: 'unit',
  role: 'unit',
  recognition: unitFiles,
  editorIds,
  start: {
    names: /^[^.]+$|\.conf$/,
    pattern: unitStart,
    why: 'unit file by its first section',
    sample: { names: ['agent-unit', 'override.conf'], beginning: '[Unit]\n' },
  },
  comments: unitCommentPlaces,
  example: '[Unit]\nWants=mender-client.service\n[Service]\nExecStart=/usr/bin/mender daemon\n',
});

/** On separate lines. `text` is that of the document that the unit is, or is part of. */
function unitCommentPlaces(unit: Fragment, text: string): CommentPlaces {
  /** Starts of the lines that continue a directive. */
  const continuing = new Set<number>();
  for (const { start, end } of parseUnit(unit).directives)
    for (let line = lineAround(text, start); line.end < end; line = lineAround(text, line.end + 1))
      continuing.add(line.end + 1);
  return {
    signs: ['#', ';'],
    // systemd.syntax(7): "Empty lines and lines starting with '#' or ';' are ignored."
    isComment: offset => /^\uFEFF?[ \t]*$/.test(text.slice(lineAround(text, offset).start, offset)),
    beginsStatement: offset => !continuing.has(offset),
  };
}
