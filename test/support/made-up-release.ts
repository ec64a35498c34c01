/** A catalogue with a release 7.0 that nobody made: data alone, on top of what is shipped. */
import { type Catalogue, catalogueOf, catalogue as shipped } from '../../server/src/catalogue/catalogue.ts';
import type { CommandSpec, OptionSpec, ProgramSpec } from '../../server/src/catalogue/programs.ts';
import type { Row } from '../../server/src/catalogue/row.ts';

const until = '7.0';

/** It lacks the command `send-inventory`, calls `--trusted-certs` `--trust`, and has no unit mender-authd any more. */
const menderUpdate = (program: ProgramSpec): ProgramSpec => ({
  ...program,
  globals: [...program.globals.map(renamed), { name: 'trust', short: 'E', value: 'text', since: until }],
  commands: program.commands.map(removed),
});

function removed(command: CommandSpec): CommandSpec {
  return command.name === 'send-inventory' ? { ...command, until } : command;
}

function renamed(option: OptionSpec): OptionSpec {
  if (option.name !== 'trusted-certs') return option;
  return { ...option, until, deprecated: { since: until, use: 'trust' } };
}

/** It reads no RetryPollCount. */
export const keyRow: Row = {
  id: 'config-made-up-key',
  component: 'mender-client',
  title: '`RetryPollCount` in mender.conf',
  removedIn: until,
  effect: 'ignored',
  match: { kind: 'config', defect: 'key', path: ['RetryPollCount'] },
  replacement: { kind: 'remove', safety: 'safe' },
  message: '`{use}` is silently ignored: it {when}; remove it.',
  why: 'Made up.',
  sources: ['mender@7.0.0:made-up'],
  examples: [],
};

export const later: Catalogue = catalogueOf({
  releases: [...shipped.releases, { version: '7.0', aliases: ['8.0'], bundle: 'Mender Client 8.0', newestPatch: 2 }],
  rows: [...shipped.rows, keyRow],
  programs: shipped.programs.map(program => (program.name === 'mender-update' ? menderUpdate(program) : program)),
  keys: { ...shipped.keys, RetryPollCount: { type: 'integer', until } },
  names: shipped.names.map(name => (name.name === 'mender-authd' ? { ...name, until } : name)),
});
