/** Command names as we see them. */
import { wholeText } from '../../server/src/syntax/fragment.ts';
import { parseShell } from '../../server/src/syntax/shell.ts';
import { type ShellFacts, walkShell } from '../../server/src/usage/shell/walk.ts';

export function ourCommands(text: string): ReadonlySet<number> {
  const facts: ShellFacts = { commands: [], definitions: [], functions: [] };
  walkShell(
    parseShell(wholeText(text)),
    { frame: undefined, language: 'shell', status: 'plain', captured: false, place: 'statement' },
    facts,
  );
  return new Set(facts.commands.flatMap(({ name, source }) => (name ? source.startOf(name.pos) : [])));
}
