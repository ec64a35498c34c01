/** What a release of a program takes on its command line: its grammar, without what is not there yet and what is gone. */
import type { CommandSpec, OptionSpec, ProgramSpec, ValueSpec } from './programs.ts';
import { isAvailable, type Target } from './version.ts';

/** Made for one target: whatever is written by it, the target takes. */
export interface Grammar extends ProgramSpec {
  /** The names of today of options that are called otherwise now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Undefined where the target has no such program. */
export function grammarOf(program: ProgramSpec, target: Target): Grammar | undefined {
  if (!isAvailable(program, target)) return undefined;
  const here = (options: readonly OptionSpec[]) => optionsOf(options, target);
  const commands: readonly CommandSpec[] = program.commands
    .filter(command => isAvailable(command, target))
    .map(command => ({ ...command, options: here(command.options) }));
  return { ...program, globals: here(program.globals), commands, renamed: renamedIn(program, target) };
}

function optionsOf(options: readonly OptionSpec[], target: Target): readonly OptionSpec[] {
  return options
    .filter(option => isAvailable(option, target))
    .map(option => (option.values ? { ...option, values: valuesOf(option.values, target) } : option));
}

/** Those that are gone stay as names for what takes their place. */
function valuesOf(values: readonly ValueSpec[], target: Target): readonly ValueSpec[] {
  return values.flatMap(({ name, use, ...lifetime }) => {
    if (isAvailable(lifetime, target)) return [{ name }];
    return use === undefined ? [] : [{ name, use }];
  });
}

/** From the old name to the new one, and, where that is not there yet, back. */
function renamedIn({ globals, commands }: ProgramSpec, target: Target): ReadonlyMap<string, string> {
  const all = [...globals, ...commands.flatMap(({ options }) => options)];
  const isHere = (name: string) => all.some(option => option.name === name && isAvailable(option, target));
  const pairs = all.flatMap(({ name, deprecated }) =>
    deprecated ? [[name, deprecated.use] as const, [deprecated.use, name] as const] : [],
  );
  return new Map(pairs.filter(([from, to]) => !isHere(from) && isHere(to)));
}
