/** How a statement, or a command of a pipeline, relates to the one next to it. */
import type * as sh from '../../languages/shell/shell.ts';
import { findProgram } from '../../programs/programs.ts';
import { wrappedProgram } from '../../programs/runs.ts';

/** Whether a statement tests the exit status of the one before it. */
export function testsStatus(text: string): boolean {
  return /\$(?:\?|\{\?\})/.test(text) || /^\s*(?:exit|return)\s*;?\s*$/.test(text);
}

/** Whether it may contain the text that a command after it in a pipeline reads. */
export function prints(node: sh.SyntaxNode): node is sh.Command | sh.Subshell | sh.BraceGroup {
  return node.type === 'Command' || node.type === 'Subshell' || node.type === 'BraceGroup';
}

/** `x || true` */
export function doesNothing(node: sh.SyntaxNode): boolean {
  return node.type === 'Command' && (node.name?.value === 'true' || node.name?.value === ':');
}

/** Whether a command at the end of a pipe uses its input, or only shows or keeps it. */
export function readsInput(node: sh.SyntaxNode): boolean {
  if (node.type !== 'Command') return true;
  const words = [node.name, ...node.args].flatMap(word => (word?.type === 'Word' ? [word.value] : []));
  const [program] = wrappedProgram(words);
  return program === undefined || !findProgram(program)?.passes;
}
