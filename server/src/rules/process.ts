/** Processes looked for, signalled or killed by the name of the old binary. */

import { deleteWords } from '../fixes/call-edits.ts';
import { type Edit, EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord, withName } from '../fixes/name-in-word.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { generationIn, generationOf } from '../mender/generations.ts';
import { clientSignals, newProcesses, oldProcess } from '../mender/service-names.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import { type OptionGrammar, optionValue, type ReadLine, type ReadOption, readOptions } from '../usage/options.ts';
import { knownText } from '../usage/shell/variables.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';
import { processAction } from './probe-queries.ts';

type ProcessRule = RuleOf<'process'>;

interface ProcessProgram extends OptionGrammar {
  /** Sends a signal, by which options. */
  readonly signal?: readonly string[];
  /** The operand is a regular expression that is found anywhere in a name, unless `-x` is given. */
  readonly pattern?: boolean;
  /** Options whose value is the name, instead of an operand. */
  readonly named?: readonly string[];
  /** Takes several names in one call. */
  readonly several?: boolean;
}

/** pidof(8), pgrep(1), killall(1), ps(1), start-stop-daemon(8) */
const programs: ReadonlyMap<string, ProcessProgram> = new Map<string, ProcessProgram>([
  ['ps', { short: 'CGgopqstuU', named: ['-C'] }],
  [
    'start-stop-daemon',
    { short: 'xapnuguckdNPICsR', long: ['name', 'pidfile', 'signal', 'retry'], named: ['-n', '--name'] },
  ],
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

export function matchProcess(invocation: Invocation, catalogue: Catalogue): Match[] {
  const { program } = invocation;
  const rules = catalogue.rulesOf('process');
  if (program === 'kill') return matchKill(invocation, rules);
  const grammar = programs.get(program);
  if (!grammar) return [];
  const line = readOptions(invocation.args, grammar);
  const { named } = grammar;
  const words = named
    ? line.options.flatMap(({ name, value }) => (named.includes(name) && value?.offset === 0 ? [value.word] : []))
    : line.operands;
  // Both names in one command: whichever runs is meant.
  if (words.some(word => generationOf(knownText(word as ResolvedWord)) === 'new')) return [];
  const name = words.map(word => findName(word as ResolvedWord, oldName)).find(found => found !== undefined);
  if (!name) return [];
  const signal = signalOf(line, invocation.args, grammar);
  if (signal && signal in clientSignals)
    return signalMatch(invocation, signal, program, targetOf(line, name, grammar), rules);
  const substring = grammar.pattern === true && !name.value.includes(' ') && !isExact(line.options);
  const rule = rules.find(({ match }) => match.use === (substring ? 'pattern' : 'name'));
  return rule
    ? [
        found(
          invocation,
          rule,
          documentRange(name),
          `${program} ${name.value}`,
          nameFixes(name, program, grammar, invocation),
        ),
      ]
    : [];
}

function oldName(text: string): { offset: number; length: number } | undefined {
  const match = /^\^?(?:\/usr\/bin\/)?(mender)(?: -?daemon)?\$?$/.exec(text);
  return match ? { offset: text.indexOf(oldProcess), length: oldProcess.length } : undefined;
}

/** `-USR1`, `-s SIGUSR1`, `--signal=10`, without `SIG`, in upper case. */
function signalOf(line: ReadLine, args: readonly ResolvedWord[], { signal = [] }: ProcessProgram): string | undefined {
  const named = line.options.find(({ name }) => signal.includes(name));
  const text = named ? optionValue(named) : args.find(isSignalWord)?.value?.slice(1);
  return text && signalNames[text.toUpperCase().replace(/^SIG/, '')];
}

function isSignalWord({ value }: Word): boolean {
  return /^-(?:(?:SIG)?[A-Z]+[0-9]*|\d+)$/.test(value ?? '');
}

/** signal(7): numbers of the two on the architectures Mender runs on. */
const signalNames: Readonly<Record<string, string>> = { USR1: 'USR1', USR2: 'USR2', 10: 'USR1', 12: 'USR2' };

/** Whom a signal is sent to. */
interface SignalTarget {
  /** Where the old process is named, when that is a word of the call. */
  readonly name?: NameInWord;
  /** How it is signalled instead, where that can be written. */
  readonly renamed: readonly Edit[] | undefined;
  /** Others are named too. */
  readonly others: boolean;
  /** Options narrow down which processes of that name are meant, or do something else than signal them. */
  readonly narrowed: boolean;
}

/** Options that only say which signal it is, how the name is compared, or what is printed. */
const plainOptions = new Set(['-x', '--exact', '-e', '--echo', '-q', '--quiet', '-v', '--verbose']);

function targetOf({ options, operands }: ReadLine, name: NameInWord, program: ProcessProgram): SignalTarget {
  const { signal = [], pattern } = program;
  const isPlain = (option: ReadOption) =>
    plainOptions.has(option.name) || signal.includes(option.name) || isSignalWord(option.word);
  const { source } = name.word;
  const edits = new EditBuilder().replace(source, name.range, signalled);
  // As a pattern it would be found in longer names, too.
  if (pattern && !isExact(options) && name.value === oldProcess) edits.insertBefore(source, name.word.start, '-x ');
  const renamed = name.definition ? undefined : edits.finish();
  return { name, renamed, others: operands.length > 1, narrowed: !options.every(isPlain) };
}

/** The process that listens to signals. */
const signalled = newProcesses[1];

function isExact(options: readonly ReadOption[]): boolean {
  return options.some(option => option.name === '-x' || option.name === '--exact');
}

function signalMatch(
  invocation: Invocation,
  signal: string,
  program: string,
  target: SignalTarget,
  rules: readonly ProcessRule[],
): Match[] {
  const rule = rules.find(({ match }) => match.use === 'signal');
  if (!rule) return [];
  const call = `mender-update ${clientSignals[signal]}`;
  const { name, renamed, others, narrowed } = target;
  const range = name && name.word.source !== invocation.source ? documentRange(name) : fromNameToEnd(invocation);
  const isSafe = !narrowed && !others && invocation.certain && !invocation.spread && !invocation.positional;
  const title = `Signal \`${signalled}\` instead of \`${oldProcess}\``;
  const fixes: Fix[] = [
    ...(renamed ? [{ title, safety: isSafe ? ('safe' as const) : ('review' as const), edits: renamed }] : []),
    ...(others ? [] : calledInstead(invocation, call, narrowed)),
  ];
  const match = found(invocation, rule, range, `${program} -${signal} ${oldProcess}`, fixes, call);
  const noFix = fixes.length > 0 ? {} : { noFix: 'keep the signal to the other processes' };
  return [{ ...match, actionKey: signalAction(signal, true), ...noFix }];
}

/** The command that does what the signal asks for, with the redirections of the call. */
function calledInstead({ name, args }: Invocation, call: string, narrowed: boolean): Fix[] {
  const edits = new EditBuilder().replace(name.source, name, call);
  deleteWords(edits, args);
  const finished = edits.finish();
  if (!finished) return [];
  const check = ['it asks systemd for mender-updated', narrowed ? 'the other options are dropped' : []]
    .flat()
    .join('; ');
  return [{ title: `Replace with \`${call}\` (check: ${check})`, safety: 'review', edits: finished }];
}

/** What the process that listens is asked for; another one would end. */
function signalAction(signal: string, listens: boolean): string {
  return listens ? `command:${clientSignals[signal]}` : `process:${signal}`;
}

/** What a signal does to a process of the new client; undefined for all else. */
export function askedBySignal({ program, args }: Invocation): string | undefined {
  const grammar = program === 'kill' ? killGrammar : programs.get(program);
  if (!grammar || !args.some(({ text }) => generationIn(text) === 'new')) return undefined;
  const signal = signalOf(readOptions(args, grammar), args, grammar);
  return (
    signal &&
    signalAction(
      signal,
      args.some(({ text }) => text.includes(signalled)),
    )
  );
}

const killGrammar: ProcessProgram = { short: 'sn', signal: ['-s', '-n', '--signal'] };

/** Groups: what stands before the name, the program, its options. */
const substitutedName = /^(["']?(?:\$\(|`)\s*(pidof|pgrep)((?: +-\w+)*) +["']?)mender["']?\s*(?:\)|`)["']?$/;

/** `$(pidof mender)` as the substitution of the process that listens now. */
function renamedSubstitution(word: Word): readonly Edit[] | undefined {
  const [, before, program, options] = substitutedName.exec(word.text) ?? [];
  if (before === undefined) return undefined;
  const start = word.start + before.length;
  const isPattern = program === 'pgrep' && !/-\w*x/.test(options!);
  const edits = new EditBuilder().replace(word.source, { start, end: start + oldProcess.length }, signalled);
  if (isPattern)
    edits.insertBefore(word.source, word.start + before.trimEnd().replace(/["']$/, '').trimEnd().length, ' -x');
  return edits.finish();
}

/** `kill -USR1 $(pidof mender)` */
function matchKill(invocation: Invocation, rules: readonly ProcessRule[]): Match[] {
  const line = readOptions(invocation.args, killGrammar);
  const signal = signalOf(line, invocation.args, killGrammar);
  const targets = line.operands.filter(({ text }) => substitutedName.test(text));
  const [target] = targets;
  if (!signal || !target) return [];
  const renamed = targets.length === 1 ? renamedSubstitution(target) : undefined;
  const whom = { renamed, others: line.operands.length > 1, narrowed: false };
  return signalMatch(invocation, signal, 'kill', whom, rules);
}

function nameFixes(
  name: NameInWord,
  program: string,
  grammar: ProcessProgram,
  { positional }: Invocation,
): readonly Fix[] {
  if (name.definition) return [];
  const fixes: Fix[] = newProcesses.toReversed().flatMap(process => {
    const edits = new EditBuilder().replace(name.word.source, name.range, process).finish();
    return edits
      ? [{ title: `Look for \`${process}\` (check which of the two is meant)`, safety: 'review' as const, edits }]
      : [];
  });
  if (!grammar.several || positional) return fixes;
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
  rule: ProcessRule,
  range: Range,
  use: string,
  fixes: readonly Fix[],
  to?: string,
): Match {
  return {
    kind: 'match',
    rule: rule,
    range,
    use,
    ...(to === undefined ? {} : { to }),
    fixes,
    notes: [],
    branchContext: invocation.context.branchContext,
    actionKey: processAction(invocation.program),
  };
}
