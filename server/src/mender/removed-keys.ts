/** Keys of mender.conf that are silently ignored and can be removed. */
import { json } from './example.ts';
import type { ConfigCondition } from './patterns-of-configurations.ts';
import type { Example, Rule } from './rule.ts';
import { optionsPage, upgradePage } from './source.ts';

interface RemovedKey {
  readonly id: string;
  readonly aliases?: Rule['aliases'];
  readonly path: readonly string[];
  readonly when?: ConfigCondition;
  readonly removedIn: Rule['removedIn'];
  readonly reason: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly examples: readonly Example[];
  readonly quiet?: Rule['quiet'];
}

/** A key that is silently ignored and can be removed. */
function removed(key: RemovedKey): Rule {
  return {
    id: key.id,
    ...(key.aliases ? { aliases: key.aliases } : {}),
    component: 'mender-client',
    title: `\`${key.path.join('.')}\` in mender.conf`,
    ...(key.removedIn ? { removedIn: key.removedIn } : {}),
    effect: 'ignored',
    match: { kind: 'config', defect: 'key', path: key.path, ...(key.when ? { when: key.when } : {}) },
    replacement: { kind: 'remove', safety: 'safe' },
    message: `Remove it: \`{use}\` ${key.reason}.`,
    why: key.why,
    sources: key.sources,
    examples: key.examples,
    ...(key.quiet ? { quiet: key.quiet } : {}),
  };
}

export const removedKeyRules: readonly Rule[] = [
  removed({
    id: 'config-connectivity',
    path: ['Connectivity'],
    when: { is: 'non-empty-object' },
    removedIn: '4.0',
    reason: 'is ignored since 4.0',
    why: 'The C++ client opens a new connection for every request; keep-alive and idle time-out cannot be set. An empty object is left alone: mender-setup still writes one.',
    sources: [
      `${upgradePage}:130-139`,
      'mender@f2b23714',
      'mender@4.0.7:src/common/config_parser.hpp:48-56,90-92',
      'mender-setup@1.0.3:conf/config.go:57',
    ],
    examples: [
      json(
        '{\n  "ServerURL": "https://s",\n  "Connectivity": {\n    "DisableKeepAlive": true\n  }\n}\n',
        '{\n  "ServerURL": "https://s"\n}\n',
      ),
      json('{ "connectivity": { "IdleConnTimeoutSeconds": 30 }, "SkipVerify": false }', '{ "SkipVerify": false }'),
    ],
    quiet: [json('{ "Connectivity": {} }')],
  }),
  removed({
    id: 'config-control-map-expiry',
    aliases: ['config-update-control-map-expiration'],
    path: ['UpdateControlMapExpirationTimeSeconds'],
    removedIn: '4.0',
    reason: 'is ignored since 4.0',
    why: 'Update control maps and the D-Bus API for them are gone. `mender-setup --demo-polling` still writes the key.',
    sources: [
      `${upgradePage}:130-135`,
      `${optionsPage}:323-331`,
      'mender@0338650e',
      'mender@4.0.7:src/common/config_parser.hpp:117-119',
      'mender-setup@1.0.3:cli/setup.go:902-903',
    ],
    examples: [json('{ "UpdateControlMapExpirationTimeSeconds": 90, "SkipVerify": false }', '{ "SkipVerify": false }')],
  }),
  removed({
    id: 'config-control-map-boot',
    aliases: ['config-update-control-map-boot-expiration'],
    path: ['UpdateControlMapBootExpirationTimeSeconds'],
    removedIn: '4.0',
    reason: 'is ignored since 4.0',
    why: 'Update control maps and the D-Bus API for them are gone. `mender-setup --demo-polling` still writes the key.',
    sources: [
      `${upgradePage}:130-135`,
      `${optionsPage}:333-340`,
      'mender@0338650e',
      'mender@4.0.7:src/common/config_parser.hpp:121-123',
      'mender-setup@1.0.3:cli/setup.go:902-903',
    ],
    examples: [json('{\n\t"UpdateControlMapBootExpirationTimeSeconds": 45\n}\n', '{\n}\n')],
  }),
  removed({
    id: 'config-control-map-poll',
    aliases: ['config-update-control-map-poll'],
    path: ['UpdateControlMapPollIntervalSeconds'],
    removedIn: '4.0',
    reason: 'was never read by any client',
    why: 'The documentation listed the key; no release parsed it.',
    sources: [`${optionsPage}:342-350`],
    examples: [json('{ "UpdateControlMapPollIntervalSeconds": 60 }', '{ }')],
  }),
  removed({
    id: 'config-dbus',
    path: ['DBus'],
    when: { is: 'true-member', member: 'Enabled' },
    removedIn: '4.0',
    reason: 'is ignored since 4.0, where D-Bus is always on',
    why: 'The two daemons talk over D-Bus, so it can no longer be switched off or on. The documentation never listed the key.',
    sources: [
      'mender@3.5.3:conf/config.go:61-62,121-123',
      'mender@ae582aaf',
      'mender@4.0.7:src/common/config_parser.hpp:113-115',
    ],
    examples: [json('{ "DBus": { "Enabled": true }, "SkipVerify": false }', '{ "SkipVerify": false }')],
  }),
  removed({
    id: 'config-client-protocol',
    path: ['ClientProtocol'],
    removedIn: '2.5.1',
    reason: 'is ignored since 2.5.1',
    why: 'The protocol follows from the URL of the server. Earlier releases read the key and made no use of it.',
    sources: [
      'mender@2.5.0:conf/config.go:30-31,258',
      'mender@2.5.0:client/client.go:564',
      'mender@926d1bb6',
      'mender@2.5.1:conf/config.go',
    ],
    examples: [json('{\n  "ClientProtocol": "https",\n  "SkipVerify": false\n}\n', '{\n  "SkipVerify": false\n}\n')],
    quiet: [json('{ "ClientProtocol": "https" }', undefined, 'mender-monitor.conf')],
  }),
  removed({
    id: 'config-device-key',
    path: ['DeviceKey'],
    removedIn: '1.2',
    reason: 'is ignored since 1.2.0',
    why: 'The key is mender-agent.pem in the data folder, unless `Security.AuthPrivateKey` names another one.',
    sources: [
      'mender@1.1.0:config.go:27,54-57',
      'mender@1.2.0:config.go',
      'mender@5.1.0:src/mender-auth/cli/actions.cpp:54-61',
    ],
    examples: [json('{ "DeviceKey": "mender-agent.pem" }', '{ }')],
  }),
];
