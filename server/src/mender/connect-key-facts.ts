/**
 * The keys of mender-connect.conf: their types and purposes. Those that only versions up to 1.2 read are in
 * connect-keys.ts.
 */
import type { KeyType } from './configuration-keys.ts';
import type { KeyFacts } from './key-facts.ts';

export interface ConnectKey extends KeyFacts {
  readonly type: Exclude<KeyType, 'servers'>;
}

/** The same from 2.1.2, the first one for clients of 4.0 and later, to 2.3.2. */
const config = 'mender-connect@2.1.2:config/config.go';
const paths = 'mender-connect@2.1.2:config/paths.go';
const limits = 'mender-connect@2.1.2:limits/filetransfer/limits.go';

const disabled = (what: string, line: string): ConnectKey => ({
  type: 'boolean',
  purpose: `Whether ${what} is switched off.`,
  unset: [{ value: false }],
  source: `${config}:${line}`,
});

const flag = (purpose: string, source: string): ConnectKey => ({
  type: 'boolean',
  purpose,
  unset: [{ value: false }],
  source,
});

export const connectKeyFacts: Readonly<Record<string, ConnectKey>> = {
  ShellCommand: {
    type: 'string',
    purpose: 'Absolute path of the shell of the remote terminal; /etc/shells must list it.',
    unset: [{ value: '/bin/sh' }],
    source: `${paths}:28, ${config}:295-311`,
  },
  ShellArguments: {
    type: 'strings',
    purpose: 'Arguments that the shell is started with.',
    unset: [{ value: ['--login'] }],
    source: `${paths}:29`,
  },
  User: {
    type: 'string',
    purpose: 'User that the shell runs as. It has no default: without it mender-connect does not start.',
    source: `${config}:235-247`,
  },
  Terminal: { type: 'object', purpose: 'The remote terminal.', source: `${config}:29-34` },
  'Terminal.Width': {
    type: 'integer',
    purpose: 'Width of the terminal.',
    unit: 'columns',
    unset: [{ value: 80 }],
    least: 0,
    most: 65535,
    source: `${paths}:34`,
  },
  'Terminal.Height': {
    type: 'integer',
    purpose: 'Height of the terminal.',
    unit: 'lines',
    unset: [{ value: 40 }],
    least: 0,
    most: 65535,
    source: `${paths}:33`,
  },
  'Terminal.Disable': disabled('the remote terminal', '33'),
  Sessions: { type: 'object', purpose: 'Sessions of users.', source: `${config}:51-60` },
  'Sessions.StopExpired': flag('Whether sessions are ended once they expire.', `${config}:53,269-272`),
  'Sessions.ExpireAfter': {
    type: 'integer',
    purpose: 'Time after its start that a session expires; only with `StopExpired`.',
    unit: 'seconds',
    unset: [{ value: 0 }],
    least: 0,
    source: `${config}:55,269-272`,
  },
  'Sessions.ExpireAfterIdle': {
    type: 'integer',
    purpose: 'Time without activity that a session expires after; only with `StopExpired`.',
    unit: 'seconds',
    unset: [{ value: 0 }],
    least: 0,
    source: `${config}:57,269-272`,
  },
  'Sessions.MaxPerUser': {
    type: 'integer',
    purpose: 'How many sessions a user may have at a time.',
    unset: [{ value: 0 }],
    least: 0,
    source: `${config}:59`,
  },
  Limits: { type: 'object', purpose: 'What the transfer of files is limited to.', source: `${config}:108-111` },
  'Limits.Enabled': flag('Whether the limits count.', `${config}:109, ${limits}:95`),
  'Limits.FileTransfer': { type: 'object', purpose: 'Limits of the transfer of files.', source: `${config}:75-106` },
  'Limits.FileTransfer.Chroot': {
    type: 'string',
    purpose: 'Folder that files are transferred from and to, and no others.',
    source: `${config}:77, ${limits}:110`,
  },
  'Limits.FileTransfer.FollowSymLinks': flag('Whether symbolic links are followed.', `${config}:80, ${limits}:114`),
  'Limits.FileTransfer.AllowOverwrite': flag('Whether files may be overwritten.', `${config}:82, ${limits}:125`),
  'Limits.FileTransfer.OwnerPut': {
    type: 'string',
    purpose: 'Owner of files that are put on the device, and of those that may be overwritten.',
    source: `${config}:84, ${limits}:130,329`,
  },
  'Limits.FileTransfer.GroupPut': {
    type: 'string',
    purpose: 'Group of files that are put on the device, and of those that may be overwritten.',
    source: `${config}:86, ${limits}:134,340`,
  },
  'Limits.FileTransfer.OwnerGet': {
    type: 'strings',
    purpose: 'Owners whose files may be fetched; all, when it is empty.',
    source: `${config}:88, ${limits}:163`,
  },
  'Limits.FileTransfer.GroupGet': {
    type: 'strings',
    purpose: 'Groups whose files may be fetched; all, when it is empty.',
    source: `${config}:90, ${limits}:176`,
  },
  'Limits.FileTransfer.Umask': {
    type: 'string',
    purpose: 'Umask of new files, as an octal number.',
    source: `${config}:92, ${limits}:295-296`,
  },
  'Limits.FileTransfer.MaxFileSize': {
    type: 'integer',
    purpose: 'Largest file that may be transferred; 0 for any.',
    unit: 'bytes',
    unset: [{ value: 0 }],
    least: 0,
    source: `${config}:94, ${limits}:104`,
  },
  'Limits.FileTransfer.Counters': {
    type: 'object',
    purpose: 'How much may be transferred in a minute, by all sessions together.',
    source: `${config}:64-72`,
  },
  'Limits.FileTransfer.Counters.MaxBytesTxPerMinute': {
    type: 'integer',
    purpose: 'How much may be sent in a minute; 0 for any.',
    unit: 'bytes',
    unset: [{ value: 0 }],
    least: 0,
    source: `${config}:70, ${limits}:224`,
  },
  'Limits.FileTransfer.Counters.MaxBytesRxPerMinute': {
    type: 'integer',
    purpose: 'How much may be received in a minute; 0 for any.',
    unit: 'bytes',
    unset: [{ value: 0 }],
    least: 0,
    source: `${config}:71, ${limits}:255`,
  },
  'Limits.FileTransfer.AllowSuid': flag(
    'Whether files with the set-user-ID bit may be put on the device.',
    `${config}:98`,
  ),
  'Limits.FileTransfer.RegularFilesOnly': flag(
    'Whether regular files alone may be fetched.',
    `${config}:100, ${limits}:155`,
  ),
  'Limits.FileTransfer.PreserveMode': {
    type: 'boolean',
    purpose: 'Whether files keep their modes. The program sets it to true, whatever the file says.',
    unset: [{ value: true }],
    source: `${config}:282-284`,
  },
  'Limits.FileTransfer.PreserveOwner': {
    type: 'boolean',
    purpose: 'Whether files keep their owners. The program sets it to true, whatever the file says.',
    unset: [{ value: true }],
    source: `${config}:282-284`,
  },
  ReconnectIntervalSeconds: {
    type: 'integer',
    purpose: 'Time between two attempts to connect to the server.',
    unit: 'seconds',
    unset: [{ value: 5 }],
    source: `${paths}:43`,
  },
  FileTransfer: { type: 'object', purpose: 'The transfer of files.', source: `${config}:41-44` },
  'FileTransfer.Disable': disabled('the transfer of files', '43'),
  PortForward: { type: 'object', purpose: 'The forwarding of ports.', source: `${config}:46-49` },
  'PortForward.Disable': disabled('the forwarding of ports', '48'),
  MenderClient: { type: 'object', purpose: 'The connection to the Mender client.', source: `${config}:36-39` },
  'MenderClient.Disable': disabled('what the server asks the Mender client for over this connection', '38'),
};
