/** Processes looked for, signalled or killed by the name of the old binary. */
import { type RowOf, rowsOf } from '../catalogue/catalogue.ts';
import { clientSignals, newProcesses, oldProcess } from '../catalogue/services.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord, withName } from '../fixes/name-in-word.ts';
import { type Range, toDocument } from '../syntax/fragment.ts';
import { skeleton } from '../syntax/word.ts';
import { type OptionGrammar, optionValue, type ReadLine, readOptions } from '../usage/options.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import type { Match } from './sighting.ts';

type ProcessRow = RowOf<'process'>;

const rows = rowsOf('process');

interface ProcessProgram extends OptionGrammar {
  /** Sends a signal, by which options. */
  readonly signal?: readonly string[];
  /** The operand is a regular expression that is found anywhere in a name, unless `-x` is given. */
  readonly pattern?: boolean;
  /** Takes several names in one call. */
  readonly several?: boolean;
}

/** pidof(8), pgrep(1), killall(1) */
const programs: ReadonlyMap<string, ProcessProgram> = new Map<string, ProcessProgram>([
  ['pidof', { short: 'oS', several: true }],
  [
    'pgrep',
    {
      short: 'dFgGPstuUr',
      long: [
        'delimiter',
        'pidfile',
        'pgroup',
        'group',
        'parent',
        'session',
        'terminal',
        'euid',
        'uid',
        'runstates',
        'ns',
        'nslist',
      ],
      pattern: true,
    },
  ],
  [
    'pkill',
    {
      short: 'FgGPstuUrq',
      long: ['pidfile', 'pgroup', 'group', 'parent', 'session', 'terminal', 'euid', 'uid', 'signal', 'ns', 'nslist'],
      signal: ['--signal'],
      pattern: true,
    },
  ],
  [
    'killall',
    {
      short: 'osuyZn',
      long: ['signal', 'older-than', 'younger-than', 'user', 'context', 'ns'],
      signal: ['-s', '--signal'],
      several: true,
    },
  ],
]);

export function matchProcess(invocation: Invocation): Match[] {
  const program = baseName(skeleton(invocation.name));
  if (program === 'kill') return matchKill(invocation);
  const grammar = programs.get(program);
  if (!grammar) return [];
  const line = readOptions(invocation.args, grammar);
  const name = line.operands.map(word => findName(word as ResolvedWord, oldName)).find(found => found !== undefined);
  if (!name) return [];
  const signal = signalOf(line, invocation.args, grammar);
  if (signal && signal in clientSignals) return signalMatch(invocation, signal, name, program);
  const substring =
    grammar.pattern === true && !line.options.some(option => option.name === '-x' || option.name === '--exact');
  const row = rows.find(({ match }) => match.use === (substring ? 'pattern' : 'name'));
  return row
    ? [found(invocation, row, documentRange(name), `${program} ${name.value}`, nameFixes(name, program, grammar))]
    : [];
}

function oldName(text: string): { offset: number; length: number } | undefined {
  const match = /^\^?(?:\/usr\/bin\/)?(mender)\$?$/.exec(text);
  return match ? { offset: text.indexOf(oldProcess), length: oldProcess.length } : undefined;
}

/** `-USR1`, `-s SIGUSR1`, `--signal=10`, without `SIG`, in upper case. */
function signalOf(line: ReadLine, args: readonly ResolvedWord[], { signal = [] }: ProcessProgram): string | undefined {
  const named = line.options.find(({ name }) => signal.includes(name));
  const text = named
    ? optionValue(named)
    : args.map(word => /^-((?:SIG)?[A-Z]+[0-9]*|\d+)$/.exec(word.value ?? '')?.[1]).find(Boolean);
  return text && signalNames[text.toUpperCase().replace(/^SIG/, '')];
}

/** signal(7): numbers of the two on the architectures Mender runs on. */
const signalNames: Readonly<Record<string, string>> = { USR1: 'USR1', USR2: 'USR2', 10: 'USR1', 12: 'USR2' };

function signalMatch(invocation: Invocation, signal: string, name: NameInWord | undefined, program: string): Match[] {
  const row = rows.find(({ match }) => match.use === 'signal');
  if (!row) return [];
  const call = `mender-update ${clientSignals[signal]}`;
  const range = name && name.word.source !== invocation.source ? documentRange(name) : fromNameToEnd(invocation);
  const fixes: Fix[] = [];
  const called = new EditBuilder()
    .replace(invocation.source, { start: invocation.name.start, end: end(invocation) }, call)
    .finish();
  if (called && invocation.name.source === invocation.source)
    fixes.push({ title: `Replace with \`${call}\``, safety: 'safe', edits: called });
  const renamed = name && new EditBuilder().replace(name.word.source, name.range, 'mender-update').finish();
  if (renamed && !name.definition)
    fixes.push({ title: 'Signal `mender-update` only', safety: 'review', edits: renamed });
  return [found(invocation, row, range, `${program} -${signal} ${oldProcess}`, fixes, call)];
}

/** `kill -USR1 $(pidof mender)` */
function matchKill(invocation: Invocation): Match[] {
  const signal = signalOf(readOptions(invocation.args, { short: 'sn' }), invocation.args, {
    signal: ['-s', '-n', '--signal'],
  });
  if (!signal) return [];
  const target = invocation.args.some(word => /(?:pidof|pgrep)(?: +-\w+)* +["']?mender["']?(?![\w-])/.test(word.text));
  return target ? signalMatch(invocation, signal, undefined, 'kill') : [];
}

function nameFixes(name: NameInWord, program: string, grammar: ProcessProgram): readonly Fix[] {
  if (name.definition) return [];
  const fixes: Fix[] = newProcesses.toReversed().flatMap(process => {
    const edits = new EditBuilder().replace(name.word.source, name.range, process).finish();
    return edits
      ? [{ title: `Look for \`${process}\` (check which of the two is meant)`, safety: 'review' as const, edits }]
      : [];
  });
  if (!grammar.several) return fixes;
  const [first, second] = newProcesses;
  const both = new EditBuilder()
    .replace(name.word.source, name.range, first)
    .insertAfter(name.word.source, name.word.end, ` ${withName(name, second)}`)
    .finish();
  const fix: Fix[] = both
    ? [{ title: `Replace with \`${first}\` and \`${second}\``, safety: 'review', edits: both }]
    : [];
  // What is to be stopped is both; whether it runs is a question about one, or twice the answer.
  return program === 'killall' ? [...fix, ...fixes] : [...fixes, ...fix];
}

function end({ args, name }: Invocation): number {
  return args.at(-1)?.end ?? name.end;
}

function fromNameToEnd(invocation: Invocation): Range {
  return toDocument(invocation.name.source, { start: invocation.name.start, end: end(invocation) });
}

function found(
  invocation: Invocation,
  row: ProcessRow,
  range: Range,
  use: string,
  fixes: readonly Fix[],
  to?: string,
): Match {
  return {
    kind: 'match',
    row,
    range,
    use,
    ...(to === undefined ? {} : { to }),
    fixes,
    notes: [],
    frame: invocation.context.frame,
    action: 'process',
  };
}
