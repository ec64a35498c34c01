/** Command names as our parser finds them. */

import { parseShell } from '../../server/src/languages/shell/shell.ts';
import { wholeText } from '../../server/src/text/fragment.ts';
import { keywordsWith } from '../../server/src/usage/keywords.ts';
import { ShellScript } from '../../server/src/usage/shell/shell-script.ts';
import type { Context } from '../../server/src/usage/usage.ts';

const topLevel: Context = {
  branchContext: undefined,
  language: 'shell',
  status: 'plain',
  captured: false,
  place: 'statement',
  keywords: keywordsWith([]),
};

export function ourCommands(text: string): ReadonlySet<number> {
  const { commands } = new ShellScript(parseShell(wholeText(text)), topLevel).walk();
  return new Set(commands.flatMap(({ name, source }) => (name ? source.startOf(name.pos) : [])));
}
