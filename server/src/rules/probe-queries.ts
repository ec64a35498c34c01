/** Command lines that ask whether one of the generations is installed, enabled or running, or which version it has. */
import { type Generation, generationIn, generationOf } from '../mender/generations.ts';
import { newProgram, oldProgram, oldProgramPath } from '../mender/programs.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import { isServiceProgram } from './service-programs.ts';

/** Every word with all texts it can stand for; what is known only at run time is `\0` in them. */
export type ExpandedWords = readonly (readonly string[])[];

/** test(1): file tests that a program would be looked for with. */
export const fileTests: ReadonlySet<string> = new Set(['-x', '-e', '-f', '-s', '-a', '-L', '-h', '-r', '-d']);

/** systemctl(1): asking for the state of a unit is asking whether it is there. */
const unitQueries = new Set([
  'is-active',
  'is-enabled',
  'is-failed',
  'cat',
  'show',
  'status',
  'list-units',
  'list-unit-files',
]);

/** Package managers, with the words that make them ask and not act. */
const packageQueries: ReadonlyMap<string, RegExp> = new Map([
  ['dpkg', /^(?:-[slLW]|--status|--list|--listfiles)$/],
  ['dpkg-query', /^(?:-[slLW]|--status|--list|--listfiles|--show)$/],
  ['opkg', /^(?:status|info|list|list-installed|list_installed|files)$/],
  ['rpm', /^(?:-q\w*|--query)$/],
  ['apk', /^info$/],
  ['apt', /^(?:list|show|policy)$/],
  ['apt-cache', /^(?:policy|show)$/],
]);

/** What looks for a name among its arguments, and lists what it finds. */
const lookups = new Set(['which', 'type', 'hash', 'whence', 'pidof', 'pgrep', 'ls', 'stat', 'readlink']);

/** Programs that list what there is, for a `grep` behind them. */
const listers = new Set([...packageQueries.keys(), 'systemctl', 'service', 'ps', 'ls', 'find', 'busctl']);

export function expandWords(words: readonly ResolvedWord[]): ExpandedWords {
  return words.map(word => {
    if (word.value !== undefined) return [word.value];
    return word.values.length > 0 ? word.values.map(({ text }) => text) : [textWithPlaceholders(word)];
  });
}

/** A call as far as it may ask for something. */
export interface Probe {
  readonly words: ExpandedWords;
  /** What it asks for. */
  readonly generation: Generation | undefined;
}

export function probeOf({ name, args }: Invocation): Probe {
  const words = expandWords([name, ...args]);
  return { words, generation: generationAsked(words) };
}

/** The generation that a command line asks for; the new one when it asks for both. */
export function generationAsked(words: ExpandedWords): Generation | undefined {
  const [[name = ''] = [], ...args] = words;
  const program = baseName(name);
  const options = args.flatMap(texts => texts.filter(text => text.startsWith('-')));
  if (lookups.has(program)) return generationOfOperands(args);
  if (program === 'command')
    return options.some(option => /^-[vV]$/.test(option)) ? generationOfOperands(args) : undefined;
  if (program === 'test' || program === '[')
    return options.some(option => fileTests.has(option)) ? generationOfOperands(args) : undefined;
  if (program === 'systemctl')
    return args.some(([verb = '']) => unitQueries.has(verb)) ? generationOfOperands(args) : undefined;
  if (program === 'service') return args.some(([verb]) => verb === 'status') ? generationOfOperands(args) : undefined;
  const query = packageQueries.get(program);
  if (query) return args.some(([word = '']) => query.test(word)) ? generationOfOperands(args) : undefined;
  const isHelpQuery = (options.includes('--help') && options.length === args.length) || args[0]?.[0] === 'help';
  const generation = generationOf(program);
  return isVersionQuery(words) || isHelpQuery || (generation === 'old' && isOldHelp(args)) ? generation : undefined;
}

/** What the old client prints its help for, and ends well, beside `help`: what takes the place of all of it is one question. */
function isOldHelp(args: ExpandedWords): boolean {
  return args.length === 1 && args[0]!.every(text => /^-{0,2}h(?:elp)?$/.test(text));
}

/** Whether it prints the version of one of them. */
export function asksVersion(words: ExpandedWords): boolean {
  const [[name = ''] = []] = words;
  if (isVersionQuery(words)) return true;
  return packageQueries.has(baseName(name)) && generationAsked(words) !== undefined && !asksStatus(words);
}

/** dpkg-query(1): `-f='${Status}'` */
export function asksStatus(words: ExpandedWords): boolean {
  return baseName(words[0]?.[0] ?? '') === 'dpkg-query' && words.some(texts => texts.some(text => /Status/.test(text)));
}

function isVersionQuery([[name = ''] = [], ...args]: ExpandedWords): boolean {
  const program = baseName(name);
  if (program !== oldProgram.name && !newProgram(program)) return false;
  return args.some(([word = '']) => /^(?:--?version|-v|version)$/.test(word));
}

/** `systemctl list-unit-files | grep -q mender-updated` */
export function generationListed(lister: ExpandedWords, pattern: string): Generation | undefined {
  const program = baseName(lister[0]?.[0] ?? '');
  if (!listers.has(program)) return undefined;
  return program === 'ps' ? (generationIn(pattern) ?? generationOfProcess(pattern)) : generationIn(pattern);
}

/** What ps(1) prints of the programs of each generation. */
const processes: Readonly<Record<Generation, readonly string[]>> = {
  old: ['/usr/bin/mender daemon', '/usr/bin/mender -daemon', 'mender'],
  new: ['/usr/bin/mender-update daemon', '/usr/bin/mender-auth daemon', 'mender-update'],
};

/** `[m]ender `, `[/]usr/bin/mender `: what is found among the old processes, and not among the new ones. */
function generationOfProcess(pattern: string): Generation | undefined {
  const [only, ...others] = generationsOfProcess(pattern);
  return others.length === 0 ? only : undefined;
}

/** Among whose processes a pattern is found. */
export function generationsOfProcess(pattern: string): ReadonlySet<Generation> {
  const found = new Set<Generation>();
  // Plain patterns alone: none of them takes long.
  if (!/^[\w/ .^$[\]-]{1,60}$/.test(pattern)) return found;
  try {
    const finds = new RegExp(pattern);
    for (const generation of ['old', 'new'] as const)
      if (processes[generation].some(line => finds.test(line))) found.add(generation);
  } catch {
    // Not an expression.
  }
  return found;
}

function generationOfOperands(args: ExpandedWords): Generation | undefined {
  const found = new Set(args.flatMap(texts => texts.map(text => generationOfOperand(text))));
  if (found.has('new')) return 'new';
  return found.has('old') ? 'old' : undefined;
}

/** A name, or a path that ends in one; the folder of a unit's drop-ins counts for the unit. */
export function generationOfOperand(text: string): Generation | undefined {
  const own = generationOf(baseName(text));
  // `mender` is also the name of folders, such as /var/lib/mender.
  if (own === 'old' && baseName(text) === oldProgram.name && text.includes('/'))
    return oldProgramPath.test(text) ? 'old' : undefined;
  if (own !== undefined || !text.includes('/')) return own;
  const folder = baseName(text.slice(0, text.lastIndexOf('/')));
  return folder.endsWith('.service.d') ? generationOf(folder) : undefined;
}

/** Whether a program that works on a file is one that only looks whether it is there. */
export function looksForFile(program: string | undefined): boolean {
  return program === 'test' || program === '[' || (program !== undefined && lookups.has(program));
}

/** grep and its kin, which find a name in what is read. */
export function isSearchProgram(name: string): boolean {
  return /^[efz]?grep$/.test(name);
}

/** How a client fares, and not which one is there. */
export type StateKind = 'running' | 'failed' | 'enabled';

/** systemctl(1): those that ask for what a service does, and not whether it is there. */
const stateVerbs: ReadonlyMap<string, StateKind> = new Map([
  ['is-active', 'running'],
  ['status', 'running'],
  ['is-failed', 'failed'],
  ['is-enabled', 'enabled'],
]);

const processLookups = new Set(['pidof', 'pgrep', 'ps']);

/** Undefined for what asks for something else. */
export function stateKind(words: ExpandedWords): StateKind | undefined {
  const name = baseName(words[0]?.[0] ?? '');
  if (processLookups.has(name)) return 'running';
  if (!isServiceProgram(name)) return undefined;
  for (const text of words.flat()) {
    const kind = stateVerbs.get(text);
    if (kind) return kind;
  }
  return undefined;
}

const processTools = new Set(['pidof', 'pgrep', 'pkill', 'killall', 'start-stop-daemon']);

/** What becomes of a process that gets a signal it does not take. */
export const processEnding = 'process:signal';

/** What is done with a process: it is looked for, or acted on. */
export function processAction(program: string): string {
  return /^(?:pidof|pgrep|ps)$/.test(program) ? 'process' : processEnding;
}

export function isProcessTool(name: string): boolean {
  return processTools.has(baseName(name));
}
