/** Rules of sudo, sudoers(5): the programs that they let a user run. */

import { sudoRule } from '../../mender/file-names.ts';
import { type Fragment, slice } from '../../text/fragment.ts';
import { literal, makeWord } from '../../text/word.ts';
import type { Embedded } from '../embedded.ts';
import { defineLanguage } from '../language.ts';
import { lineComments } from '../line-comments.ts';

export const sudoers = defineLanguage({
  name: 'sudoers',
  files: [
    {
      pattern: /(?:^|\/)(?:sudoers|sudoers\.d\/[^/.~]+|[^/]+\.sudoers)$/,
      names: ['sudoers', 'sudoers.d/agent', 'agent.sudoers'],
      why: 'rules of sudo by their name',
    },
  ],
  start: {
    names: /^[^.]+$/,
    // The beginning of a rule: who, where, as whom, a tag and a path. sudoers(5), "User Specification". Only comments
    // may come before it.
    pattern:
      /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*%?[\w.+-]+[ \t]+[\w.-]+[ \t]*=[ \t]*\([\w:, ]*\)[ \t]*(?:[A-Z_]+:[ \t]*)+!?\//,
    why: 'rules of sudo by their first one',
    sample: { names: ['agent-rights'], beginning: sudoRule },
  },
  parts: sudoersParts,
  comments: // sudoers(5): also after a rule.
    lineComments({ before: /^(?:[^"]|"[^"]*")*$/, lines: {} }),
  example: sudoRule,
});

/** `USER HOST = (AS) TAG: `, followed by the commands; an alias is `Cmnd_Alias NAME = `. */
const specification = /^[ \t]*(?!#|Defaults|User_Alias|Runas_Alias|Host_Alias)[^=\n]+=/;
const command = /(?:^|,)[ \t]*(?:\([^()]*\)[ \t]*)?(?:[A-Z_]+:[ \t]*)*!?(\/[^\s,\\]+)((?:[^,\\]|\\.)*)/g;

/** Programs that act on services by name. Any other program is found by its path. */
const isManager = /\/(?:systemctl|service|journalctl)$/;

function sudoersParts(source: Fragment): Embedded[] {
  const parts: Embedded[] = [];
  // A line that ends in a backslash continues; no command reaches over its end.
  for (const { 0: line, index } of source.text.matchAll(/(?:\\\r?\n|[^\n])+/g)) {
    const start = specification.exec(line)?.[0].length;
    if (start === undefined) continue;
    const commands = line.slice(start).replace(/\\\r?\n/g, ends => ' '.repeat(ends.length));
    for (const { 0: whole, 1: path = '', 2: args = '', index: at } of commands.matchAll(command)) {
      const from = index + start + at + whole.length - path.length - args.length;
      const inside = slice(source, { start: from, end: from + path.length });
      const device = { list: parts, index: parts.length };
      parts.push({
        kind: 'path',
        device,
        path: makeWord(inside, { start: 0, end: path.length }, [literal(0, path, 'none')]),
      });
      // A user may run it with these arguments only; of a continued line the first part counts.
      const end = from + path.length + args.trimEnd().length;
      if (isManager.test(path) && !source.text.slice(from, end).includes('\n'))
        parts.push({ kind: 'script', device, single: true, source: slice(source, { start: from, end }) });
    }
  }
  return parts;
}
