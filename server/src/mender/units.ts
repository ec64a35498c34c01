/** Unit files and drop-ins that name the old service. */
import { unit } from './example.ts';
import type { Rule } from './rule.ts';
import { newUnits } from './service-names.ts';
import { noAlias } from './source.ts';

const oldNames = ['mender-client.service', 'mender.service'] as const;
const both = 'mender-authd.service mender-updated.service';
const choices = [both, 'mender-updated.service', 'mender-authd.service'] as const;

export const unitRules: readonly Rule[] = [
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
      weaker: 'Wants',
    },
    replacement: {
      kind: 'choose',
      to: ['mender-authd.service', 'mender-updated.service', both],
      safety: 'review',
    },
    message: 'Require the new service: `{use}` stops this unit since 4.0.',
    why: 'systemd refuses to start a unit that requires a missing one: `Unit mender-client.service not found.` Users of the D-Bus token need mender-authd, users of deployments mender-updated; mender-connect weakened its own `Requires=` to `Wants=` with `After=` in 2.1.2.',
    sources: [
      'mender-connect@2.1.1:support/mender-connect.service:3-5',
      'mender-connect@2.1.2:support/mender-connect.service:3-4',
      'mender-connect@e05c578',
      noAlias,
      'systemd.unit(5), Requires=',
    ],
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
    message: 'Order against `{to}`: `{use}` is ignored since 4.0.',
    why: 'systemd silently ignores an order relative to a unit that does not exist.',
    sources: [
      'systemd.unit(5), Before= and After=',
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
    message: 'Use `{to}`: `{use}` is ignored since 4.0.',
    why: 'systemd silently ignores a weak dependency, such as `Wants=`, on a unit that does not exist.',
    sources: ['systemd.unit(5), Wants=', 'mender-connect@2.1.2:support/mender-connect.service:3-4', noAlias],
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
    message: 'Use `{to}` if both must not run: `{use}` is ignored since 4.0.',
    why: "A conflict with a unit that does not exist stops nothing. `Conflicts=mender.service` is left alone: Mender's own units contain it.",
    sources: [
      noAlias,
      'mender@4.0.7:support/mender-authd.service:5',
      'mender@5.1.0:support/mender-authd.service:6',
      'systemd.unit(5), Conflicts=',
    ],
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
    message: 'Use `{to}`: `{use}` has no effect since 4.0.',
    why: 'Enabling the unit links it to a service that never starts; systemd 252 says that it `is added as a dependency to a non-existent unit mender-client.service`.',
    sources: [
      'mender@5.0.0:support/mender-data-dir.service:13-14',
      noAlias,
      'systemctl(1), enable, with the texts of systemd 252',
    ],
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
    message: 'Keep it as a shim for a while: `{use}` names one of two services.',
    why: 'Upstream had exactly this alias, on mender-authd, while 4.0 was developed, and removed it before 4.0.0: units that depend on the client must name the new services. Only one of the two can have it.',
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
    message: 'Use `{to}`: `{use}` cannot be started since 4.0.',
    why: 'systemd does not start a timer or a path unit for a unit that is not there: `Refusing to start, unit mender-client.service to trigger not loaded.`, nor a socket: `Socket service mender-client.service not loaded, refusing.` These directives take one unit. mender-updated wants mender-authd, so starting it brings up both.',
    sources: [
      'mender@4.0.7:support/mender-updated.service:3',
      'mender@5.1.0:support/mender-updated.service:4-7',
      noAlias,
      'systemd.timer(5) and systemd.socket(5), with the texts of systemd 252',
    ],
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
    move: {
      pattern: /^(.*\/)?mender(?:-client)?\.service\.d\/([^/]+)$/,
      to: newUnits.map(name => `$1${name}.service.d/$2`),
    },
    message: 'Move it to the folders of both services: `{use}` is gone since 4.0.',
    why: 'A drop-in does nothing where its unit does not exist. Most settings are meant for both services; an `ExecStart=` must be split.',
    sources: [
      'integration@9d986acd (test_mtls sets Environment= for both units)',
      noAlias,
      'systemd.unit(5), drop-in files',
    ],
    examples: [
      unit('[Service]\nEnvironment=A=b\n', undefined, 'etc/systemd/system/mender-client.service.d/proxy.conf'),
    ],
    quiet: [unit('[Service]\nEnvironment=A=b\n', undefined, 'etc/systemd/system/mender-updated.service.d/proxy.conf')],
  },
];
