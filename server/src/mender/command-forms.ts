/** Calls of the `mender` binary of 3.x without a command: for its help or version, or with an unknown word. */

import { shell } from './example.ts';
import { notFound } from './moved-command.ts';
import type { Rule } from './rule.ts';
import { oldCli, shellStatus, upgradePage } from './source.ts';

export const commandFormRules: readonly Rule[] = [
  {
    id: 'mender-version',
    component: 'mender-client',
    title: '`mender --version`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'command',
      form: 'version',
      output: 'it prints the bare version, without the runtime that 3.x put after a tab',
      spellings: ['--version', '-version', '-v', '--v'],
      successors: [{ program: 'mender-update' }],
    },
    replacement: { kind: 'rewrite', to: 'mender-update --version', safety: 'safe' },
    message: 'Use `mender-update --version`: `{use}` is gone since 4.0.',
    why: `mender-update prints the bare version, without the runtime that 3.x put after a tab, and takes \`--version\` only alone: \`--version can not be combined with other commands and arguments\`. ${notFound}`,
    sources: [
      'mender@3.5.3:cli/cli.go:80-83',
      'mender@4.0.7:src/common/conf/conf.cpp:195-203',
      'mender@5.1.0:src/client_shared/conf/conf.cpp:199-208',
      'mender-docs@3.7.x:06.Artifact-creation/01.Create-an-Artifact/10.Docker-Compose/docs.md:34',
      shellStatus,
    ],
    examples: [
      shell(
        'if ! mender --version 2>/dev/null; then exit 1; fi',
        'if ! mender-update --version 2>/dev/null; then exit 1; fi',
      ),
      shell('mender -version | cut -f1', 'mender-update --version | cut -f1'),
    ],
  },
  {
    id: 'mender-help',
    component: 'mender-client',
    title: '`mender help` and `mender` alone',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'command',
      form: 'help',
      output: 'each of the programs has its own help text',
      spellings: ['help', 'h', '--help', '-help', '-h', '--h', ''],
      successors: [{ program: 'mender-update' }],
    },
    replacement: { kind: 'rewrite', to: 'mender-update --help', safety: 'safe' },
    message: 'Use `mender-update --help`, or ask another program: `{use}` is gone since 4.0.',
    why: `mender-update and mender-auth have no \`help\` subcommand: \`No such action: help\`. A bare mender-update says \`Need an action\`, prints its help and exits with 1, where 3.x exited with 0. mender-snapshot keeps \`help\`. ${notFound}`,
    sources: [
      'mender@4.0.7:src/mender-update/cli/cli.cpp:101-111,209-237',
      'mender@5.1.0:src/mender-update/cli/cli.cpp:205-209,320-348',
      'mender@3.5.3:vendor/github.com/urfave/cli/v2/app.go:173-178',
      'mender-snapshot@1.0.0:vendor/github.com/urfave/cli/v2/app.go:188-190',
      shellStatus,
    ],
    examples: [
      shell('mender help', 'mender-update --help'),
      shell('mender help install', 'mender-update install --help'),
      shell('mender help setup', 'mender-setup --help'),
      shell('mender', 'mender-update --help'),
    ],
  },
  {
    id: 'mender-dynamic-command',
    component: 'mender-client',
    title: '`mender` with a command known only at run time',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'command', form: 'dynamic', spellings: [], successors: [] },
    replacement: { kind: 'none' },
    message: 'Use the program that has the command: `{use}` is gone since 4.0.',
    why: `Which of the four new programs must be called depends on the subcommand, which is known only at run time here. ${notFound}`,
    sources: [upgradePage, oldCli, shellStatus],
    examples: [shell('mender "$@"'), shell('/usr/bin/mender $COMMAND')],
    quiet: [{ language: 'shell', bad: 'mender() { mender-update "$@"; }\nmender commit' }],
  },
  {
    id: 'mender-unknown-command',
    component: 'mender-client',
    title: '`mender` with a command it never had',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'command', form: 'unknown', spellings: [], successors: [] },
    replacement: { kind: 'none' },
    message: 'Look up the command: `{use}` is gone, and 3.x has no such command.',
    why: `3.x has no such subcommand either, so nothing says which of the new programs is meant. ${notFound}`,
    sources: [upgradePage, oldCli, shellStatus],
    examples: [
      shell('/usr/bin/mender frobnicate'),
      shell('mender --log-level debug update'),
      shell('mender-update commit || mender status'),
    ],
    quiet: [{ language: 'shell', bad: 'mender frobnicate' }],
  },
];
