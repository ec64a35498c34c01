/**
 * Where files that are read line by line can bear comments: BitBake, make, Docker, cron, sudo, AppArmor, udev, Debian's
 * packages, supervisord, init and s6.
 */

import type { Range } from '../text/fragment.ts';
import { lineAround } from '../text/line.ts';
import { type LogicalLineGrammar, logicalLine } from '../text/logical-line.ts';
import type { CommentPlaces } from './comment-places.ts';
import { dockerfileLines } from './dockerfile/dockerfile.ts';
import type { EmbeddingLanguage } from './embedding-languages.ts';

type LineLanguage = Extract<
  EmbeddingLanguage,
  | 'bitbake'
  | 'makefile'
  | 'bats'
  | 'dockerfile'
  | 'crontab'
  | 'system-crontab'
  | 'sudoers'
  | 'apparmor'
  | 'udev'
  | 'debian-control'
  | 'supervisor'
  | 'inittab'
  | 'execline'
>;

interface LineComments {
  /** What may come before the sign of a comment, on a line that continues no other. */
  readonly before: RegExp;
  /** How lines are continued; not at all where it is undefined. */
  readonly lines: LogicalLineGrammar | undefined;
  /** Comments between continued lines are left out of them. */
  readonly within?: true;
  readonly atMargin?: true;
}

const languages: Readonly<Record<LineLanguage, LineComments>> = {
  // ConfHandler.py and BBHandler.py of BitBake: `s[0] == '#'`.
  bitbake: { before: /^$/, lines: { blanksBehind: true }, atMargin: true },
  // GNU make, "What Makefiles Contain"; after a tab it is the shell's.
  makefile: { before: /^(?!\t)(?:.*[ \t])?$/, lines: {}, atMargin: true },
  // Dockerfile reference, "Format".
  dockerfile: {
    before: /^\uFEFF?[ \t]*$/,
    lines: dockerfileLines,
    within: true,
  },
  // crontab(5): "comments are not allowed on the same line as cron commands".
  crontab: { before: /^[ \t]*$/, lines: undefined },
  'system-crontab': { before: /^[ \t]*$/, lines: undefined },
  // sudoers(5): also after a rule.
  sudoers: { before: /^(?:[^"]|"[^"]*")*$/, lines: {} },
  // apparmor.d(5): anywhere in a line.
  apparmor: { before: /^(?:[^"]|"[^"]*")*$/, lines: undefined },
  udev: { before: /^[ \t]*$/, lines: {} },
  // deb822(5): "lines starting with # without any preceding whitespace".
  'debian-control': { before: /^$/, lines: undefined, atMargin: true },
  // supervisord, "Configuration File": INI as Python reads it.
  supervisor: { before: /^$/, lines: undefined, atMargin: true },
  inittab: { before: /^[ \t]*$/, lines: undefined },
  execline: { before: /^[ \t]*$/, lines: undefined },
  // All of it is a script, which knows better.
  bats: { before: /^[ \t]*$/, lines: undefined },
};

export function isLineLanguage(language: string): language is LineLanguage {
  return Object.hasOwn(languages, language);
}

/** `solids` are parts in which there are neither statements nor comments, such as heredocs. */
export function lineCommentPlaces(
  text: string,
  language: LineLanguage,
  opaqueRanges: readonly Range[] = [],
): CommentPlaces {
  const { before, lines, within, atMargin } = languages[language];
  const starts = startsOf(text, lines);
  const isOpaque = (offset: number) => opaqueRanges.some(({ start, end }) => offset >= start && offset < end);
  return {
    signs: ['#'],
    ...(atMargin && { indentation: () => '' }),
    isComment: offset => {
      const { start } = lineAround(text, offset);
      return (within || starts.has(start)) && before.test(text.slice(start, offset)) && !isOpaque(offset);
    },
    beginsStatement: offset => starts.has(offset) && !isOpaque(offset),
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
