/** Unit files and drop-ins that name the old service. */
import { unit } from './example.ts';
import type { Row } from './row.ts';
import { noAlias } from './source.ts';

const oldNames = ['mender-client.service', 'mender.service'] as const;
const both = 'mender-authd.service mender-updated.service';
const choices = [both, 'mender-updated.service', 'mender-authd.service'] as const;

export const unitRows: readonly Row[] = [
  {
    id: 'unit-requires',
    component: 'mender-client',
    title: '`Requires=` on the old service',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'unit',
      directives: ['Requires', 'Requisite', 'BindsTo', 'BindTo', 'RequiresOverridable'],
      units: oldNames,
    },
    replacement: {
      kind: 'choose',
      to: ['mender-authd.service', 'mender-updated.service', both],
      safety: 'review',
    },
    message:
      '`{use}` keeps this unit from starting: Mender 4.0 has no such service; require the one it needs, or weaken it to `Wants=`.',
    why: 'systemd refuses to start a unit that requires a missing one. Users of the D-Bus token need mender-authd, users of deployments mender-updated; upstream weakened its own `Requires=` to `Wants=` with `After=`.',
    sources: ['mender-connect@e05c578', noAlias, 'systemd.unit(5), Requires='],
    examples: [
      unit('[Unit]\nRequires=mender-client.service\n', '[Unit]\nRequires=mender-authd.service\n'),
      unit(
        '[Unit]\nBindsTo=mender-client.service network.target\n',
        '[Unit]\nBindsTo=mender-authd.service network.target\n',
      ),
    ],
  },
  {
    id: 'unit-ordering',
    component: 'mender-client',
    title: '`After=` or `Before=` the old service',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'unit', directives: ['After', 'Before'], units: oldNames },
    replacement: { kind: 'choose', to: choices, safety: 'safe' },
    message: '`{use}` is silently ignored: Mender 4.0 has no such service; order against `{to}`.',
    why: 'systemd ignores an order relative to a unit that does not exist.',
    sources: [
      'meta-mender@master:meta-mender-demo/recipes-mender/mender-reboot-detector/files/mender-reboot-detector.service:6',
      noAlias,
    ],
    examples: [
      unit(
        '[Unit]\nAfter=network-online.target mender-client.service\n',
        `[Unit]\nAfter=network-online.target ${both}\n`,
      ),
      unit('[Unit]\nBefore=mender.service\n', `[Unit]\nBefore=${both}\n`),
      unit('[Unit]\nAfter=a.service \\\n  mender-client.service\n', `[Unit]\nAfter=a.service \\\n  ${both}\n`),
    ],
    quiet: [
      unit('[Unit]\nBefore=mender-client.service mender-authd.service mender-updated.service\n'),
      {
        language: 'unit',
        path: 'product.service',
        target: '4.0',
        bad: '[Unit]\nAfter=mender-client-data-dir.service\n',
      },
      unit('[Unit]\n# After=mender-client.service\nDescription=Runs after mender-client.service\n'),
    ],
  },
  {
    id: 'unit-wants',
    component: 'mender-client',
    title: '`Wants=` and the like on the old service',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'unit',
      directives: [
        'Wants',
        'Upholds',
        'PartOf',
        'OnFailure',
        'OnSuccess',
        'PropagatesReloadTo',
        'ReloadPropagatedFrom',
        'PropagatesStopTo',
        'StopPropagatedFrom',
        'JoinsNamespaceOf',
      ],
      units: oldNames,
    },
    replacement: { kind: 'choose', to: choices, safety: 'safe' },
    message: '`{use}` is silently ignored: Mender 4.0 has no such service; name `{to}`.',
    why: 'systemd ignores a weak dependency on a unit that does not exist.',
    sources: ['mender-connect@2.1.2:support/mender-connect.service', noAlias],
    examples: [
      unit('[Unit]\nWants=mender-client.service\n', `[Unit]\nWants=${both}\n`),
      unit('[Unit]\nPartOf=mender-client.service\n', `[Unit]\nPartOf=${both}\n`),
    ],
  },
  {
    id: 'unit-conflicts',
    component: 'mender-client',
    title: '`Conflicts=` with the old service',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'unit', directives: ['Conflicts'], units: ['mender-client.service'] },
    replacement: { kind: 'choose', to: choices, safety: 'review' },
    message: '`{use}` is silently ignored: Mender 4.0 has no such service; name `{to}` if both must not run together.',
    why: "A conflict with a unit that does not exist stops nothing. `Conflicts=mender.service` is left alone: Mender's own units carry it.",
    sources: [noAlias, 'mender@5.1.0:support/mender-authd.service'],
    examples: [unit('[Unit]\nConflicts=mender-client.service\n', `[Unit]\nConflicts=${both}\n`)],
    quiet: [unit('[Unit]\nConflicts=mender.service\n')],
  },
  {
    id: 'unit-install',
    component: 'mender-client',
    title: '`WantedBy=` the old service',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'unit', directives: ['WantedBy', 'RequiredBy', 'UpheldBy', 'Also'], units: oldNames },
    replacement: { kind: 'choose', to: choices, safety: 'safe' },
    message: '`{use}` is never pulled in: Mender 4.0 has no such service; name `{to}`.',
    why: 'Enabling the unit links it to a service that never starts.',
    sources: ['mender@5.0.0:support/mender-data-dir.service', noAlias],
    examples: [unit('[Install]\nWantedBy=mender-client.service\n', `[Install]\nWantedBy=${both}\n`)],
  },
  {
    id: 'unit-alias',
    component: 'mender-client',
    title: '`Alias=` of the old service',
    removedIn: '4.0',
    effect: 'differs',
    match: { kind: 'unit', directives: ['Alias'], units: ['mender-client.service'] },
    replacement: { kind: 'none' },
    message: '`{use}` gives one of the two new services the old name: keep it as a temporary shim only.',
    why: 'Upstream had exactly this alias during the development of 4.0 and removed it, since only one of the two services can carry it.',
    sources: ['mender@a807f996', noAlias],
    examples: [unit('[Install]\nAlias=mender-client.service\n')],
  },
  {
    id: 'unit-activation',
    component: 'mender-client',
    title: 'timer, path or socket for the old service',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'unit', directives: ['Unit', 'Service', 'SystemdService'], units: oldNames },
    replacement: {
      kind: 'choose',
      to: ['mender-updated.service', 'mender-authd.service'],
      safety: 'review',
    },
    message: '`{use}` cannot be started: Mender 4.0 has no such service; name `{to}`.',
    why: 'These directives take one unit. mender-updated wants mender-authd, so starting it brings up both.',
    sources: ['mender@4.0.7:support/mender-updated.service', noAlias],
    examples: [
      unit(
        '[Timer]\nOnCalendar=daily\nUnit=mender-client.service\n',
        '[Timer]\nOnCalendar=daily\nUnit=mender-updated.service\n',
        'check.timer',
      ),
    ],
  },
  {
    id: 'unit-drop-in',
    component: 'mender-client',
    title: 'drop-in for the old service',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'unit', file: 'drop-in', units: oldNames },
    replacement: { kind: 'none' },
    message:
      'This drop-in is silently ignored: Mender 4.0 has no `{use}`; move it to the folders of mender-authd.service and mender-updated.service.',
    why: 'systemd reads drop-ins only for units that exist. Most settings are meant for both services; an `ExecStart=` has to be split.',
    sources: ['integration@9d986acd', noAlias],
    examples: [
      unit('[Service]\nEnvironment=A=b\n', undefined, 'etc/systemd/system/mender-client.service.d/proxy.conf'),
    ],
    quiet: [unit('[Service]\nEnvironment=A=b\n', undefined, 'etc/systemd/system/mender-updated.service.d/proxy.conf')],
  },
];
