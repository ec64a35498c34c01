/** pidof, pgrep, pkill, killall, kill and ps: they see the client's processes and a few others. */
import type { Device, Unit } from '../device.ts';
import { type Answer, done, type Request } from '../model.ts';

interface Process {
  readonly pid: number;
  readonly name: string;
  readonly line: string;
  readonly unit: Unit | undefined;
}

function processes(device: Device): Process[] {
  const clients = [...device.units.values()].flatMap(unit => {
    const { client } = unit;
    if (!client || unit.run !== 'active') return [];
    return [{ pid: unit.pid, name: client.program, line: `/usr/bin/${client.program} ${client.args}`, unit }];
  });
  const others = ['systemd', 'dbus-daemon', 'sshd', 'cron'].map((name, index) => ({
    pid: index === 0 ? 1 : 4_194_000 + index,
    name,
    line: `/usr/sbin/${name}`,
    unit: undefined,
  }));
  return [...others, ...clients];
}

const baseOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const signalNames: Readonly<Record<string, string>> = {
  '1': 'HUP',
  '2': 'INT',
  '9': 'KILL',
  '10': 'USR1',
  '12': 'USR2',
  '15': 'TERM',
  '0': '0',
};

function signalName(word: string): string {
  const name = word.replace(/^SIG/i, '').toUpperCase();
  return signalNames[name] ?? name;
}

/** `-USR1`, `-s USR1`, `--signal USR1`, `-n 10`; the other words remain. */
function takeSignal(
  args: readonly string[],
  valued: readonly string[],
): { signal: string; words: string[]; options: Set<string> } {
  let signal = 'TERM';
  const words: string[] = [];
  const options = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (word === '-s' || word === '-n' || word === '--signal') signal = signalName(args[++at] ?? 'TERM');
    else if (word.startsWith('--signal=')) signal = signalName(word.slice('--signal='.length));
    else if (/^-(?:\d+|(?:SIG)?[A-Z][A-Z0-9]+)$/.test(word)) signal = signalName(word.slice(1));
    else if (valued.includes(word)) at++;
    else if (word === '--') continue;
    else if (word.startsWith('-'))
      for (const letter of word.startsWith('--') ? [word] : word.slice(1)) options.add(letter);
    else words.push(word);
  }
  return { signal, words, options };
}

function answered(device: Device, request: Request, found: readonly Process[]): string {
  const text = [request.program, ...request.args].join(' ');
  device.probe(text, found.map(({ name }) => name).join(' ') || 'none');
  return text;
}

export function pidof(device: Device, request: Request): Answer {
  const names = request.args.filter(word => !word.startsWith('-')).map(baseOf);
  const found = processes(device).filter(({ name }) => names.includes(name));
  answered(device, request, found);
  return done(found.length > 0 ? 0 : 1, found.length > 0 ? `${found.map(({ pid }) => pid).join(' ')}\n` : '');
}

function matching(device: Device, words: readonly string[], options: ReadonlySet<string>): Process[] {
  const pattern = words.at(-1) ?? '';
  let expression: RegExp;
  try {
    expression = new RegExp(options.has('x') ? `^(?:${pattern})$` : pattern);
  } catch {
    return [];
  }
  const found = processes(device).filter(({ name, line }) =>
    expression.test(options.has('f') ? line : name.slice(0, 15)),
  );
  // The old device shows processes of the new client only to probes by name.
  return found.some(({ name }) => name === 'mender') ? found.filter(({ name }) => !/^mender-/.test(name)) : found;
}

const valuedOfPgrep = ['-u', '-U', '-P', '-g', '-G', '-t', '-d', '-F'];

export function pgrep(device: Device, request: Request): Answer {
  const { words, options } = takeSignal(request.args, valuedOfPgrep);
  const found = matching(device, words, options);
  answered(device, request, found);
  if (options.has('c')) return done(found.length > 0 ? 0 : 1, `${found.length}\n`);
  const lines = found.map(({ pid, name, line }) =>
    options.has('a') ? `${pid} ${line}\n` : options.has('l') ? `${pid} ${name}\n` : `${pid}\n`,
  );
  return done(found.length > 0 ? 0 : 1, lines.join(''));
}

export function pkill(device: Device, request: Request): Answer {
  const { signal, words, options } = takeSignal(request.args, valuedOfPgrep);
  return signalled(device, request, signal, matching(device, words, options));
}

export function killall(device: Device, request: Request): Answer {
  const { signal, words, options } = takeSignal(request.args, ['-u', '-o', '-y']);
  const found = processes(device).filter(({ name }) => words.map(baseOf).includes(name));
  const missing = words.filter(word => !found.some(({ name }) => name === baseOf(word)));
  const answer = signalled(device, request, signal, found);
  if (missing.length === 0 || answer.kind !== 'done') return answer;
  return done(1, '', options.has('q') ? '' : missing.map(word => `${word}: no process found\n`).join(''));
}

export function kill(device: Device, request: Request): Answer {
  const { signal, words, options } = takeSignal(request.args, []);
  if (options.has('l')) return { kind: 'instead', words: ['busybox', 'kill', '-l'] };
  const found = processes(device).filter(({ pid }) => words.includes(String(pid)));
  if (words.some(word => Number(word) < 4_194_000 || word.startsWith('%')))
    return { kind: 'instead', words: ['busybox', 'kill', ...request.args] };
  if (found.length === 0) {
    device.failed(['kill', ...request.args].join(' '));
    return done(1, '', words.length === 0 ? 'usage: kill pid\n' : `kill: (${words[0]}) - No such process\n`);
  }
  return signalled(device, request, signal, found);
}

/**
 * `mender` and `mender-update` handle SIGUSR1 and SIGUSR2, which end `mender-auth`. An ended one is started again:
 * Restart=always.
 */
function signalled(device: Device, request: Request, signal: string, found: readonly Process[]): Answer {
  const clients = found.filter(({ unit }) => unit);
  if (signal === '0') {
    answered(device, request, found);
    return done(found.length > 0 ? 0 : 1);
  }
  if (found.length === 0) {
    device.failed([request.program, ...request.args].join(' '));
    return done(1);
  }
  if (clients.length > 0)
    device.act(
      `signal ${signal}`,
      clients.map(({ name }) => name),
    );
  else device.other([request.program, ...request.args].join(' '));
  for (const { unit, name } of clients) {
    const isHandled = /^USR[12]$/.test(signal) && name !== 'mender-auth';
    if (unit && !isHandled && signal !== 'HUP') unit.pid = device.newPid();
  }
  return done();
}

export function ps(device: Device, request: Request): Answer {
  const found = processes(device);
  const named = /comm/.test(request.args.join(' '));
  device.probe(['ps', ...request.args].join(' '), found.flatMap(({ name, unit }) => (unit ? name : [])).join(' '));
  const lines = found.map(
    ({ pid, name, line }) => `${String(pid).padStart(7)} root      0:00 ${named ? name : line}\n`,
  );
  return done(0, `    PID USER     TIME COMMAND\n${lines.join('')}`);
}
