/** Rarer commands about the service `mender-client`: signals, changes of its unit, managers other than systemctl. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';
import { unitChoices } from './service-names.ts';
import { noAlias, systemdSays, upgradePage } from './source.ts';

export const serviceCallRules: readonly Rule[] = [
  {
    id: 'systemctl-kill-signal',
    component: 'mender-client',
    title: 'USR1 or USR2 sent to `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['kill'],
      signals: { only: true, names: ['USR1', 'USR2', '10', '12'] },
      join: 'single',
    },
    replacement: { kind: 'rewrite', to: 'mender-updated', safety: 'safe' },
    message: 'Signal `mender-updated` alone, it ends `mender-authd`: `{use}` fails since 4.0.',
    why: 'The old unit gives `Unit mender-client.service not loaded.` mender-update still checks for updates on USR1 and sends the inventory on USR2. mender-auth has no handler for them and is ended by them.',
    sources: [
      'mender@4.0.7:src/mender-update/daemon/state_machine/platform/posix/signal_handling.cpp:29-45',
      'mender@5.1.0:src/mender-update/daemon/state_machine/platform/posix/signal_handling.cpp:29-45',
      'mender@4.0.7:src/mender-auth/cli/actions.cpp:148-152',
      'mender@5.1.0:src/mender-auth/cli/actions.cpp:158-162',
      'signal(7), the default action of SIGUSR1 and SIGUSR2',
      systemdSays,
    ],
    examples: [
      shell('systemctl kill -s USR1 mender-client', 'systemctl kill -s USR1 mender-updated'),
      shell(
        'systemctl kill --signal=SIGUSR2 mender-client.service',
        'systemctl kill --signal=SIGUSR2 mender-updated.service',
      ),
    ],
  },
  {
    id: 'systemctl-kill',
    component: 'mender-client',
    title: 'killing `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['kill'],
      signals: { only: false, names: ['USR1', 'USR2', '10', '12'] },
      join: 'together',
    },
    replacement: { kind: 'choose', to: unitChoices, safety: 'safe' },
    message: 'Use `{to}`: `{use}` fails, 4.0 split the service.',
    why: 'mender-client.service is gone without an alias: `Failed to kill unit mender-client.service: Unit mender-client.service not loaded.`',
    sources: [upgradePage, noAlias, systemdSays],
    examples: [shell('systemctl kill mender-client', 'systemctl kill mender-authd mender-updated')],
  },
  {
    id: 'systemctl-edit',
    component: 'mender-client',
    title: 'changing the settings of `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['edit', 'set-property', 'revert', 'link', 'add-wants', 'add-requires', 'bind', 'mount-image'],
      join: 'and',
    },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'review',
    },
    message: 'Edit `mender-authd` and `mender-updated`: `{use}` fails, 4.0 split the service.',
    why: 'Settings belong to one unit each; settings for the whole client must be given to both. For the old one `systemctl edit` says `No files found for mender-client.service.`',
    sources: ['integration@9d986acd (test_mtls sets Environment= for both units)', noAlias, systemdSays],
    examples: [
      shell(
        'systemctl set-property mender-client MemoryMax=64M',
        'systemctl set-property mender-authd MemoryMax=64M && systemctl set-property mender-updated MemoryMax=64M',
      ),
    ],
  },
  {
    id: 'service-command',
    component: 'mender-client',
    title: '`service mender-client`, and calls of systemd over D-Bus',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'service', join: 'and', captured: 'single' },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'review',
    },
    message: 'Call it for `mender-authd` and `mender-updated`: `{use}` fails, 4.0 split the service.',
    why: 'These commands take one service for each call. Mender itself never shipped an init script, so they work where systemd replaces one, or where a distribution has its own script, like the package `mender` of Buildroot does with /etc/init.d/S42mender. For the old service they say `Unit mender-client.service not found.` where systemd stands in, else `mender-client: unrecognized service`. A method of systemd on D-Bus, such as `RestartUnit`, takes one unit, too, and answers `Unit mender-client.service not found.`',
    sources: [noAlias, upgradePage, 'mender@3.5.3:support', 'service(8)', 'org.freedesktop.systemd1(5)'],
    examples: [
      shell('service mender-client restart', 'service mender-authd restart && service mender-updated restart'),
      shell('invoke-rc.d mender-client stop', 'invoke-rc.d mender-authd stop && invoke-rc.d mender-updated stop'),
      shell(
        'busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager StopUnit ss mender-client.service replace',
        'busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager StopUnit ss mender-authd.service replace && busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager StopUnit ss mender-updated.service replace',
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'service mender-connect restart' },
      {
        language: 'shell',
        bad: 'busctl call org.freedesktop.systemd1 /org/freedesktop/systemd1 org.freedesktop.systemd1.Manager StopUnit ss mender-connect.service replace',
      },
    ],
  },
  {
    id: 'init-script',
    component: 'mender-client',
    title: '`/etc/init.d/mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'init', join: 'and' },
    replacement: { kind: 'none' },
    message:
      'Start `mender-auth daemon` and `mender-update daemon` in your own scripts: `{use}` is not shipped for 4.0.',
    why: 'Mender ships units of systemd only. The script of Buildroot, S42mender, runs the daemon of 3.x, the newest release that Buildroot has; what takes its place is up to whoever builds the image.',
    sources: [noAlias, 'mender@5.1.0:support/mender-authd.service', 'mender@5.1.0:support/mender-updated.service'],
    examples: [
      shell('/etc/init.d/mender-client start'),
      shell('/etc/init.d/mender start'),
      shell('/etc/init.d/S42mender restart'),
      shell('rc-service mender-client restart'),
      shell('sv restart mender-client'),
    ],
    quiet: [
      { language: 'shell', bad: '/etc/init.d/mender-connect restart' },
      { language: 'shell', bad: '/etc/init.d/S42mender-update restart' },
    ],
  },
];
