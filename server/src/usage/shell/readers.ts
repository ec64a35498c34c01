/** Whether a command at the end of a pipe looks at what it is given, or only shows it or keeps it. */
import type * as sh from '../../languages/shell/shell.ts';
import { baseName } from '../wrappers.ts';

const passing = new Set(['tee', 'cat', 'less', 'more', 'head', 'tail', 'logger', 'systemd-cat', 'ts', 'nl']);

export function readsInput(node: sh.SyntaxNode): boolean {
  if (node.type !== 'Command') return true;
  const words = [node.name, ...node.args].flatMap(word => (word?.type === 'Word' ? [baseName(word.value)] : []));
  const program = words[0] === 'sudo' ? words.slice(1).find(word => !word.startsWith('-')) : words[0];
  return program === undefined || !passing.has(program);
}
