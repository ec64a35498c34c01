/** How an update module answers its calls: the `case` over the states of the file API, branch by branch. */
import type { Fragment } from '../syntax/fragment.ts';
import * as sh from '../syntax/shell.ts';
import { shellWord } from '../syntax/shell-word.ts';
import type { ModuleBranch, ModuleCase } from './usage.ts';

/** Every `case` of the script, whatever it decides. */
export function moduleUsages(source: Fragment): ModuleCase[] {
  return sh
    .parseShell(source)
    .parts.flatMap(part =>
      part.scripts.flatMap(({ commands }) => commands.flatMap(({ command }) => casesIn(command, part.source))),
    );
}

function casesIn(node: sh.SyntaxNode, source: Fragment): ModuleCase[] {
  const found: ModuleCase[] =
    node.type === 'Case'
      ? [{ kind: 'module-case', source, branches: node.items.map(item => branchOf(item, source)) }]
      : [];
  sh.forEachChild(node, child => {
    found.push(...casesIn(child, source));
  });
  return found;
}

function branchOf({ pos, pattern, body }: sh.CaseItem, source: Fragment): ModuleBranch {
  const commands = commandsIn(body);
  return {
    start: pos,
    patterns: pattern.map(word => shellWord(word, source)),
    fails: commands.some(isFailure),
    prints: commands.some(isMessage),
    printed: commands
      .filter(isMessage)
      .flatMap(({ args }) => args.flatMap(word => (word.type === 'Word' ? [shellWord(word, source)] : []))),
  };
}

function commandsIn(node: sh.SyntaxNode): sh.Command[] {
  if (node.type === 'Command') return [node];
  const commands: sh.Command[] = [];
  sh.forEachChild(node, child => {
    commands.push(...commandsIn(child));
  });
  return commands;
}

function isFailure({ name, args }: sh.Command): boolean {
  const [first] = args;
  if (name?.value !== 'exit' && name?.value !== 'return') return false;
  return first?.type === 'Word' && /^[1-9]\d*$/.test(first.value);
}

/** Text on standard output, which the client takes for an answer. */
function isMessage({ name, redirects }: sh.Command): boolean {
  return (name?.value === 'echo' || name?.value === 'printf') && redirects.length === 0;
}
