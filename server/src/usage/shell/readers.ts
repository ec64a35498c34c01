/** Whether a command at the end of a pipe uses its input, or only shows or keeps it. */

import type * as sh from '../../languages/shell/shell.ts';
import { findProgram } from '../../programs/programs.ts';
import { wrappedProgram } from '../../programs/runs.ts';

export function readsInput(node: sh.SyntaxNode): boolean {
  if (node.type !== 'Command') return true;
  const words = [node.name, ...node.args].flatMap(word => (word?.type === 'Word' ? [word.value] : []));
  const [program] = wrappedProgram(words);
  return program === undefined || !findProgram(program)?.passes;
}
