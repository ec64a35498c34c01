/** Options that only the old binary understood, in calls of the new programs: what a bare rename leaves behind. */
import { shell } from './example.ts';
import type { Row } from './row.ts';

const strictParser = 'mender@5.1.0:src/client_shared/conf/conf.cpp:73-146';
const clientOptions = 'mender@5.1.0:src/client_shared/conf/conf_cli_help.cpp:44-100';

export const optionRows: readonly Row[] = [
  {
    id: 'no-syslog-option',
    component: 'mender-client',
    title: 'option `--no-syslog`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'unknown', options: ['no-syslog', 'log-modules'] },
    replacement: { kind: 'remove', safety: 'safe' },
    message: '`{use}` makes the call fail: the option is gone since Mender 4.0; remove it.',
    why: 'The C++ programs never log to syslog themselves and refuse the option with exit code 1.',
    sources: ['mender@e670b74b', clientOptions],
    examples: [
      shell('mender-update --no-syslog show-artifact', 'mender-update show-artifact'),
      shell('/usr/bin/mender-auth --no-syslog daemon', '/usr/bin/mender-auth daemon'),
    ],
  },
  {
    id: 'forcebootstrap-option',
    component: 'mender-client',
    title: 'option `--forcebootstrap` before the subcommand',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'misplaced', options: ['forcebootstrap'] },
    replacement: {
      kind: 'rewrite',
      to: '--forcebootstrap behind the subcommand of mender-auth',
      safety: 'safe',
      availableIn: '4.0',
    },
    message:
      '`{use}` makes the call fail: since Mender 4.0 only `mender-auth bootstrap` and `mender-auth daemon` take it, behind the subcommand.',
    why: 'The option is no global one any more, and mender-update does not know it at all.',
    sources: ['mender@4.0.7:src/mender-auth/cli/cli.cpp:42-66'],
    examples: [
      shell('mender-auth --forcebootstrap daemon', 'mender-auth daemon --forcebootstrap'),
      shell('mender-auth -F bootstrap', 'mender-auth bootstrap -F'),
      shell('mender-update --forcebootstrap daemon', 'mender-update daemon'),
    ],
  },
  {
    id: 'passphrase-file-option',
    component: 'mender-client',
    title: 'option `--passphrase-file`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'valueless', options: ['passphrase-file'] },
    replacement: { kind: 'none' },
    message:
      '`{use}` has no working form in Mender 4.0 and later: mender-auth declares it without a value; use a key without passphrase or a key store.',
    why: 'mender-auth lists the option, but declares it as a flag: a separate file name is an unexpected argument, and `=FILE` is refused. mender-update does not have it.',
    sources: [
      'mender@5.1.0:src/mender-auth/cli/cli.cpp:46-57',
      'mender@5.1.0:src/client_shared/conf/conf_cli_help.cpp:274-288',
      'mender@78cbe9d3',
    ],
    examples: [
      shell('mender-auth daemon --passphrase-file /etc/key.pass'),
      shell('mender-auth bootstrap --passphrase-file=/etc/key.pass'),
    ],
  },
  {
    id: 'single-dash-option',
    component: 'mender-client',
    title: 'long option with a single dash',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'single-dash' },
    replacement: { kind: 'rewrite', to: "two dashes, or the option's full name", safety: 'safe', availableIn: '4.0' },
    message:
      '`{use}` makes the call fail: mender-auth and mender-update take long options with two dashes only; write `{to}`.',
    why: "Go's flag package, which 3.x used, took one dash or two before any name; the C++ parser takes `--long` and `-s` only. mender-setup and mender-snapshot are still written in Go and take both.",
    sources: [strictParser],
    examples: [
      shell('mender-update -log-level debug install x.mender', 'mender-update --log-level debug install x.mender'),
      shell('mender-update -version', 'mender-update --version'),
      shell('mender-auth --c /data/mender.conf daemon', 'mender-auth --config /data/mender.conf daemon'),
    ],
    quiet: [
      { language: 'shell', bad: 'mender-setup -quiet' },
      { language: 'shell', bad: 'mender-update -l debug -c /data/mender.conf commit' },
    ],
  },
  {
    id: 'option-with-boolean-value',
    component: 'mender-client',
    title: 'flag with a value',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'flag-value' },
    replacement: {
      kind: 'rewrite',
      to: 'the bare flag, or none for a false value',
      safety: 'safe',
      availableIn: '4.0',
    },
    message: '`{use}` makes the call fail: flags of mender-auth and mender-update take no value; write `{to}`.',
    why: 'Go read `--flag=true`, `--flag=1` and the like; the C++ parser answers that the option does not expect a value.',
    sources: ['mender@5.1.0:src/client_shared/conf/conf.cpp:122-128'],
    examples: [
      shell('mender-update --skipverify=true install x.mender', 'mender-update --skipverify install x.mender'),
      shell('mender-update install --reboot-exit-code=false x.mender', 'mender-update install x.mender'),
    ],
  },
  {
    id: 'log-level-value',
    component: 'mender-client',
    title: 'log level that is gone',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'log-level', options: ['log-level'] },
    replacement: {
      kind: 'rewrite',
      to: 'trace, debug, info, warning, error or fatal',
      safety: 'safe',
      availableIn: '4.0',
    },
    message:
      '`{use}` makes the call fail: the log level has to be trace, debug, info, warning, error or fatal, in lower case; write `{to}`.',
    why: '3.x took `warn`, `panic` and any case; the C++ programs compare exactly and exit with 1.',
    sources: [
      'mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:74-90',
      'mender@3.5.3:vendor/github.com/sirupsen/logrus/logrus.go:25-45',
    ],
    examples: [
      shell('mender-update --log-level warn install x.mender', 'mender-update --log-level warning install x.mender'),
      shell('mender-auth -l DEBUG daemon', 'mender-auth -l debug daemon'),
      shell('mender-update --log-level=panic commit', 'mender-update --log-level=fatal commit'),
    ],
  },
  {
    id: 'misplaced-option',
    component: 'mender-client',
    title: 'global option behind the subcommand',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'misplaced' },
    replacement: { kind: 'rewrite', to: 'the option before the subcommand', safety: 'safe', availableIn: '4.0' },
    message: '`{use}` makes the call fail: it is a global option and has to stand before the subcommand.',
    why: 'Global options are read before the subcommand only, options of a subcommand only behind it.',
    sources: ['mender@5.1.0:src/mender-update/cli/cli.cpp:217-310'],
    examples: [
      shell('mender-update commit --log-level debug', 'mender-update --log-level debug commit'),
      shell('mender-update --reboot-exit-code install x.mender', 'mender-update install --reboot-exit-code x.mender'),
    ],
  },
  {
    id: 'data-option',
    component: 'mender-client',
    title: 'option `--data`',
    deprecatedIn: '5.0',
    effect: 'differs',
    match: { kind: 'option', defect: 'deprecated', options: ['data'] },
    replacement: { kind: 'rewrite', to: '--datastore', safety: 'review', availableIn: '5.0' },
    message: '`{use}` is a deprecated name since Mender 5.0; write `{to}` once no 4.x device runs this line.',
    why: '`--data` still works as an alias. `--datastore` does not exist before 5.0; the short `-d` works everywhere.',
    sources: ['mender@5.1.0:src/client_shared/conf/conf_cli_help.cpp:59-70', 'mender@8ef7112a'],
    examples: [shell('mender-update --data /data/mender commit', 'mender-update --datastore /data/mender commit')],
    quiet: [
      { language: 'shell', bad: 'mender-update -d /data/mender commit' },
      { language: 'shell', bad: 'mender-update --data /data/mender commit', target: '4.0' },
      { language: 'shell', bad: 'mender-setup --data /data/mender' },
    ],
  },
  {
    id: 'option-not-available',
    component: 'mender-client',
    title: 'option or command that the target lacks',
    addedIn: '5.0',
    effect: 'fails',
    match: { kind: 'option', defect: 'unavailable' },
    replacement: {
      kind: 'rewrite',
      to: 'the name the target knows, where there is one',
      safety: 'safe',
      availableIn: '4.0',
    },
    message: '`{use}` makes the call fail on the chosen target: it is only there since Mender 5.0.',
    why: '`--datastore`, `--stop-before` and `resume` came with 5.0; a 4.0 program refuses them.',
    sources: [
      'mender@5.1.0:src/mender-update/cli/cli.cpp:50-111',
      'mender@5.1.0:src/client_shared/conf/conf_cli_help.cpp:59-70',
    ],
    examples: [
      {
        language: 'shell',
        target: '4.0',
        bad: 'mender-update --datastore /data/mender commit',
        good: 'mender-update --data /data/mender commit',
      },
      { language: 'shell', target: '4.0', bad: 'mender-update resume' },
    ],
    quiet: [{ language: 'shell', target: '5.0', bad: 'mender-update --datastore /data/mender commit' }],
  },
];
