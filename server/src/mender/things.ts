/** All that the programs take on their command lines and that not every release has, by the names it is called by. */
import type { OptionSpec, ProgramSpec } from './programs.ts';
import type { Lifetime } from './version.ts';

export interface Thing extends Lifetime {
  /** `mender-update resume`, `mender-update install --stop-before`. */
  readonly name: string;
  /** What it is called otherwise, where that makes up for it. */
  readonly use?: string;
}

/** That a program came with the split is no news about it. */
export function thingsOf(programs: readonly ProgramSpec[]): readonly Thing[] {
  return programs.flatMap(program => [
    ...lasting([{ name: program.name, until: program.until }]),
    ...optionsOf(program.name, program.globals),
    ...program.commands.flatMap(command => {
      const name = [program.name, command.name].filter(Boolean).join(' ');
      return [...lasting([{ ...command, name }]), ...optionsOf(name, command.options)];
    }),
  ]);
}

function optionsOf(before: string, options: readonly OptionSpec[]): readonly Thing[] {
  return lasting(
    options.map(({ name, since, until, deprecated }) => {
      const other = deprecated?.use ?? options.find(option => option.deprecated?.use === name)?.name;
      return { name: `${before} --${name}`, since, until, ...(other === undefined ? {} : { use: `--${other}` }) };
    }),
  );
}

function lasting(things: readonly Thing[]): readonly Thing[] {
  return things
    .filter(({ since, until }) => since !== undefined || until !== undefined)
    .map(({ name, since, until, use }) => ({ name, since, until, ...(use ? { use } : {}) }));
}
