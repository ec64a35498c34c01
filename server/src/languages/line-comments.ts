/** Where files that are read line by line can have comments: those of build tools, cron, sudo, udev and the like. */
import type { Fragment, Range } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import { type LogicalLineGrammar, logicalLine } from '../text/logical-line.ts';
import { insideAnyOf } from '../text/opaque-ranges.ts';
import type { CommentPlaces } from './comment-places.ts';

interface LineComments {
  /** What may precede the sign of a comment, on a line that does not continue another. */
  readonly before: RegExp;
  /** How lines are continued; undefined if they are not. */
  readonly lines: LogicalLineGrammar | undefined;
  /** Comments between continued lines are left out of them. */
  readonly within?: true;
  readonly atMargin?: true;
}

/** `opaque` gives parts without statements and comments, such as heredocs. */
export function lineComments(
  { before, lines, within, atMargin }: LineComments,
  opaque: (text: string) => readonly Range[] = () => [],
): (source: Fragment, text: string) => CommentPlaces {
  return (_, text) => {
    const starts = startsOf(text, lines);
    const isOpaque = insideAnyOf(opaque(text));
    return {
      signs: ['#'],
      ...(atMargin && { indentation: () => '' }),
      isComment: offset => {
        const { start } = lineAround(text, offset);
        return (within || starts.has(start)) && before.test(text.slice(start, offset)) && !isOpaque(offset);
      },
      beginsStatement: offset => starts.has(offset) && !isOpaque(offset),
    };
  };
}

function startsOf(text: string, lines: LogicalLineGrammar | undefined): ReadonlySet<number> {
  const starts = new Set<number>([text.length]);
  for (let at = 0; at < text.length; ) {
    starts.add(at);
    at = lines ? logicalLine(text, at, lines).next : lineAround(text, at).end + 1;
  }
  return starts;
}
