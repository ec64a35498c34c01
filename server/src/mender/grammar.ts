/** What a release of a program accepts on its command line: its grammar, without later additions and removed parts. */
import type { CommandSpec, OptionSpec, ProgramSpec, ValueSpec } from './programs.ts';
import { isAvailable, type Target } from './version.ts';

/** Created for one target: the target accepts whatever is written with it. */
export interface Grammar extends ProgramSpec {
  /** The current names of renamed options. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Undefined if the target does not have the program. */
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

/** Removed values stay as names for their replacements. */
function valuesOf(values: readonly ValueSpec[], target: Target): readonly ValueSpec[] {
  return values.flatMap(({ name, use, ...lifetime }) => {
    if (isAvailable(lifetime, target)) return [{ name }];
    return use === undefined ? [] : [{ name, use }];
  });
}

/** From the old name to the new one and, where that does not exist yet, back. */
function renamedIn({ globals, commands }: ProgramSpec, target: Target): ReadonlyMap<string, string> {
  const all = [...globals, ...commands.flatMap(({ options }) => options)];
  const isHere = (name: string) => all.some(option => option.name === name && isAvailable(option, target));
  const pairs = all.flatMap(({ name, deprecated }) =>
    deprecated ? [[name, deprecated.use] as const, [deprecated.use, name] as const] : [],
  );
  return new Map(pairs.filter(([from, to]) => !isHere(from) && isHere(to)));
}
