/**
 * Keys of mender-connect.conf: those that set the server to connect to, as in mender.conf, and those that have another
 * meaning now.
 */
import { json } from './example.ts';
import type { Rule } from './rule.ts';

const path = 'etc/mender/mender-connect.conf';

/** An example value for each. */
const keys = {
  ServerURL: '"https://hosted.mender.io"',
  Servers: '[{ "ServerURL": "https://s" }]',
  ClientProtocol: '"https"',
  HttpsClient: '{ "Certificate": "/c.pem", "Key": "/k.pem" }',
  SkipVerify: 'true',
  ServerCertificate: '"/etc/mender/server.crt"',
};

/** `ServerURL` as `server-url`. */
function asId(key: string): string {
  return key.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

const serverRules: readonly Rule[] = Object.entries(keys).map(([key, value]) => ({
  id: `connect-${asId(key)}`,
  component: 'mender-connect',
  title: `\`${key}\` in mender-connect.conf`,
  removedIn: '4.0',
  effect: 'ignored',
  match: { kind: 'config', defect: 'key', path: [key], of: 'connect' },
  replacement: { kind: 'remove', safety: 'safe' },
  message: 'Remove it: `{use}` is ignored since mender-connect 2.0.',
  why: `Up to 1.2 mender-connect read the server, its certificate and its protocol from this file. Since 2.0 it asks the client over D-Bus, mender-auth since 4.0, which has them from mender.conf. It logs \`${key.replace('Https', 'HTTPS')} field is deprecated, ignoring.\` Clients of 4.0 and later need mender-connect 2.1.2 or later.`,
  sources: [
    'mender-connect@1.2.1:config/config.go:121-132',
    'mender-connect@2.1.2:config/config.go:138-158,340-369',
    'mender-connect@2.1.2:client/mender/auth.go:94,109',
    'mender-connect@2.1.1:support/mender-connect.service:5',
    'mender-connect@2.1.2:support/mender-connect.service:3-4',
  ],
  examples: [json(`{ "${key}": ${value}, "ShellCommand": "/bin/sh" }`, '{ "ShellCommand": "/bin/sh" }', path)],
  quiet: [
    json('{ "ShellCommand": "/bin/sh", "Sessions": { "StopExpired": true } }', undefined, path),
    json(`{ "ReconnectIntervalSeconds": 5 }`, undefined, path),
  ],
}));

const idleSources = [
  'mender-connect@15df4b2',
  'mender-connect@3.0.0-build3:config/config.go:171-180',
  'mender-connect@3.0.0-build3:config/config.go:280-292',
  'mender-connect@2.3.2:config/config.go:269-271',
  'mender-docs@master:11.Add-ons/50.Remote-Terminal/50.Troubleshoot/docs.md:43-51',
];

const idle =
  'Up to 2.3 remote terminals stayed open unless `StopExpired` was set to true, whatever `ExpireAfter` and `ExpireAfterIdle` said. mender-connect 3.0, the one of Client 6.0, takes it for true, and without either of these ends a terminal that was idle for 10 minutes.';

const sessionRules: readonly Rule[] = [
  {
    id: 'connect-stop-expired',
    component: 'mender-connect',
    title: '`Sessions` without `StopExpired` in mender-connect.conf',
    removedIn: '5.1',
    effect: 'differs',
    syntaxOnly: true,
    match: {
      kind: 'config',
      defect: 'key',
      path: ['Sessions'],
      when: { is: 'without-member', member: 'StopExpired', value: 'false' },
      of: 'connect',
    },
    replacement: { kind: 'rewrite', to: '"StopExpired": false', safety: 'review' },
    message: 'Set `StopExpired` in `{use}`: it is true since mender-connect 3.0.',
    why: idle,
    sources: idleSources,
    examples: [
      json(
        '{ "Sessions": { "MaxPerUser": 4, "ExpireAfter": 3600 } }',
        '{ "Sessions": { "MaxPerUser": 4, "ExpireAfter": 3600, "StopExpired": false } }',
        path,
      ),
    ],
    quiet: [
      json('{ "Sessions": { "StopExpired": true, "ExpireAfterIdle": 600 } }', undefined, path),
      { ...json('{ "Sessions": { "ExpireAfter": 3600 } }', undefined, path), target: '5.0' },
    ],
  },
  {
    id: 'connect-sessions-unset',
    component: 'mender-connect',
    title: 'mender-connect.conf without `Sessions`',
    removedIn: '5.1',
    effect: 'differs',
    defaultOff: true,
    syntaxOnly: true,
    match: {
      kind: 'config',
      defect: 'unset',
      of: 'connect',
      key: 'Sessions',
      value: '{ "StopExpired": false }',
      had: 'mender-connect 2.x',
      beside: 'User',
      main: ['ShellCommand'],
    },
    replacement: { kind: 'rewrite', to: '"Sessions": { "StopExpired": false }', safety: 'review' },
    message: 'Set `Sessions` next to `{use}`: idle terminals end since mender-connect 3.0.',
    why: idle,
    sources: idleSources,
    examples: [
      json(
        '{ "ShellCommand": "/bin/sh", "User": "root" }',
        '{ "ShellCommand": "/bin/sh", "User": "root", "Sessions": { "StopExpired": false } }',
        path,
      ),
    ],
    quiet: [json('{ "User": "root" }', undefined, path)],
  },
];

export const connectKeyRules: readonly Rule[] = [...serverRules, ...sessionRules];
