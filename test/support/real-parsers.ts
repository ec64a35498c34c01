/**
 * Models of the argument parsers of Mender 3.5.3, 4.0.7 and 5.1.0 (and mender-setup 1.0.3, mender-snapshot 1.0.0),
 * written independently of the code under test and checked against verdicts of the real programs in
 * test/fixtures/facts/argv.jsonl.
 */

type Kind = 'flag' | 'text' | 'level' | 'number';
type Grammar = Readonly<Record<string, Kind>>;

const strictGlobals: Grammar = {
  config: 'text',
  c: 'text',
  'fallback-config': 'text',
  b: 'text',
  data: 'text',
  d: 'text',
  'log-file': 'text',
  L: 'text',
  'log-level': 'level',
  l: 'level',
  'trusted-certs': 'text',
  E: 'text',
  skipverify: 'flag',
};

const strictCommands = (
  since5: boolean,
): Readonly<Record<string, Readonly<Record<string, { options: Grammar; operands: number }>>>> => {
  const stop: Grammar = since5 ? { 'stop-before': 'text' } : {};
  const bootstrap: Grammar = { forcebootstrap: 'flag', F: 'flag', 'passphrase-file': 'flag' };
  const none = { options: {}, operands: 0 };
  return {
    'mender-auth': { bootstrap: { options: bootstrap, operands: 0 }, daemon: { options: bootstrap, operands: 0 } },
    'mender-update': {
      'check-update': none,
      commit: { options: stop, operands: 0 },
      daemon: none,
      install: { options: { 'reboot-exit-code': 'flag', ...stop }, operands: 1 },
      rollback: { options: stop, operands: 0 },
      'send-inventory': none,
      'show-artifact': none,
      'show-provides': none,
      ...(since5 ? { resume: { options: { 'reboot-exit-code': 'flag', ...stop }, operands: 0 } } : {}),
    },
  };
};

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'fatal'];

const setupOptions: Grammar = {
  config: 'text',
  c: 'text',
  data: 'text',
  d: 'text',
  'device-type': 'text',
  username: 'text',
  password: 'text',
  'server-url': 'text',
  url: 'text',
  'server-ip': 'text',
  'server-cert': 'text',
  E: 'text',
  'tenant-token': 'text',
  'inventory-poll': 'number',
  'retry-poll': 'number',
  'update-poll': 'number',
  'hosted-mender': 'flag',
  demo: 'flag',
  'demo-server': 'flag',
  'demo-polling': 'flag',
  quiet: 'flag',
};

const dumpOptions: Grammar = { source: 'text', quiet: 'flag', q: 'flag', compression: 'text', C: 'text' };

/** Splits a line of the fixtures, which use no quotes but single ones. */
export function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) => word.replace(/'([^']*)'/g, '$1'));
}

/** Whether a new program accepts the line. */
export function newAccepts(line: string, release: '4.0' | '5.1' = '5.1'): boolean {
  const [program = '', ...args] = splitLine(line);
  if (program === 'mender-setup') return setupAccepts(args);
  if (program === 'mender-snapshot') return snapshotAccepts(args);
  const commands = strictCommands(release === '5.1')[program];
  if (!commands) return false;
  const globals = { ...strictGlobals, ...(release === '5.1' ? { datastore: 'text' as const } : {}) };
  if (args.some(argument => argument === '--version' || argument === '-v')) return args.length === 1;
  const first = readStrict(args, globals, true);
  if (first.help) return true;
  if (first.error || first.rest.length === 0) return false;
  const [name = '', ...after] = first.rest;
  if (after[0] === '--help' || after[0] === '-h') return true;
  const command = commands[name];
  if (!command) return false;
  // A command without own options ignores `--`.
  const plain = Object.keys(command.options).length === 0 ? after.filter(word => word !== '--') : after;
  const second = readStrict(plain, command.options, false);
  return (
    !second.error &&
    second.rest.length <= command.operands &&
    (command.operands === 0 || second.rest.length === command.operands)
  );
}

function readStrict(
  args: readonly string[],
  grammar: Grammar,
  stopAtOperand: boolean,
): { error: boolean; help: boolean; rest: string[] } {
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (!word.startsWith('-')) {
      if (stopAtOperand) return { error: false, help: false, rest: args.slice(i) as string[] };
      rest.push(word);
      continue;
    }
    if (stopAtOperand && (word === '--help' || word === '-h')) return { error: false, help: true, rest };
    const match = /^(--[\w-]{2,}|-\w)(?:=(.*))?$/s.exec(word);
    const kind = match && grammar[match[1]!.replace(/^--?/, '')];
    if (!match || !kind) return { error: true, help: false, rest };
    let value = match[2];
    if (kind === 'flag') {
      if (value !== undefined) return { error: true, help: false, rest };
      continue;
    }
    if (value === undefined || value === '') {
      const next = args[i + 1];
      if (next === undefined || next.startsWith('-')) return { error: true, help: false, rest };
      value = next;
      i++;
    }
    // An empty level counts as none.
    if (kind === 'level' && value !== '' && !levels.includes(value)) return { error: true, help: false, rest };
  }
  return { error: false, help: false, rest };
}

function setupAccepts(args: readonly string[]): boolean {
  const read = readGo(args, { ...setupOptions, 'log-level': 'level', l: 'level' });
  if (read.help) return true;
  if (read.error || read.rest.length > 0 || usesBothForms(read.values)) return false;
  return read.values.every(([name, value]) => {
    if (
      ![
        'config',
        'c',
        'data',
        'd',
        'device-type',
        'username',
        'password',
        'server-url',
        'url',
        'server-ip',
        'tenant-token',
        'log-level',
        'l',
      ].includes(name)
    )
      return true;
    return value !== '' && (!value.startsWith('-') || name === 'password' || name === 'tenant-token');
  });
}

/** urfave/cli: "Cannot use two forms of the same flag". */
function usesBothForms(values: GoRead['values']): boolean {
  const names = new Set(values.map(([name]) => name));
  const forms = [
    ['server-url', 'url'],
    ['server-cert', 'E'],
    ['config', 'c'],
    ['data', 'd'],
    ['log-level', 'l'],
    ['fallback-config', 'b'],
    ['log-file', 'L'],
    ['trusted-certs', 'E'],
    ['compression', 'C'],
  ] as const;
  return forms.some(([long, short]) => names.has(long) && names.has(short));
}

function snapshotAccepts(args: readonly string[]): boolean {
  const read = readGo(args, { 'log-level': 'level', l: 'level' });
  if (read.help || read.rest.length === 0) return !read.error;
  if (read.error) return false;
  const [name, ...after] = read.rest;
  if (name === 'help' || name === 'h') return true;
  if (name !== 'dump') return false;
  const dump = readGo(after, { ...dumpOptions, data: 'text', d: 'text' });
  return (
    dump.help ||
    (!dump.error &&
      dump.values.every(
        ([option, value]) => !['compression', 'C'].includes(option) || ['none', 'gzip'].includes(value),
      ))
  );
}

interface GoRead {
  readonly error: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly values: readonly (readonly [string, string])[];
  readonly rest: readonly string[];
}

/** Go's flag package. */
function readGo(args: readonly string[], grammar: Grammar): GoRead {
  const values: [string, string][] = [];
  let help = false;
  let version = false;
  const fail = { error: true, help: false, version: false, values, rest: [] };
  let i = 0;
  for (; i < args.length; i++) {
    const word = args[i]!;
    if (word === '--') {
      i++;
      break;
    }
    const match = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(word);
    if (!word.startsWith('-') || word === '-') break;
    if (!match) return fail;
    const name = match[1]!;
    if (name === 'help' || name === 'h') {
      help = true;
      continue;
    }
    if ((name === 'version' || name === 'v') && 'log-level' in grammar) {
      version = true;
      continue;
    }
    const kind = grammar[name];
    if (!kind) return fail;
    let value = match[2];
    if (kind === 'flag') {
      if (value !== undefined && !/^(?:1|0|t|f|T|F|true|false|TRUE|FALSE|True|False)$/.test(value)) return fail;
      continue;
    }
    if (value === undefined) {
      value = args[i + 1];
      if (value === undefined) return fail;
      i++;
    }
    if (kind === 'number' && !/^[+-]?\d+$/.test(value)) return fail;
    if (kind === 'level' && !/^(?:panic|fatal|error|warn|warning|info|debug|trace)$/i.test(value)) return fail;
    values.push([name, value]);
  }
  return { error: false, help, version, values, rest: args.slice(i) };
}

const oldGlobals: Grammar = {
  ...strictGlobals,
  forcebootstrap: 'flag',
  F: 'flag',
  'no-syslog': 'flag',
  'passphrase-file': 'text',
};

const oldCommands: Readonly<Record<string, { options: Grammar; operands: number | 'any' }>> = {
  bootstrap: { options: { forcebootstrap: 'flag', F: 'flag' }, operands: 0 },
  'check-update': { options: {}, operands: 'any' },
  commit: { options: {}, operands: 0 },
  daemon: { options: {}, operands: 0 },
  install: { options: { 'reboot-exit-code': 'flag', 'passphrase-file': 'text' }, operands: 'any' },
  rollback: { options: {}, operands: 0 },
  'send-inventory': { options: {}, operands: 'any' },
  setup: { options: setupOptions, operands: 0 },
  'show-artifact': { options: {}, operands: 0 },
  'show-provides': { options: {}, operands: 0 },
};

/** Whether `mender` 3.5.3 accepts the line; snapshots and help topics only as far as the fixtures go. */
export function oldAccepts(line: string): boolean {
  const [, ...args] = splitLine(line);
  if (
    args.some(word =>
      /^-(?:install|commit|rollback|daemon|bootstrap|check-update|send-inventory|show-artifact|info|debug)$/.test(word),
    )
  )
    return false;
  const read = readGo(args, oldGlobals);
  if (read.error || usesBothForms(read.values)) return false;
  if (read.help || read.version || read.rest.length === 0) return true;
  const [name = '', ...after] = read.rest;
  if (name === '') return true;
  if (name === 'help' || name === 'h') return after.length === 0 || after[0]! in oldCommands || after[0] === 'snapshot';
  if (name === 'snapshot') return snapshotSubcommand(after);
  const command = oldCommands[name];
  if (!command) return false;
  const second = readGo(after, command.options);
  if (second.help) return true;
  if (second.error || usesBothForms(second.values)) return false;
  if (name === 'install') return second.rest.length > 0;
  return command.operands === 'any' || second.rest.length <= command.operands;
}

function snapshotSubcommand(args: readonly string[]): boolean {
  const read = readGo(args, {});
  if (read.help || (read.rest.length === 0 && !read.error)) return true;
  if (read.error) return false;
  const [name, ...after] = read.rest;
  if (name === 'help' || name === 'h') return true;
  if (name !== 'dump') return false;
  const dump = readGo(after, dumpOptions);
  return (
    dump.help ||
    (!dump.error &&
      dump.values.every(
        ([option, value]) => !['compression', 'C'].includes(option) || ['none', 'gzip'].includes(value),
      ))
  );
}
