/** Where a unit file can bear comments: on lines of their own. */

import type { Fragment } from '../../text/fragment.ts';
import { lineAround } from '../../text/line.ts';
import type { CommentPlaces } from '../comment-places.ts';
import { parseUnit } from './unit.ts';

/** `text` is that of the document that the unit is, or lies in. */
export function unitCommentPlaces(unit: Fragment, text: string): CommentPlaces {
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
