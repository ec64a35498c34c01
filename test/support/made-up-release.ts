/** A catalogue with an invented release 7.0: data alone, on top of the shipped one. */
import { type Catalogue, catalogueOf, catalogue as shipped } from '../../server/src/mender/catalogue.ts';
import { keyTypes } from '../../server/src/mender/configuration-keys.ts';
import {
  type CommandSpec,
  newPrograms,
  type OptionSpec,
  type ProgramSpec,
  type ValueSpec,
} from '../../server/src/mender/programs.ts';
import { releases } from '../../server/src/mender/releases.ts';
import type { Rule } from '../../server/src/mender/rule.ts';
import type { RulePattern } from '../../server/src/mender/rule-pattern.ts';
import { shippedNames } from '../../server/src/mender/shipped-names.ts';
import { atLeast, type Version } from '../../server/src/mender/version.ts';

const until: Version = '7.0';

/**
 * Its mender-update lacks the command `send-inventory`, `--reboot-exit-code` of `install` and the log level `trace`,
 * and has renamed `--trusted-certs` to `--trust`.
 */
const menderUpdate = (program: ProgramSpec): ProgramSpec => ({
  ...program,
  globals: [...program.globals.map(renamed), { name: 'trust', short: 'E', value: 'text', since: until }],
  commands: program.commands.map(removed),
});

function removed(command: CommandSpec): CommandSpec {
  if (command.name === 'send-inventory') return { ...command, until };
  const options = command.options.map(option => (option.name === 'reboot-exit-code' ? { ...option, until } : option));
  return command.name === 'install' ? { ...command, options } : command;
}

function renamed(option: OptionSpec): OptionSpec {
  if (option.values) return { ...option, values: option.values.map(withoutTrace) };
  if (option.name !== 'trusted-certs') return option;
  return { ...option, until, deprecated: { since: until, use: 'trust' } };
}

function withoutTrace(value: ValueSpec): ValueSpec {
  return value.name === 'trace' ? { ...value, until, use: 'debug' } : value;
}

/** It reads no RetryPollCount. */
export const keyRule: Rule = {
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

/** Rules of other kinds in the release. */
function madeUp(id: string, match: RulePattern): Rule {
  return { ...keyRule, id: `made-up-${id}`, title: id, match, replacement: { kind: 'none' } };
}

const otherRows: readonly Rule[] = [
  madeUp('command', { kind: 'option', defect: 'unavailable', options: ['send-inventory'] }),
  madeUp('bus', { kind: 'bus', names: ['io.mender.Authentication1'] }),
  madeUp('path', { kind: 'path', pattern: /(\/usr\/share\/mender\/modules\/v3\/directory)$/ }),
  madeUp('package', { kind: 'package', use: 'install', name: 'mender-flash' }),
  madeUp('setting', { kind: 'setting', name: 'MENDER_COPY_BOOT_GAP' }),
  madeUp('module', { kind: 'module', defect: 'state-name', name: 'ArtifactCommit' }),
  madeUp('environment', { kind: 'environment', defect: 'empty', names: ['MENDER_MADE_UP'] }),
  madeUp('file-name', { kind: 'file-name', pattern: /scripts\/(ArtifactReboot_Leave_05)$/ }),
  madeUp('unit', { kind: 'unit', directives: ['PropagatesStopTo'], units: ['mender-connect.service'] }),
  madeUp('recipe', { kind: 'recipe', part: 'item', variables: ['IMAGE_INSTALL'], names: ['mender-setup'] }),
];

/** The shipped data, without releases that this test does not know, and what those end. */
const before = releases.filter(({ version }) => atLeast('5.1', version));

/** The unit mender-authd and the command `check-update` are gone, too. */
export const later: Catalogue = catalogueOf({
  releases: [
    ...before,
    {
      version: '7.0',
      aliases: ['8.0'],
      bundle: 'Mender Client 8.0',
      newestPatch: 2,
      ends: ['mender-update check-update', 'unit mender-authd'],
    },
  ],
  rules: [...shipped.rules, keyRule, ...otherRows],
  programs: newPrograms.map(program => (program.name === 'mender-update' ? menderUpdate(program) : program)),
  keys: keyTypes,
  names: shippedNames,
});
