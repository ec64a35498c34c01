/** Everything on the programs' command lines that not every release has, by its names. */
import type { OptionSpec, ProgramSpec } from './programs.ts';
import type { Lifetime } from './version.ts';

export interface Thing extends Lifetime {
  /** `mender-update resume`, `mender-update install --stop-before`. */
  readonly name: string;
  /** Its other name, if that replaces it. */
  readonly use?: string;
}

/** Things that came with the split of the programs themselves are left out. */
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
