/** Command names as we see them. */
import { wholeText } from '../../server/src/syntax/fragment.ts';
import { parseShell } from '../../server/src/syntax/shell.ts';
import { ShellScript } from '../../server/src/usage/shell/shell-script.ts';
import { subjectWith } from '../../server/src/usage/subject.ts';
import type { Context } from '../../server/src/usage/usage.ts';

const topLevel: Context = {
  frame: undefined,
  language: 'shell',
  status: 'plain',
  captured: false,
  place: 'statement',
  subject: subjectWith([]),
};

export function ourCommands(text: string): ReadonlySet<number> {
  const { commands } = new ShellScript(parseShell(wholeText(text)), topLevel).walk();
  return new Set(commands.flatMap(({ name, source }) => (name ? source.startOf(name.pos) : [])));
}
