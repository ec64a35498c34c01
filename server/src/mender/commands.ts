/** Calls of the `mender` binary of 3.x and before, one rule for each command. */
import { shell } from './example.ts';
import { moved, notFound, output } from './moved-command.ts';
import type { Successor } from './patterns-of-calls.ts';
import type { Rule } from './rule.ts';
import { logFormat, oldCli, shellStatus, upgradePage } from './source.ts';

const updateCli = 'mender@5.1.0:src/mender-update/cli/cli.cpp:38-158';
const authCli = 'mender@5.1.0:src/mender-auth/cli/cli.cpp:42-79';
const dashCommands = 'mender@3.5.3:cli/cli.go:85-111 (single-dash commands are errors since 3.0)';
const exitStatuses = ['mender@3.5.3:main.go:48-58', 'mender@5.1.0:src/mender-update/cli/cli.cpp:375-385'];
const strictParser = 'mender@5.1.0:src/client_shared/conf/conf.cpp:130-142';

const update = (command: string): readonly Successor[] => [{ program: 'mender-update', command }];

export const commandRules: readonly Rule[] = [
  moved({
    command: 'bootstrap',
    spellings: ['-bootstrap', '--bootstrap'],
    successors: [{ program: 'mender-auth', command: 'bootstrap' }],
    why: 'The binary was split in 4.0; keys and authentication belong to mender-auth. `--forcebootstrap` is no longer a global option and follows the subcommand. mender-auth exits with 0 even when the server did not accept the device, where 3.x exited with 1; without a server it says `No server set in the configuration, skipping authentication`.',
    exitStatus: 'mender-auth bootstrap exits with 0 even when the device was not accepted',
    statusCounts: true,
    sources: [
      authCli,
      oldCli,
      dashCommands,
      'mender@3.5.3:cli/commands.go:207-232',
      'mender@4.0.7:src/mender-auth/cli/actions.cpp:82-115',
      'mender@5.1.0:src/mender-auth/cli/actions.cpp:88-122',
    ],
    examples: [
      shell('mender bootstrap', 'mender-auth bootstrap'),
      shell('sudo /usr/bin/mender bootstrap --forcebootstrap', 'sudo /usr/bin/mender-auth bootstrap --forcebootstrap'),
      shell('mender -F bootstrap', 'mender-auth bootstrap -F'),
      shell('mender --forcebootstrap=true bootstrap', 'mender-auth bootstrap --forcebootstrap'),
      shell('mender -bootstrap', 'mender-auth bootstrap'),
      shell('until mender bootstrap; do sleep 5; done', 'until mender-auth bootstrap; do sleep 5; done'),
      shell('mender --passphrase-file /etc/key.pass bootstrap'),
    ],
  }),
  moved({
    command: 'check-update',
    spellings: ['-check-update', '--check-update'],
    successors: update('check-update'),
    output,
    why: "The binary was split in 4.0; asking the server for an update belongs to mender-update. Words after the subcommand, which 3.x ignored, are errors now: `Unexpected argument 'now'`.",
    sources: [updateCli, strictParser, logFormat, oldCli, dashCommands],
    examples: [
      shell('mender check-update', 'mender-update check-update'),
      shell('mender check-update now', 'mender-update check-update'),
    ],
  }),
  moved({
    command: 'commit',
    spellings: ['-commit', '--commit'],
    successors: update('commit'),
    output,
    why: 'The binary was split in 4.0; installing and committing belong to mender-update. The exit codes are the same: 0, 1, and 2 when there is nothing to commit, with the text `No update in progress.`',
    sources: [
      updateCli,
      ...exitStatuses,
      'mender@5.1.0:src/mender-update/cli/actions.cpp:198-199',
      logFormat,
      oldCli,
      dashCommands,
    ],
    examples: [
      shell('mender commit', 'mender-update commit'),
      shell('if mender commit; then reboot; fi', 'if mender-update commit; then reboot; fi'),
      shell('mender -commit', 'mender-update commit'),
      shell('mender -log-level debug commit', 'mender-update --log-level debug commit'),
      shell('mender --log-level warn commit', 'mender-update --log-level warning commit'),
      shell('mender --skipverify=true commit', 'mender-update --skipverify commit'),
      shell('mender commit --config /data/mender.conf', 'mender-update --config /data/mender.conf commit'),
    ],
    quiet: [
      { language: 'shell', bad: 'echo "run mender commit to keep the update"' },
      { language: 'shell', bad: 'bbb-cmd.sh mender-update commit' },
      { language: 'shell', bad: '# mender commit' },
      { language: 'shell', bad: 'git commit -m "mender commit"' },
      { language: 'shell', bad: 'mender-update commit || mender commit' },
    ],
  }),
  {
    id: 'mender-daemon',
    component: 'mender-client',
    title: '`mender daemon`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'command',
      spellings: ['daemon', '-daemon', '--daemon'],
      successors: [
        { program: 'mender-auth', command: 'daemon' },
        { program: 'mender-update', command: 'daemon' },
      ],
    },
    replacement: {
      kind: 'choose',
      to: ['mender-auth daemon', 'mender-update daemon'],
      safety: 'review',
    },
    message: 'Start `mender-auth daemon` and `mender-update daemon`: `{use}` is gone since 4.0.',
    why: `One process became two: mender-auth authenticates the device and serves D-Bus, mender-update runs deployments. A device needs both, each as a separate service: mender-authd and mender-updated. ${notFound} For a unit that still starts the old binary systemd says \`Failed to locate executable /usr/bin/mender: No such file or directory\`, with \`status=203/EXEC\`.`,
    sources: [
      upgradePage,
      authCli,
      'mender@4.0.7:support/mender-authd.service',
      'mender@4.0.7:support/mender-updated.service',
      shellStatus,
      'systemd.exec(5), "Process Exit Codes"',
    ],
    examples: [
      shell('mender daemon &\n', 'mender-auth daemon &\nmender-update daemon &\n'),
      shell('mender --no-syslog daemon\n', 'mender-auth daemon &\nmender-update daemon\n'),
      shell(
        'exec mender --log-level debug daemon',
        'mender-auth --log-level debug daemon &\nexec mender-update --log-level debug daemon',
      ),
      {
        language: 'unit',
        path: 'client.service',
        bad: '[Service]\nExecStart=/usr/bin/mender --no-syslog daemon\n',
        good: '[Unit]\nWants=mender-authd.service\n\n[Service]\nExecStart=/usr/bin/mender-update daemon\n',
      },
    ],
  },
  moved({
    command: 'install',
    spellings: ['-install', '--install', '-rootfs', '--rootfs'],
    successors: update('install'),
    output,
    why: 'The binary was split in 4.0; installing belongs to mender-update. Each call takes one Artifact: further words, which 3.x ignored, are errors now (`Too many arguments: ...`), and options after the Artifact count where 3.x ignored them.',
    sources: [
      updateCli,
      'mender@4.0.7:src/mender-update/cli/cli.cpp:129-168',
      'mender@5.1.0:src/mender-update/cli/cli.cpp:160-203',
      logFormat,
      oldCli,
      'mender@3.5.3:cli/cli.go:447-454',
      dashCommands,
      'mender@1.7.1:main.go:121-125 (-rootfs)',
    ],
    examples: [
      shell('mender install "$artifact_file" || return 2', 'mender-update install "$artifact_file" || return 2'),
      shell('$SUDO mender install --reboot-exit-code "$url"', '$SUDO mender-update install --reboot-exit-code "$url"'),
      shell(
        'if mender -install "${UPDATE_URI}"; then reboot; fi',
        'if mender-update install "${UPDATE_URI}"; then reboot; fi',
      ),
      shell('mender -rootfs /mnt/update.mender', 'mender-update install /mnt/update.mender'),
      shell('mender --no-syslog install x.mender', 'mender-update install x.mender'),
      shell('mender install --passphrase-file p.txt x.mender', 'mender-update install x.mender'),
      shell(
        "ssh root@device 'mender install /data/x.mender'",
        "ssh root@device 'mender-update install /data/x.mender'",
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'echo "ERR: mender install failed"' },
      { language: 'shell', bad: 'npm install mender' },
      { language: 'shell', bad: 'mender-artifact install x.mender' },
      {
        language: 'shell',
        bad: 'if command -v mender-update; then mender-update install x; else mender install x; fi',
      },
    ],
  }),
  moved({
    command: 'rollback',
    spellings: ['-rollback', '--rollback'],
    successors: update('rollback'),
    output,
    why: 'The binary was split in 4.0; rolling back belongs to mender-update, with the same exit codes: 0, 1, and 2 when there is nothing to roll back.',
    sources: [updateCli, ...exitStatuses, logFormat, oldCli, dashCommands],
    examples: [shell('mender rollback || true', 'mender-update rollback || true')],
  }),
  moved({
    command: 'send-inventory',
    spellings: ['-send-inventory', '--send-inventory'],
    successors: update('send-inventory'),
    output,
    why: 'The binary was split in 4.0; the inventory belongs to mender-update.',
    sources: [updateCli, logFormat, oldCli, dashCommands],
    examples: [shell('mender send-inventory', 'mender-update send-inventory')],
  }),
  moved({
    command: 'setup',
    successors: [{ program: 'mender-setup' }],
    why: 'The subcommand became the program mender-setup, which accepts all its options. Of the global options before `setup` it accepts `--data`, `--log-level` and `--config`, which 3.x ignored there; it refuses the others: `flag provided but not defined: -skipverify`. Empty values are refused since mender-setup 1.0.1 (`--username requires a non-empty value`); since 1.0.2 an empty `--server-cert` is accepted again.',
    sources: [
      'mender-setup@1.0.3:cli/cli.go:63-208',
      'mender-setup@1.0.3:CHANGELOG.md:23-62',
      oldCli,
      'mender@3.5.3:cli/cli.go:590-604',
    ],
    examples: [
      shell(
        'mender setup --quiet --device-type "$T" --hosted-mender --tenant-token "$TOK"',
        'mender-setup --quiet --device-type "$T" --hosted-mender --tenant-token "$TOK"',
      ),
      shell(
        'sudo mender setup \\\n  --demo-server \\\n  --quiet',
        'sudo mender-setup \\\n  --demo-server \\\n  --quiet',
      ),
      shell('mender --trusted-certs ca.crt setup --quiet', 'mender-setup --server-cert ca.crt --quiet'),
      shell("mender setup --username '' --quiet", 'mender-setup --quiet'),
    ],
    quiet: [{ language: 'shell', bad: 'cat <<EOF\nUsage: mender setup [options]\nEOF' }],
  }),
  moved({
    command: 'snapshot',
    successors: [{ program: 'mender-snapshot' }],
    why: 'Snapshots became the program mender-snapshot; a global `--data` follows its `dump`, where 3.x took it before `snapshot`.',
    sources: ['mender-snapshot@1.0.0:cli/cli.go:70-125', oldCli],
    examples: [
      shell('mender snapshot dump > /mnt/root-part.ext4', 'mender-snapshot dump > /mnt/root-part.ext4'),
      shell('mender --data /data/mender snapshot dump -q', 'mender-snapshot dump --data /data/mender -q'),
    ],
  }),
  moved({
    command: 'show-artifact',
    spellings: ['-show-artifact', '--show-artifact'],
    successors: update('show-artifact'),
    why: 'The binary was split in 4.0; mender-update knows the installed Artifact. Without one it prints `unknown` and exits with 0, where 3.x failed: `The Artifact name is empty. Please set a valid name for the Artifact!`',
    exitStatus: 'mender-update show-artifact prints `unknown` and exits with 0 where 3.x failed',
    neverEmpty: true,
    sources: [
      updateCli,
      oldCli,
      dashCommands,
      'mender@3.5.3:cli/commands.go:64-68,328-337',
      'mender@4.0.7:src/mender-update/cli/actions.cpp:108-126',
      'mender@5.1.0:src/mender-update/cli/actions.cpp:116-134',
    ],
    examples: [
      shell(
        'echo "$(mender show-artifact): $(basename "$0") was called!" >&2',
        'echo "$(mender-update show-artifact): $(basename "$0") was called!" >&2',
      ),
      shell('name=`mender show-artifact`', 'name=`mender-update show-artifact`'),
      shell('mender --no-syslog show-artifact', 'mender-update show-artifact'),
    ],
  }),
  moved({
    command: 'show-provides',
    spellings: ['-show-provides', '--show-provides'],
    successors: update('show-provides'),
    why: 'The binary was split in 4.0; mender-update knows what the installed Artifact provides. 3.x sorted the lines by their keys, 4.0 and later print them in any order. A copy of mender-inventory-provides needs more than the new name: since 4.0 the client leaves device_type to that script, so a device whose copy prints the provides alone reports none.',
    unsorted: 'its lines are unsorted, where 3.x sorted them',
    inventory: {
      key: 'device_type',
      reason: 'since 4.0 the client leaves `device_type` to this script: take the one of 4.x, or print it as well',
    },
    sources: [
      updateCli,
      oldCli,
      'mender@4.0.7:support/mender-inventory-provides:8-40',
      'mender@3.5.3:cli/commands.go:339-353',
      'mender@4.0.7:src/mender-update/context.hpp:67',
      'mender@5.1.0:src/mender-update/context.hpp:68',
      'mender@5.1.0:src/mender-update/cli/actions.cpp:147-150',
      'mender@3.5.3:app/mender.go:610-627',
      'mender@4.0.7:src/mender-update/inventory.cpp:87-91',
    ],
    examples: [
      shell('/usr/bin/mender show-provides', '/usr/bin/mender-update show-provides'),
      shell(
        'mender show-provides | grep rootfs-image.checksum',
        'mender-update show-provides | grep rootfs-image.checksum',
      ),
    ],
  }),
];
