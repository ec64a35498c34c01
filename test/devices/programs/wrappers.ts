/** Programs that run another command line: sudo, ssh, timeout, xargs. What they run runs on the device itself. */
import type { Device } from '../device.ts';
import { type Answer, done, type Request } from '../model.ts';
import { killall } from './processes.ts';

/** Options with a value in a separate word. */
const valued: Readonly<Record<string, readonly string[]>> = {
  sudo: ['-u', '-g', '-h', '-p', '-C', '-T', '-U', '-r', '-t'],
  doas: ['-u', '-C'],
  nice: ['-n'],
  ionice: ['-c', '-n', '-p'],
  timeout: ['-k', '-s'],
  stdbuf: ['-i', '-o', '-e'],
  env: ['-u', '-C'],
  chroot: [],
  flock: ['-w', '-E'],
  'systemd-run': ['-p', '-u', '--unit', '--property', '-E', '--on-active'],
  ssh: ['-i', '-p', '-o', '-l', '-F', '-J', '-b', '-c', '-L', '-R'],
  docker: ['-u', '-e', '-w', '--user', '--env', '--workdir'],
  su: ['-s', '--shell', '-g'],
  runuser: ['-u', '-s', '-g'],
};
/** Operands before the command: a duration, a folder, a lock. */
const leading: Readonly<Record<string, number>> = { timeout: 1, chroot: 1, flock: 1 };

/** The words after the options, and the options. */
function split(program: string, args: readonly string[]): { options: string[]; words: readonly string[] } {
  const takes = valued[program] ?? [];
  const options: string[] = [];
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at]!;
    if (word === '--') return { options, words: args.slice(at + 1) };
    const isOption = word.startsWith('-') && word !== '-';
    if (!isOption && !(['env', 'sudo'].includes(program) && /^\w+=/.test(word))) break;
    options.push(word);
    if (takes.includes(word)) options.push(args[++at] ?? '');
  }
  return { options, words: args.slice(at) };
}

const shell = (text: string): Answer => ({ kind: 'instead', words: ['sh', '-c', text] });
const run = (words: readonly string[]): Answer => (words.length > 0 ? { kind: 'instead', words } : done());

export function wrapper(device: Device, request: Request): Answer {
  const { program, args } = request;
  const { options, words } = split(program, args);
  switch (program) {
    case 'ssh':
      return words.length > 1 ? shell(words.slice(1).join(' ')) : recorded(device, request);
    case 'su':
    case 'runuser':
      return asUser(args, words);
    case 'docker':
    case 'podman':
      return words[0] === 'exec' ? run(split('docker', words.slice(1)).words.slice(1)) : recorded(device, request);
    case 'flock':
      return commandOf(words.slice(1)) ?? run(words.slice(1));
    case 'env': {
      const set = options.filter(option => /^\w+=/.test(option));
      if (words.length === 0) return done(0, `${set.join('\n')}\n`);
      return set.length === 0
        ? run(words)
        : run(['sh', '-c', 'export "$1"; shift; exec "$@"', 'env', set[0]!, ...words]);
    }
    case 'xargs':
      return request.input === undefined ? { kind: 'input' } : xargs(args, request.input);
    case 'start-stop-daemon':
      return startStop(device, request);
    default:
      return run(words.slice(leading[program] ?? 0));
  }
}

function recorded(device: Device, { program, args }: Request): Answer {
  device.other([program, ...args].join(' '));
  return done();
}

function asUser(args: readonly string[], words: readonly string[]): Answer {
  return commandOf(args) ?? run(args.includes('-u') ? words : []);
}

function commandOf(args: readonly string[]): Answer | undefined {
  const at = args.findIndex(word => word === '-c' || word === '--command');
  return at >= 0 && args[at + 1] !== undefined ? shell(args[at + 1]!) : undefined;
}

/**
 * `-I X` inserts each line into the words, otherwise the input is appended; without input, GNU's xargs runs the command
 * once.
 */
function xargs(args: readonly string[], input: string): Answer {
  const replace = args.findIndex(word => word.startsWith('-I') || word === '-i');
  const mark =
    replace < 0 ? undefined : args[replace]!.slice(2) || (args[replace] === '-i' ? '{}' : (args[replace + 1] ?? '{}'));
  const takes = ['-n', '-I', '-P', '-L', '-d', '-s', '-E'];
  let at = 0;
  for (; at < args.length && args[at]!.startsWith('-'); at++) if (takes.includes(args[at]!)) at++;
  const command = args.slice(at);
  const read = input.split(/[\s\0]+/).filter(word => word !== '');
  if (mark !== undefined) {
    const [line] = input.split('\n').filter(text => text.trim() !== '');
    return line === undefined ? done() : run(command.map(word => word.replaceAll(mark, line.trim())));
  }
  if (read.length === 0 && args.some(word => word === '-r' || word === '--no-run-if-empty')) return done();
  return run(command.length > 0 ? [...command, ...read] : ['echo', ...read]);
}

function startStop(device: Device, request: Request): Answer {
  const { args } = request;
  const has = (...names: string[]) =>
    args.some(
      word =>
        names.includes(word) ||
        names.some(name => /^-[A-Z]+$/.test(word) && name.length === 2 && word.includes(name[1]!)),
    );
  const after = (...names: string[]) => {
    const at = args.findIndex(
      word =>
        names.includes(word) ||
        names.some(name => name.length === 2 && /^-[A-Za-z]+$/.test(word) && word.endsWith(name[1]!)),
    );
    return at >= 0 ? args[at + 1] : args.find(word => names.some(name => word.startsWith(`${name}=`)))?.split('=')[1];
  };
  const program = after('--exec', '-x', '--startas', '-a', '--name', '-n') ?? '';
  if (has('--stop', '-K')) return killall(device, { ...request, args: [program.slice(program.lastIndexOf('/') + 1)] });
  const separator = args.indexOf('--');
  return run([program, ...(separator >= 0 ? args.slice(separator + 1) : [])]);
}
