/** Keys of mender.conf: those that are gone, those that mean something else, and files that are read differently. */
import { json } from './example.ts';
import type { Example, Row } from './row.ts';
import { upgradePage } from './source.ts';

const optionsPage = 'mender-docs@3.7.x:03.Client-installation/07.Configuration/50.Configuration-options/docs.md';
const parser = 'mender@5.1.0:src/client_shared/config_parser/config_parser.cpp';

interface RemovedKey {
  readonly id: string;
  readonly path: readonly string[];
  readonly when?: Extract<Row['match'], { defect: 'key' }>['when'];
  readonly removedIn: Row['removedIn'];
  readonly reason: string;
  readonly why: string;
  readonly sources: readonly string[];
  readonly examples: readonly Example[];
  readonly quiet?: Row['quiet'];
}

/** A key that is silently ignored and can go. */
function removed(key: RemovedKey): Row {
  return {
    id: key.id,
    component: 'mender-client',
    title: `\`${key.path.join('.')}\` in mender.conf`,
    ...(key.removedIn ? { removedIn: key.removedIn } : {}),
    effect: 'ignored',
    match: { kind: 'config', defect: 'key', path: key.path, ...(key.when ? { when: key.when } : {}) },
    replacement: { kind: 'remove', safety: 'safe' },
    message: `\`{use}\` is silently ignored: ${key.reason}; remove it.`,
    why: key.why,
    sources: key.sources,
    examples: key.examples,
    ...(key.quiet ? { quiet: key.quiet } : {}),
  };
}

export const configurationRows: readonly Row[] = [
  removed({
    id: 'config-connectivity',
    path: ['Connectivity'],
    when: { is: 'non-empty-object' },
    removedIn: '4.0',
    reason: 'Mender 4.0 has no such option',
    why: 'The C++ client opens a new connection for every request; keep-alive and idle time-out cannot be set. An empty object is left alone: mender-setup still writes one.',
    sources: [
      upgradePage,
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
    id: 'config-update-control-map-expiration',
    path: ['UpdateControlMapExpirationTimeSeconds'],
    removedIn: '4.0',
    reason: 'Mender 4.0 has no synchronized updates',
    why: 'Update control maps and the D-Bus API for them are gone. `mender-setup --demo-polling` still writes the key.',
    sources: [upgradePage, 'mender@0338650e', 'mender@4.0.7:src/common/config_parser.hpp:117-119'],
    examples: [json('{ "UpdateControlMapExpirationTimeSeconds": 90, "SkipVerify": false }', '{ "SkipVerify": false }')],
  }),
  removed({
    id: 'config-update-control-map-boot-expiration',
    path: ['UpdateControlMapBootExpirationTimeSeconds'],
    removedIn: '4.0',
    reason: 'Mender 4.0 has no synchronized updates',
    why: 'Update control maps and the D-Bus API for them are gone. `mender-setup --demo-polling` still writes the key.',
    sources: [upgradePage, 'mender@0338650e', 'mender@4.0.7:src/common/config_parser.hpp:121-123'],
    examples: [json('{\n\t"UpdateControlMapBootExpirationTimeSeconds": 45\n}\n', '{\n}\n')],
  }),
  removed({
    id: 'config-update-control-map-poll',
    path: ['UpdateControlMapPollIntervalSeconds'],
    removedIn: '4.0',
    reason: 'it was documented, but no client ever read it',
    why: 'The documentation listed the key; no release parsed it.',
    sources: [optionsPage],
    examples: [json('{ "UpdateControlMapPollIntervalSeconds": 60 }', '{ }')],
  }),
  removed({
    id: 'config-dbus',
    path: ['DBus'],
    when: { is: 'true-member', member: 'Enabled' },
    removedIn: '4.0',
    reason: 'D-Bus is always on since Mender 4.0',
    why: 'The two daemons talk over D-Bus, so it can no longer be switched off or on.',
    sources: ['mender@ae582aaf', 'mender@4.0.7:src/common/config_parser.hpp:113-115'],
    examples: [json('{ "DBus": { "Enabled": true }, "SkipVerify": false }', '{ "SkipVerify": false }')],
  }),
  {
    id: 'config-dbus-disabled',
    component: 'mender-client',
    title: '`DBus.Enabled` set to false in mender.conf',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'config', defect: 'key', path: ['DBus'], when: { is: 'false-member', member: 'Enabled' } },
    replacement: { kind: 'none' },
    message:
      '`{use}` is silently ignored: since Mender 4.0 D-Bus cannot be switched off; make sure the device runs it.',
    why: 'mender-auth hands its token to mender-update over D-Bus; without a system bus neither works.',
    sources: ['mender@ae582aaf'],
    examples: [json('{ "DBus": { "Enabled": false } }')],
  },
  {
    id: 'config-boot-utilities',
    component: 'mender-client',
    title: '`BootUtilitiesSetActivePart` in mender.conf',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'config', defect: 'key', path: ['BootUtilitiesSetActivePart'] },
    replacement: { kind: 'none' },
    message:
      '`{use}` is silently ignored: since Mender 4.0 the rootfs-image module calls grub-mender-grubenv-set or fw_setenv; provide one of them.',
    why: 'The module takes grub-mender-grubenv-print and -set when they are there, else fw_printenv and fw_setenv. Tools of another name need a patched module.',
    sources: ['mender@23242970', 'mender@4.0.7:support/modules/rootfs-image:20-26', optionsPage],
    examples: [json('{ "BootUtilitiesSetActivePart": "/usr/bin/my-setenv" }')],
  },
  {
    id: 'config-boot-utilities-next',
    component: 'mender-client',
    title: '`BootUtilitiesGetNextActivePart` in mender.conf',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'config', defect: 'key', path: ['BootUtilitiesGetNextActivePart'] },
    replacement: { kind: 'none' },
    message:
      '`{use}` is silently ignored: since Mender 4.0 the rootfs-image module calls grub-mender-grubenv-print or fw_printenv; provide one of them.',
    why: 'The module takes grub-mender-grubenv-print and -set when they are there, else fw_printenv and fw_setenv. Tools of another name need a patched module.',
    sources: ['mender@23242970', 'mender@4.0.7:support/modules/rootfs-image:20-26', optionsPage],
    examples: [json('{ "BootUtilitiesGetNextActivePart": "/usr/bin/my-printenv" }')],
  },
  removed({
    id: 'config-client-protocol',
    path: ['ClientProtocol'],
    removedIn: '2.5',
    reason: 'no client reads it since 2.5.4',
    why: 'The protocol follows from the URL of the server.',
    sources: ['mender@2.5.0:conf/config.go and mender@2.5.4:conf/config.go'],
    examples: [json('{\n  "ClientProtocol": "https",\n  "SkipVerify": false\n}\n', '{\n  "SkipVerify": false\n}\n')],
    quiet: [json('{ "ClientProtocol": "https" }', undefined, 'mender-connect.conf')],
  }),
  removed({
    id: 'config-device-key',
    path: ['DeviceKey'],
    removedIn: '1.2',
    reason: 'no client reads it since 1.2.0',
    why: 'The key is always mender-agent.pem in the data folder.',
    sources: ['mender@1.1.0:config.go and mender@1.2.0:config.go'],
    examples: [json('{ "DeviceKey": "mender-agent.pem" }', '{ }')],
  }),
  {
    id: 'config-https-client-skip-verify',
    component: 'mender-client',
    title: '`HttpsClient.SkipVerify` in mender.conf',
    removedIn: '2.4',
    effect: 'ignored',
    match: { kind: 'config', defect: 'key', path: ['HttpsClient', 'SkipVerify'] },
    replacement: { kind: 'none' },
    message:
      '`{use}` is silently ignored since 2.4: the key stands at the top level; move it if certificates really must not be verified.',
    why: 'The top-level `SkipVerify` has the same meaning. Moving the key changes what the device does today, so it is left to you.',
    sources: ['mender@2.4.0:conf/config.go'],
    examples: [json('{ "HttpsClient": { "SkipVerify": true } }')],
  },
  {
    id: 'config-https-client-key',
    component: 'mender-client',
    title: '`HttpsClient.Key` without `Security.AuthPrivateKey` in mender.conf',
    removedIn: '4.0',
    effect: 'differs',
    onRequest: true,
    match: {
      kind: 'config',
      defect: 'key',
      path: ['HttpsClient', 'Key'],
      when: { is: 'without', path: ['Security', 'AuthPrivateKey'] },
    },
    replacement: { kind: 'add', to: 'Security.AuthPrivateKey', safety: 'review' },
    message:
      '`{use}` no longer signs authentication requests since Mender 4.0: give the same key as `Security.AuthPrivateKey`, or the device gets a new identity.',
    why: '3.x fell back to this key; 4.0 and later make a key of their own and the device shows up as pending. It still authenticates the TLS connection.',
    sources: ['mender@00230a15', 'mender@3.5.3:cli/commands.go:128-143', optionsPage],
    examples: [
      json(
        '{\n  "HttpsClient": {\n    "Certificate": "/c.pem",\n    "Key": "/k.pem"\n  }\n}\n',
        '{\n  "HttpsClient": {\n    "Certificate": "/c.pem",\n    "Key": "/k.pem"\n  },\n  "Security": { "AuthPrivateKey": "/k.pem" }\n}\n',
      ),
    ],
    quiet: [json('{ "HttpsClient": { "Key": "/k.pem" }, "Security": { "AuthPrivateKey": "/k.pem" } }')],
  },
  {
    id: 'config-daemon-log-level',
    component: 'mender-client',
    title: '`DaemonLogLevel` with a level that is gone',
    removedIn: '4.0',
    effect: 'fails',
    formOnly: true,
    match: {
      kind: 'config',
      defect: 'key',
      path: ['DaemonLogLevel'],
      when: {
        is: 'not-one-of',
        values: ['', 'trace', 'debug', 'info', 'warning', 'error', 'fatal'],
        renamed: { warn: 'warning', panic: 'fatal' },
        lowerCase: true,
      },
    },
    replacement: {
      kind: 'rewrite',
      to: 'trace, debug, info, warning, error or fatal',
      safety: 'safe',
      availableIn: '4.0',
    },
    message:
      '`{use}` makes every command of mender-auth and mender-update fail: the level has to be trace, debug, info, warning, error or fatal.',
    why: '3.x took `warn`, `panic` and any case, and only warned about others. The new programs compare exactly and exit with 1, unless `--log-level` is given.',
    sources: [
      'mender@4.0.7:src/common/conf/conf.cpp:244-250',
      'mender@3.5.3:vendor/github.com/sirupsen/logrus/logrus.go:25-45',
    ],
    examples: [
      json('{ "DaemonLogLevel": "warn" }', '{ "DaemonLogLevel": "warning" }'),
      json('{ "daemonloglevel": "Debug" }', '{ "daemonloglevel": "debug" }'),
      json('{ "DaemonLogLevel": "loud" }'),
    ],
    quiet: [json('{ "DaemonLogLevel": "warning" }')],
  },
  {
    id: 'config-update-log-path',
    component: 'mender-client',
    title: '`UpdateLogPath` set to a file',
    removedIn: '4.0',
    effect: 'differs',
    onRequest: true,
    match: { kind: 'config', defect: 'key', path: ['UpdateLogPath'], when: { is: 'like-a-file' } },
    replacement: { kind: 'none' },
    message:
      '`{use}` is used since Mender 4.0, as the folder of the deployment logs: name a folder on persistent storage.',
    why: '3.x parsed the key but never used it. With the name of a file, deployment logs cannot be written.',
    sources: ['mender@4.0.7:src/mender-update/daemon/context.cpp:663', 'mender@3.5.3:conf/config.go:347'],
    examples: [json('{ "UpdateLogPath": "/var/lib/mender/deployment.log" }')],
    quiet: [json('{ "UpdateLogPath": "/data/mender/logs" }')],
  },
  {
    id: 'config-rootfs-part-case',
    component: 'mender-client',
    title: '`RootfsPartA` or `RootfsPartB` in another case',
    removedIn: '4.0',
    effect: 'ignored',
    formOnly: true,
    match: { kind: 'config', defect: 'key-case', keys: ['RootfsPartA', 'RootfsPartB'] },
    replacement: { kind: 'rewrite', to: 'RootfsPartA or RootfsPartB', safety: 'safe', availableIn: '4.0' },
    message: '`{use}` is silently ignored: since Mender 4.0 the rootfs-image module reads exactly `{to}`.',
    why: 'All other keys are still read in any case. These two are read by the shell module with jq, which minds it.',
    sources: ['mender@4.0.7:support/modules/rootfs-image:52-69'],
    examples: [json('{ "rootfsPartA": "/dev/mmcblk0p2" }', '{ "RootfsPartA": "/dev/mmcblk0p2" }')],
    quiet: [json('{ "RootfsPartA": "/dev/mmcblk0p2", "RootfsPartB": "/dev/mmcblk0p3" }')],
  },
  {
    id: 'config-device-tier',
    component: 'mender-client',
    title: '`DeviceTier` with an unknown value',
    deprecatedIn: '5.1',
    effect: 'ignored',
    formOnly: true,
    match: {
      kind: 'config',
      defect: 'key',
      path: ['DeviceTier'],
      when: { is: 'not-one-of', values: ['standard', 'system', 'micro'], renamed: {}, lowerCase: false },
    },
    replacement: { kind: 'none' },
    message: '`{use}` is refused, and the rest of the file ignored: the tier has to be standard, system or micro.',
    why: 'mender 5.1 stops reading the file at this key and goes on with what it has read before.',
    sources: ['mender@5.1.0:src/client_shared/config_parser/config_parser.cpp:108-122'],
    examples: [json('{ "DeviceTier": "System" }')],
    quiet: [
      json('{ "DeviceTier": "system" }'),
      { language: 'json', path: 'mender.conf', target: '5.0', bad: '{ "DeviceTier": "x" }' },
    ],
  },
  {
    id: 'config-retry-download-count',
    component: 'mender-client',
    title: '`RetryDownloadCount` out of range',
    deprecatedIn: '5.1',
    effect: 'ignored',
    formOnly: true,
    match: {
      kind: 'config',
      defect: 'key',
      path: ['RetryDownloadCount'],
      when: { is: 'outside', least: 1, most: 10000 },
    },
    replacement: { kind: 'none' },
    message: '`{use}` is refused, and the rest of the file ignored: the count has to be between 1 and 10000.',
    why: 'mender 5.1 stops reading the file at this key and goes on with what it has read before.',
    sources: ['mender@5.1.0:src/client_shared/config_parser/config_parser.cpp:375-390'],
    examples: [json('{ "RetryDownloadCount": 0 }')],
    quiet: [json('{ "RetryDownloadCount": 10 }')],
  },
  {
    id: 'config-servers-and-server-url',
    component: 'mender-client',
    title: '`Servers` together with `ServerURL`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'config', defect: 'both', keys: ['Servers', 'ServerURL'] },
    replacement: { kind: 'none' },
    message:
      '`{use}` together with `Servers` makes Mender 4.0 and later ignore part of the file, where 3.x refused to start; keep one of the two.',
    why: 'The new parser warns and stops: HttpsClient, Security and other keys are lost. It does so even when one of the two is empty.',
    sources: ['mender@4.0.7:src/common/config_parser/config_parser.cpp:252-295', 'mender@3.5.3:conf/config.go:207-215'],
    examples: [json('{ "Servers": [{ "ServerURL": "https://a" }], "ServerURL": "https://b" }')],
    quiet: [json('{ "Servers": [{ "ServerURL": "https://a" }] }')],
  },
  {
    id: 'config-both-verify-keys',
    component: 'mender-client',
    title: '`ArtifactVerifyKey` together with `ArtifactVerifyKeys`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'config', defect: 'both', keys: ['ArtifactVerifyKeys', 'ArtifactVerifyKey'] },
    replacement: { kind: 'none' },
    message:
      '`{use}` together with `ArtifactVerifyKeys` makes Mender 4.0 and later ignore the servers and more of the file, where 3.x refused to start; keep one.',
    why: 'The new parser warns and stops before it has read ServerURL, Servers and HttpsClient: the device has no server. It does so even when one of the two is empty.',
    sources: ['mender@4.0.7:src/common/config_parser/config_parser.cpp:234-251', 'mender@3.5.3:conf/config.go:207-215'],
    examples: [json('{ "ArtifactVerifyKey": "/k", "ArtifactVerifyKeys": ["/k2"] }')],
  },
  {
    id: 'config-wrong-type',
    component: 'mender-client',
    title: 'key of mender.conf with a value of the wrong type',
    removedIn: '4.0',
    effect: 'ignored',
    formOnly: true,
    match: { kind: 'config', defect: 'wrong-type' },
    // The default holds today; putting the value into force, `SkipVerify` above all, is a person's decision.
    replacement: { kind: 'rewrite', to: 'a value of the right type', safety: 'review', availableIn: '4.0' },
    message:
      '`{use}` is silently ignored: the value has to be {to}, and Mender 4.0 and later use the default where 3.x refused to start.',
    why: 'The C++ parser reads over a key whose value has another type than it expects.',
    sources: [parser, 'mender@3.5.3:conf/config.go:311-320'],
    examples: [
      json('{ "UpdatePollIntervalSeconds": "1800" }', '{ "UpdatePollIntervalSeconds": 1800 }'),
      json('{ "SkipVerify": "true" }', '{ "SkipVerify": true }'),
      json('{ "Servers": "https://s" }'),
      json('{ "TenantToken": 5 }'),
    ],
    quiet: [json('{ "UpdatePollIntervalSeconds": null }')],
  },
  {
    id: 'config-not-an-object',
    component: 'mender-client',
    title: 'mender.conf that is no object',
    removedIn: '4.0',
    effect: 'ignored',
    formOnly: true,
    match: { kind: 'config', defect: 'not-an-object' },
    replacement: { kind: 'none' },
    message:
      'This configuration is silently ignored: it has to be one JSON object, and Mender 4.0 and later go on with defaults where 3.x refused to start.',
    why: 'The C++ parser finds no key in anything but an object, and says nothing.',
    sources: [parser, 'mender@3.5.3:conf/config.go:311-320'],
    examples: [json('[]', undefined, 'etc/mender/mender.conf')],
    quiet: [json('null', undefined, 'etc/mender/mender.conf')],
  },
  {
    id: 'config-invalid-json',
    component: 'mender-client',
    title: 'mender.conf that is not JSON',
    removedIn: '4.0',
    effect: 'ignored',
    formOnly: true,
    match: { kind: 'config', defect: 'invalid-json' },
    // A comment may be the only record of a reason, and the file has not been in force so far.
    replacement: { kind: 'remove', safety: 'review' },
    message:
      '{use} makes Mender 4.0 and later ignore this whole file with a warning, where 3.x refused to start; JSON does not allow it.',
    why: 'On the default paths the C++ client goes on with its defaults, without a server. With `--config` it exits with 1. Comments and trailing commas are not part of JSON.',
    sources: ['mender@5.1.0:src/client_shared/conf/conf.cpp:301-321', 'mender@3.5.3:conf/config.go:311-320'],
    examples: [
      json('{\n  // the test server\n  "ServerURL": "https://s"\n}\n', '{\n  "ServerURL": "https://s"\n}\n'),
      json('{ "SkipVerify": false, }', '{ "SkipVerify": false }'),
      json("{ 'SkipVerify': false }"),
      json('{ "SkipVerify": false'),
    ],
    quiet: [json('{ "UpdatePollIntervalSeconds": @POLL@ }'), json('{{ #output: x }}\n{ "ServerURL": "x" }')],
  },
];
