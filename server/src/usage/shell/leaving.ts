/** Whether a statement can end its list: a guard that exits, returns or breaks. */
import type * as sh from '../../syntax/shell.ts';

const leaving = new Set(['exit', 'return', 'exec', 'break', 'continue']);

/** Whether a statement, when a condition in it holds, does not go on to the next one. */
export function leaves(node: sh.SyntaxNode): boolean {
  switch (node.type) {
    case 'If':
      return [node.then, ...node.elif.map(arm => arm.then)].some(endsByLeaving);
    case 'AndOr':
      return node.commands.some((command, index) => index > 0 && alwaysLeaves(command));
    case 'Case':
      return node.items.some(item => endsByLeaving(item.body));
    default:
      return false;
  }
}

function endsByLeaving(list: sh.CompoundList): boolean {
  const last = list.commands.at(-1);
  return last !== undefined && alwaysLeaves(last.command);
}

function alwaysLeaves(node: sh.SyntaxNode): boolean {
  if (node.type === 'Command') return leaving.has(node.name?.value ?? '');
  return node.type === 'BraceGroup' && endsByLeaving(node.body);
}
