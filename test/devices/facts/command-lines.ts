/**
 * What the programs of both generations accept on their command lines: names, aliases and whether a value follows. From
 * the facts.
 */

export interface Flag {
  readonly name: string;
  readonly alias?: string;
  readonly value?: 'text' | 'number' | 'given' | 'given or dashed';
}

export interface Command {
  readonly flags: readonly Flag[];
  /** Further words are ignored. */
  readonly ignoresRest?: true;
}

const text = 'text';
const help: Flag = { name: 'help', alias: 'h' };

export const oldGlobals: readonly Flag[] = [
  { name: 'config', alias: 'c', value: text },
  { name: 'fallback-config', alias: 'b', value: text },
  { name: 'data', alias: 'd', value: text },
  { name: 'log-file', alias: 'L', value: text },
  { name: 'log-level', alias: 'l', value: text },
  { name: 'trusted-certs', alias: 'E', value: text },
  { name: 'forcebootstrap', alias: 'F' },
  { name: 'no-syslog' },
  { name: 'skipverify' },
  { name: 'passphrase-file', value: text },
  help,
  { name: 'version', alias: 'v' },
];

/** `given`: an empty value, or one with a leading dash, is refused since mender-setup 1.0.1. */
function setupFlags(value: 'text' | 'given'): readonly Flag[] {
  const secret = value === 'given' ? 'given or dashed' : text;
  return [
    { name: 'config', alias: 'c', value },
    { name: 'data', alias: 'd', value },
    { name: 'device-type', value },
    { name: 'username', value },
    { name: 'password', value: secret },
    { name: 'server-url', alias: 'url', value },
    { name: 'server-ip', value },
    { name: 'server-cert', alias: 'E', value: text },
    { name: 'tenant-token', value: secret },
    { name: 'inventory-poll', value: 'number' },
    { name: 'retry-poll', value: 'number' },
    { name: 'update-poll', value: 'number' },
    { name: 'hosted-mender' },
    { name: 'demo' },
    { name: 'demo-server' },
    { name: 'demo-polling' },
    { name: 'quiet' },
    help,
  ];
}

const dumpFlags: readonly Flag[] = [
  { name: 'source', value: text },
  { name: 'quiet', alias: 'q' },
  { name: 'compression', alias: 'C', value: text },
  help,
];

export const oldCommands: Readonly<Record<string, Command>> = {
  bootstrap: { flags: [{ name: 'forcebootstrap', alias: 'F' }, help] },
  'check-update': { flags: [help] },
  commit: { flags: [help] },
  daemon: { flags: [help] },
  install: { flags: [{ name: 'reboot-exit-code' }, { name: 'passphrase-file', value: text }, help], ignoresRest: true },
  rollback: { flags: [help] },
  'send-inventory': { flags: [help] },
  setup: { flags: setupFlags('text') },
  'show-artifact': { flags: [help] },
  'show-provides': { flags: [help] },
  snapshot: { flags: [help] },
};

export const oldDump: Command = { flags: dumpFlags, ignoresRest: true };

/** Commands that mender 1.x and 2.x accepted with a single dash, and that 3.x refuses anywhere. */
export const deprecatedCommands = [
  'install',
  'commit',
  'rollback',
  'daemon',
  'bootstrap',
  'check-update',
  'send-inventory',
  'show-artifact',
];

export const setupProgram: Command = {
  flags: [...setupFlags('given'), { name: 'log-level', alias: 'l', value: text }, { name: 'version', alias: 'v' }],
};

export const snapshotGlobals: readonly Flag[] = [
  { name: 'log-level', alias: 'l', value: text },
  help,
  { name: 'version', alias: 'v' },
];

export const snapshotDump: Command = {
  flags: [...dumpFlags, { name: 'data', alias: 'd', value: text }],
  ignoresRest: true,
};

/**
 * For mender-auth and mender-update; their parser knows `--long`, `-s`, `=` and a next word that does not begin with a
 * dash.
 */
export const newGlobals: readonly Flag[] = [
  { name: 'config', alias: 'c', value: text },
  { name: 'fallback-config', alias: 'b', value: text },
  { name: 'data', value: text },
  { name: 'datastore', alias: 'd', value: text },
  { name: 'log-file', alias: 'L', value: text },
  { name: 'log-level', alias: 'l', value: text },
  { name: 'trusted-certs', alias: 'E', value: text },
  { name: 'skipverify' },
];

const stop: Flag = { name: 'stop-before', value: text };
const rebootCode: Flag = { name: 'reboot-exit-code' };

export interface NewCommand {
  readonly flags: readonly Flag[];
  readonly operand?: true;
}

export const updateCommands: Readonly<Record<string, NewCommand>> = {
  'check-update': { flags: [] },
  commit: { flags: [stop] },
  daemon: { flags: [] },
  install: { flags: [rebootCode, stop], operand: true },
  resume: { flags: [rebootCode, stop] },
  rollback: { flags: [stop] },
  'send-inventory': { flags: [] },
  'show-artifact': { flags: [] },
  'show-provides': { flags: [] },
};

/** `--passphrase-file` is declared without a value: it is accepted alone, and means nothing. */
const authFlags: readonly Flag[] = [{ name: 'forcebootstrap', alias: 'F' }, { name: 'passphrase-file' }];

export const authCommands: Readonly<Record<string, NewCommand>> = {
  bootstrap: { flags: authFlags },
  daemon: { flags: authFlags },
};

export const oldLogLevels = ['panic', 'fatal', 'error', 'warn', 'warning', 'info', 'debug', 'trace'];
export const newLogLevels = ['fatal', 'error', 'warning', 'info', 'debug', 'trace'];
