/** How an update module answers its calls: the `case` over the states of the file API, branch by branch. */

import * as sh from '../languages/shell/shell.ts';
import { shellWord } from '../languages/shell/shell-word.ts';
import { installCall, tellingCalls } from '../mender/keywords.ts';
import type { Fragment } from '../text/fragment.ts';
import { DEEPEST_CASE } from '../text/limits.ts';
import type { ModuleBranch, ModuleCase } from './usage.ts';

/** Calls of modules as branches of a `case`: no other script has several of them. */
const calls = new RegExp(`(?:^|[\\s|("'])(${tellingCalls.join('|')})["']?[ \\t]*(?=[)|])`, 'gm');

/** Whether the text of a script is that of an update module, wherever it is. */
export function isModuleText(text: string): boolean {
  if (!text.includes(installCall)) return false;
  return new Set([...text.matchAll(calls)].map(([, call]) => call)).size > 1;
}

/** Every `case` of the script, whatever it decides. */
export function moduleUsages(source: Fragment): ModuleCase[] {
  return sh.parseShell(source).parts.flatMap(part =>
    part.scripts.flatMap(script => {
      const cases = [...inside(script)].filter(({ node, depth }) => node.type === 'Case' && depth <= DEEPEST_CASE);
      return cases.map(({ node }) => caseOf(node as sh.Case, part.source));
    }),
  );
}

interface Inside {
  readonly node: sh.SyntaxNode;
  /** How many `case` statements are around it. */
  readonly depth: number;
}

/**
 * In the order of the text, and without recursion, however deep it is. What a substitution runs neither fails for the
 * module nor answers for it.
 */
function* inside(root: sh.SyntaxNode): Generator<Inside> {
  const open: Inside[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { node } = next;
    const depth = next.depth + (node.type === 'Case' ? 1 : 0);
    const children: Inside[] = [];
    sh.forEachChild(node, child => {
      if (child.type !== 'Word') children.push({ node: child, depth });
    });
    for (const child of children.reverse()) open.push(child);
  }
}

function caseOf({ items }: sh.Case, source: Fragment): ModuleCase {
  return { kind: 'module-case', source, branches: items.map(item => branchOf(item, source)) };
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

function commandsIn(body: sh.SyntaxNode): sh.Command[] {
  return [...inside(body)].flatMap(({ node }) => (node.type === 'Command' ? [node] : []));
}

function isFailure({ name, args }: sh.Command): boolean {
  const [first] = args;
  if (name?.value !== 'exit' && name?.value !== 'return') return false;
  return first?.type === 'Word' && /^[1-9]\d*$/.test(first.value);
}

/** Text on standard output, which the client reads as an answer. */
function isMessage({ name, redirects }: sh.Command): boolean {
  return (name?.value === 'echo' || name?.value === 'printf') && redirects.length === 0;
}
