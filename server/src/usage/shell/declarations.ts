/** Builtins that make variables: those that declare them, and those that read a value into them. */
import type * as sh from '../../languages/shell/shell.ts';

const localDeclarations = new Set(['local', 'declare', 'typeset']);

/** Whether the variables that a command assigns are the function's own. */
export function declaresLocals({ name }: sh.Command): boolean {
  return localDeclarations.has(name?.value ?? '');
}

/** Variables that `read X` and `getopts :a X` set to what nobody knows before. */
export function namesRead({ name }: sh.Command, args: readonly sh.Word[]): readonly string[] {
  const operands = args.map(({ value }) => value).filter(value => /^[A-Za-z_]\w*$/.test(value));
  switch (name?.value) {
    case 'read':
    case 'mapfile':
    case 'readarray':
      return operands;
    case 'getopts':
      return operands.slice(-1);
    default:
      return [];
  }
}
