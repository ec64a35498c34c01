/** The service `mender-client` (before 2.3: `mender`), which became `mender-authd` and `mender-updated`. */
import { shell } from './example.ts';
import type { Row, ServiceNames } from './row.ts';
import { noAlias, upgradePage } from './source.ts';

/** Units of 3.x and of 2.2 and before; they exist in no later release, not even as an alias (mender@1471774b). */
export const oldUnits = ['mender-client', 'mender'] as const;

/** Their successors, in the order in which upstream names them (mender@5.1.0:README.md:258). */
export const newUnits = ['mender-authd', 'mender-updated'] as const;

/** What a person has to know to choose one of them. */
export const unitPurposes: Readonly<Record<(typeof newUnits)[number], string>> = {
  'mender-authd': 'authentication, D-Bus, connection',
  'mender-updated': 'deployments, inventory, state scripts',
};

export const clientService: ServiceNames = { old: oldUnits, new: newUnits, purposes: unitPurposes };

/** The programs the units run, and the process name and syslog identifier of 3.x. */
export const oldProcess = 'mender';
export const newProcesses = ['mender-auth', 'mender-update'] as const;

/**
 * Signals 3.x listened to (mender@3.5.3:main.go:31-36), and the command that now does the same. mender-auth handles
 * neither and would be terminated: mender@5.1.0:src/mender-auth/cli/actions.cpp:158-164.
 */
export const clientSignals: Readonly<Record<string, string>> = { USR1: 'check-update', USR2: 'send-inventory' };

const both = ['mender-authd mender-updated', 'mender-updated', 'mender-authd'] as const;

export const serviceRows: readonly Row[] = [
  {
    id: 'systemctl-control',
    component: 'mender-client',
    title: 'starting, stopping, enabling the service `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: [
        'start',
        'stop',
        'restart',
        'try-restart',
        'condrestart',
        'reload',
        'reload-or-restart',
        'try-reload-or-restart',
        'force-reload',
        'enable',
        'reenable',
        'disable',
        'mask',
        'unmask',
        'preset',
        'reset-failed',
        'freeze',
        'thaw',
        'clean',
      ],
      join: 'together',
    },
    replacement: { kind: 'choose', to: both, safety: 'safe', availableIn: '4.0' },
    message: '`{use}` fails: Mender 4.0 split the service; name `{to}`.',
    why: 'mender-client.service is gone without an alias. mender-authd authenticates and serves D-Bus, mender-updated runs deployments; naming both in one call does what the old call did.',
    sources: [
      upgradePage,
      noAlias,
      'mender@3.5.3:README.md:318 and mender@5.1.0:README.md:258',
      'mender-dist-packages@master:scripts/install-mender.sh:438-439',
    ],
    examples: [
      shell('systemctl restart mender-client', 'systemctl restart mender-authd mender-updated'),
      shell(
        'sudo systemctl enable --now mender-client.service',
        'sudo systemctl enable --now mender-authd.service mender-updated.service',
      ),
      shell('systemctl stop mender.service', 'systemctl stop mender-authd.service mender-updated.service'),
      shell(
        'systemctl restart mender-client mender-connect',
        'systemctl restart mender-authd mender-updated mender-connect',
      ),
      shell('systemctl restart "mender-client"', 'systemctl restart "mender-authd" "mender-updated"'),
    ],
    quiet: [
      { language: 'shell', bad: 'systemctl restart mender-connect' },
      { language: 'shell', bad: 'systemctl daemon-reload' },
      { language: 'shell', bad: 'systemctl restart mender-client mender-authd mender-updated' },
      { language: 'shell', bad: 'systemctl restart mender-updated || systemctl restart mender-client' },
      { language: 'shell', bad: 'docker compose restart mender-client' },
      { language: 'shell', bad: 'systemctl start mender-client-data-dir.service' },
    ],
  },
  {
    id: 'systemctl-query',
    component: 'mender-client',
    title: 'asking whether `mender-client` is active or enabled',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['is-active', 'is-enabled'],
      join: 'and',
      captured: 'single',
    },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'review',
      availableIn: '4.0',
    },
    message: '`{use}` fails: Mender 4.0 split the service; ask for `mender-authd` and `mender-updated`, one call each.',
    why: 'Given two units, these verbs succeed when one of them is in the state, and print two lines. A test for the whole client takes two calls joined by `&&`; where the output is read, one unit is asked.',
    sources: [
      'mender-docs@master:03.Client-installation/08.Integration-checklist/docs.md:38-50',
      'systemctl(1)',
      noAlias,
    ],
    examples: [
      shell(
        'systemctl is-active --quiet mender-client && echo up',
        'systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated && echo up',
      ),
      shell(
        'if systemctl is-enabled mender-client; then :; fi',
        'if systemctl is-enabled mender-authd && systemctl is-enabled mender-updated; then :; fi',
      ),
      shell(
        'echo "state: $(systemctl is-active mender-client)"',
        'echo "state: $(systemctl is-active mender-updated)"',
      ),
      shell(
        'if ! systemctl is-active -q mender-client; then exit 1; fi',
        'if ! { systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; }; then exit 1; fi',
      ),
    ],
  },
  {
    id: 'systemctl-is-failed',
    component: 'mender-client',
    title: 'asking whether `mender-client` failed',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'systemctl', verbs: ['is-failed'], join: 'or', captured: 'single' },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'review',
      availableIn: '4.0',
    },
    message: '`{use}` never sees a failure: Mender 4.0 split the service; ask for `mender-authd` and `mender-updated`.',
    why: 'A unit that does not exist has not failed. A test for the whole client takes two calls joined by `||`.',
    sources: ['systemctl(1)', noAlias],
    examples: [
      shell(
        'systemctl is-failed -q mender-client && reboot',
        '{ systemctl is-failed -q mender-authd || systemctl is-failed -q mender-updated; } && reboot',
      ),
    ],
  },
  {
    id: 'systemctl-status',
    component: 'mender-client',
    title: 'showing the state of `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['status', 'cat', 'help', 'list-dependencies', 'list-units', 'list-unit-files'],
      join: 'together',
      captured: 'single',
    },
    replacement: { kind: 'choose', to: both, safety: 'review', availableIn: '4.0' },
    message: '`{use}` fails: Mender 4.0 split the service; name `{to}`.',
    why: 'mender-client.service is gone without an alias. Both units can be shown in one call; a script that reads the output or the exit status has to decide which of them it means.',
    sources: [upgradePage, noAlias, 'mender-docs@master:08.Artifact-creation/08.Standalone-deployment/docs.md:24'],
    examples: [
      shell(
        'systemctl status --no-pager -l -n 1000 mender-client',
        'systemctl status --no-pager -l -n 1000 mender-authd mender-updated',
      ),
      shell('systemctl status mender-client | grep -q running', 'systemctl status mender-updated | grep -q running'),
    ],
  },
  {
    id: 'systemctl-show',
    component: 'mender-client',
    title: 'reading properties of `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'systemctl', verbs: ['show'], join: 'single' },
    replacement: { kind: 'choose', to: ['mender-updated', 'mender-authd'], safety: 'review', availableIn: '4.0' },
    message: '`{use}` answers with empty properties: Mender 4.0 split the service; ask `{to}`.',
    why: 'What reads one value cannot take two. mender-update itself asks systemd for the process of mender-updated, where 3.x asked for mender-client.',
    sources: ['mender@5.1.0:src/mender-update/cli/actions.cpp:360', 'mender@3.5.3:cli/cli.go:148-152'],
    examples: [
      shell(
        'pid=$(systemctl show -p MainPID --value mender-client)',
        'pid=$(systemctl show -p MainPID --value mender-updated)',
      ),
    ],
  },
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
    replacement: { kind: 'rewrite', to: 'mender-updated', safety: 'safe', availableIn: '4.0' },
    message:
      '`{use}` fails: Mender 4.0 split the service; signal `mender-updated` only, `mender-authd` would be terminated.',
    why: 'mender-update still checks for updates on USR1 and sends the inventory on USR2. mender-auth has no handler for them and dies.',
    sources: [
      'mender@5.1.0:src/mender-update/daemon/state_machine/platform/posix/signal_handling.cpp:31-46',
      'mender@5.1.0:src/mender-auth/cli/actions.cpp:158-164',
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
    replacement: { kind: 'choose', to: both, safety: 'safe', availableIn: '4.0' },
    message: '`{use}` fails: Mender 4.0 split the service; name `{to}`.',
    why: 'mender-client.service is gone without an alias.',
    sources: [upgradePage, noAlias],
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
      availableIn: '4.0',
    },
    message:
      '`{use}` fails: Mender 4.0 split the service; set it for `mender-authd` and `mender-updated`, one call each.',
    why: 'Settings belong to one unit each; what holds for the whole client has to be given to both.',
    sources: ['integration@9d986acd (test_mtls sets Environment= for both units)', noAlias],
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
    title: '`service mender-client`, `/etc/init.d/mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'service', join: 'and', captured: 'single' },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'review',
      availableIn: '4.0',
    },
    message:
      '`{use}` fails: Mender 4.0 split the service; call it for `mender-authd` and `mender-updated`, one call each.',
    why: 'These commands take one service a call. Mender never shipped an init script, so they only work where systemd stands in for one.',
    sources: [noAlias, upgradePage],
    examples: [
      shell('service mender-client restart', 'service mender-authd restart && service mender-updated restart'),
      shell('invoke-rc.d mender-client stop', 'invoke-rc.d mender-authd stop && invoke-rc.d mender-updated stop'),
      shell('/etc/init.d/mender-client start', '/etc/init.d/mender-authd start && /etc/init.d/mender-updated start'),
    ],
    quiet: [{ language: 'shell', bad: 'service mender-connect restart' }],
  },
];
