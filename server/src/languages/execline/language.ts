/**
 * Scripts of execline, as s6 runs them: each line is read as the command that it begins, since people write one command
 * a line. Lines in blocks, too; the results of substitutions are unknown.
 */

import { type Fragment, slice } from '../../text/fragment.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const execline = defineLanguage({
  name: 'execline',
  interpreters: {
    programs: ['execlineb'],
    why: 'script of execline by its first line',
    sample: { names: ['run'], beginning: '#!/usr/bin/execlineb -P\n' },
  },
  parts: execlineParts,
  comments: lineComments({ before: /^[ \t]*$/, lines: undefined }),
  example: 's6-setuidgid root\nmender commit\n',
});

function execlineParts(source: Fragment): Embedded[] {
  return [...source.text.matchAll(/^[^\r\n]+/gm)].flatMap(({ 0: line, index }): Embedded[] => {
    if (/^[ \t]*#/.test(line)) return [];
    // `foreground { COMMAND }`, `if { COMMAND }`: the block is a separate command.
    const before = /^[ \t]*(?:(?:[\w-]+[ \t]+)*\{[ \t]+)?/.exec(line)![0].length;
    let end = line.length;
    while (end > before && ' \t{}'.includes(line[end - 1]!)) end--;
    if (end <= before) return [];
    return [{ kind: 'script', source: slice(source, { start: index + before, end: index + end }), single: true }];
  });
}
