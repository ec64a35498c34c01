/** Processes that are looked for, signalled or killed by the name of the old binary. */

import { deleteWords } from '../fixes/call-edits.ts';
import { type Edit, EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord, withName } from '../fixes/name-in-word.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { generationIn, generationOf } from '../mender/generations.ts';
import { oldProcessPattern, signalledProcess } from '../mender/process-names.ts';
import { updateProgram } from '../mender/programs.ts';
import { clientSignals, newProcesses, oldProcess } from '../mender/service-names.ts';
import {
  hasOption,
  optionValue,
  type ReadLine,
  type ReadOption,
  readOptions,
  readTexts,
} from '../programs/command-line.ts';
import { isSignalWord } from '../programs/processes.ts';
import type { KnownProgram } from '../programs/program.ts';
import { optionFor, programOf } from '../programs/programs.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import type { Word } from '../text/word.ts';
import { knownText } from '../usage/shell/variables.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';
import { processAction } from './probe-queries.ts';

type ProcessRule = RuleOf<'process'>;

export function matchProcess(invocation: Invocation, catalogue: Catalogue): Match[] {
  const { program } = invocation;
  const rules = catalogue.rulesOf('process');
  const known = programOf(program);
  const { processes } = known;
  if (!processes) return [];
  if (processes.does === 'signals') return matchKill(invocation, known, rules);
  const line = readOptions(invocation.args, known);
  const words = optionFor(known, 'process')
    ? line.options.flatMap(({ meaning, value }) => (meaning === 'process' && value?.offset === 0 ? [value.word] : []))
    : line.operands;
  // Both names in one command: whichever runs is meant.
  if (words.some(word => generationOf(knownText(word)) === 'new')) return [];
  const name = words.map(word => findName(word, oldName)).find(found => found !== undefined);
  if (!name) return [];
  const signal = signalOf(line, invocation.args);
  if (signal && signal in clientSignals)
    return signalMatch(invocation, signal, program, targetOf(line, name, known), rules);
  const substring = processes.pattern === true && !name.value.includes(' ') && !hasOption(line, 'exact');
  const rule = rules.find(({ match }) => match.use === (substring ? 'pattern' : 'name'));
  return rule
    ? [found(invocation, rule, documentRange(name), `${program} ${name.value}`, nameFixes(name, known, invocation))]
    : [];
}

function oldName(text: string): { offset: number; length: number } | undefined {
  return oldProcessPattern.test(text) ? { offset: text.indexOf(oldProcess), length: oldProcess.length } : undefined;
}

/** `-USR1`, `-s SIGUSR1`, `--signal=10`, without `SIG`, in upper case. */
function signalOf(line: ReadLine, args: readonly ResolvedWord[]): string | undefined {
  const named = line.options.find(({ meaning }) => meaning === 'signal');
  const text = named ? optionValue(named) : args.find(({ value }) => isSignalWord(value))?.value?.slice(1);
  return text && signalNames[text.toUpperCase().replace(/^SIG/, '')];
}

/** signal(7): numbers of the two on the architectures Mender runs on. */
const signalNames: Readonly<Record<string, string>> = { USR1: 'USR1', USR2: 'USR2', 10: 'USR1', 12: 'USR2' };

/** The recipient of a signal. */
interface SignalTarget {
  /** Where the old process is named, if that is a word of the call. */
  readonly name?: NameInWord;
  /** The edits that signal it by its new name, where that can be written. */
  readonly renamed: readonly Edit[] | undefined;
  /** Other processes are named, too. */
  readonly others: boolean;
  /** Options narrow down which processes with that name are meant, or do something other than signal them. */
  readonly narrowed: boolean;
}

/** Options that only say which signal it is, how the name is compared, or what is printed. */
const plainMeanings: ReadonlySet<string | undefined> = new Set(['exact', 'shown', 'signal']);

function targetOf(line: ReadLine, name: NameInWord, program: KnownProgram): SignalTarget {
  const { options, operands } = line;
  const isPlain = ({ meaning, word }: ReadOption) => plainMeanings.has(meaning) || isSignalWord(word.value);
  const { source } = name.word;
  const edits = new EditBuilder().replace(source, name.range, signalledProcess);
  // As a pattern it would match longer names, too.
  if (program.processes?.pattern && !hasOption(line, 'exact') && name.value === oldProcess)
    edits.insertBefore(source, name.word.start, `${optionFor(program, 'exact')} `);
  const renamed = name.definition ? undefined : edits.finish();
  return { name, renamed, others: operands.length > 1, narrowed: !options.every(isPlain) };
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
  const call = `${updateProgram} ${clientSignals[signal]}`;
  const { name, renamed, others, narrowed } = target;
  const range = name && name.word.source !== invocation.source ? documentRange(name) : fromNameToEnd(invocation);
  const isSafe = !narrowed && !others && invocation.certain && !invocation.spread && !invocation.positional;
  const title = `Signal \`${signalledProcess}\` instead of \`${oldProcess}\``;
  const fixes: Fix[] = [
    ...(renamed ? [{ title, safety: isSafe ? ('safe' as const) : ('review' as const), edits: renamed }] : []),
    ...(others
      ? []
      : calledInstead(invocation, call, [rule.check ?? [], narrowed ? 'the other options are dropped' : []])),
  ];
  const match = found(invocation, rule, range, `${program} -${signal} ${oldProcess}`, fixes, call);
  const noFix = fixes.length > 0 ? {} : { noFix: 'keep the signal to the other processes' };
  return [{ ...match, actionKey: signalAction(signal, true), ...noFix }];
}

/** The command that does what the signal requests, with the redirections of the call. */
function calledInstead(
  { name, args }: Invocation,
  call: string,
  checks: readonly (string | readonly string[])[],
): Fix[] {
  const edits = new EditBuilder().replace(name.source, name, call);
  deleteWords(edits, args);
  const finished = edits.finish();
  if (!finished) return [];
  const check = checks.flat().join('; ');
  return [
    { title: `Replace with \`${call}\`${check === '' ? '' : ` (check: ${check})`}`, safety: 'review', edits: finished },
  ];
}

/** What the process that handles the signal is asked to do; any other process would end. */
function signalAction(signal: string, listens: boolean): string {
  return listens ? `command:${clientSignals[signal]}` : `process:${signal}`;
}

/** The effect of a signal on a process of the new client; undefined for all else. */
export function requestedBySignal({ program, args }: Invocation): string | undefined {
  const known = programOf(program);
  if (!known.processes || !args.some(({ text }) => generationIn(text) === 'new')) return undefined;
  const signal = signalOf(readOptions(args, known), args);
  return (
    signal &&
    signalAction(
      signal,
      args.some(({ text }) => text.includes(signalledProcess)),
    )
  );
}

/** Groups: the text before the name, the program, its options. */
const substitutedName = new RegExp(
  `^(["']?(?:\\$\\(|\`)\\s*(pidof|pgrep)((?: +-\\w+)*) +["']?)${oldProcess}["']?\\s*(?:\\)|\`)["']?$`,
);

/** `$(pidof mender)` as the substitution for the process that handles the signal now. */
function renamedSubstitution(word: Word): readonly Edit[] | undefined {
  const [, before, program, options] = substitutedName.exec(word.text) ?? [];
  if (before === undefined) return undefined;
  const start = word.start + before.length;
  const known = programOf(program!);
  const isExact = hasOption(readTexts(options!.trim().split(/ +/), known), 'exact');
  const edits = new EditBuilder().replace(word.source, { start, end: start + oldProcess.length }, signalledProcess);
  if (known.processes?.pattern && !isExact)
    edits.insertBefore(
      word.source,
      word.start + before.trimEnd().replace(/["']$/, '').trimEnd().length,
      ` ${optionFor(known, 'exact')}`,
    );
  return edits.finish();
}

/** `kill -USR1 $(pidof mender)` */
function matchKill(invocation: Invocation, kill: KnownProgram, rules: readonly ProcessRule[]): Match[] {
  const line = readOptions(invocation.args, kill);
  const signal = signalOf(line, invocation.args);
  const targets = line.operands.filter(({ text }) => substitutedName.test(text));
  const [target] = targets;
  if (!signal || !target) return [];
  const renamed = targets.length === 1 ? renamedSubstitution(target) : undefined;
  const whom = { renamed, others: line.operands.length > 1, narrowed: false };
  return signalMatch(invocation, signal, 'kill', whom, rules);
}

function nameFixes(name: NameInWord, { processes }: KnownProgram, { positional }: Invocation): readonly Fix[] {
  if (name.definition) return [];
  const fixes: Fix[] = newProcesses.toReversed().flatMap(process => {
    const edits = new EditBuilder().replace(name.word.source, name.range, process).finish();
    return edits
      ? [{ title: `Look for \`${process}\` (check which of the two is meant)`, safety: 'review' as const, edits }]
      : [];
  });
  if (!processes?.several || positional) return fixes;
  const [first, second] = newProcesses;
  const both = new EditBuilder()
    .replace(name.word.source, name.range, first)
    .insertAfter(name.word.source, name.word.end, ` ${withName(name, second)}`)
    .finish();
  const fix: Fix[] = both
    ? [{ title: `Replace with \`${first}\` and \`${second}\``, safety: 'review', edits: both }]
    : [];
  // An action applies to both; whether it runs is asked of one of them, since both would give two answers.
  return processes.does === 'acts' ? [...fix, ...fixes] : [...fixes, ...fix];
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
