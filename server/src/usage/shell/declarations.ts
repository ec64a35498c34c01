/** Builtins that create variables: they declare them, or read a value into them. */

import type * as sh from '../../languages/shell/shell.ts';
import { readTexts } from '../../programs/command-line.ts';
import { programOf } from '../../programs/programs.ts';

/** Whether the variables that a command assigns are local to the function. */
export function declaresLocals({ name }: sh.Command): boolean {
  return programOf(name?.value ?? '').sets === 'own';
}

/** Variables that `read X` and `getopts :a X` set to unknown values. */
export function namesRead({ name }: sh.Command, args: readonly sh.Word[]): readonly string[] {
  const program = programOf(name?.value ?? '');
  if (program.sets !== 'operands' && program.sets !== 'last') return [];
  const { options, operands } = readTexts(
    args.map(({ value }) => value),
    program,
  );
  const named = options.flatMap(({ meaning, value }) => (meaning === 'variable' && value ? [value] : []));
  const names = [...named, ...operands].filter(text => /^[A-Za-z_]\w*$/.test(text));
  return program.sets === 'last' ? names.slice(-1) : names;
}
