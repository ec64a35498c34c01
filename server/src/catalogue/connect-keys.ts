/** Keys of mender-connect.conf that said which server to speak to, as mender.conf does. */
import { json } from './example.ts';
import type { Row } from './row.ts';

const path = 'etc/mender/mender-connect.conf';

/** An example of a value for each. */
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

export const connectKeyRows: readonly Row[] = Object.entries(keys).map(([key, value]) => ({
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
