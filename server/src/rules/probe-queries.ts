/**
 * Command lines that probe whether one of the generations is installed, enabled or running, or which version it has.
 */

import { type Generation, generationIn, generationOf } from '../mender/generations.ts';
import { processLines } from '../mender/process-names.ts';
import { newProgram, oldProgram, oldProgramPath } from '../mender/programs.ts';
import { baseName } from '../programs/base-name.ts';
import { hasOption, readTexts } from '../programs/command-line.ts';
import type { KnownProgram, StateKind } from '../programs/program.ts';
import { findProgram, optionFor, programOf } from '../programs/programs.ts';
import { textWithPlaceholders } from '../text/word.ts';
import type { Invocation, ResolvedWord } from '../usage/usage.ts';

/** Every word with all texts that it can expand to; `\0` replaces what is known only at run time. */
export type ExpandedWords = readonly (readonly string[])[];

export function expandWords(words: readonly ResolvedWord[]): ExpandedWords {
  return words.map(word => {
    if (word.value !== undefined) return [word.value];
    return word.values.length > 0 ? word.values.map(({ text }) => text) : [textWithPlaceholders(word)];
  });
}

/** A call that may be a probe. */
export interface Probe {
  readonly words: ExpandedWords;
  /** The generation that it probes for. */
  readonly generation: Generation | undefined;
}

export function probeOf({ name, args }: Invocation): Probe {
  const words = expandWords([name, ...args]);
  return { words, generation: probedGeneration(words) };
}

/** The generation that a command line probes for; the new one when it names both. */
export function probedGeneration(words: ExpandedWords): Generation | undefined {
  const [[name = ''] = [], ...args] = words;
  const program = baseName(name);
  const known = programOf(program);
  if (known.probes || known.packages?.verbs) return probes(known, args) ? generationOfOperands(args) : undefined;
  const options = args.flatMap(texts => texts.filter(text => text.startsWith('-')));
  const isHelpQuery = (options.includes('--help') && options.length === args.length) || args[0]?.[0] === 'help';
  const generation = generationOf(program);
  return isVersionQuery(words) || isHelpQuery || (generation === 'old' && isOldHelp(args)) ? generation : undefined;
}

/** Whether a call of a program that may probe does so. */
function probes(program: KnownProgram, args: ExpandedWords): boolean {
  const when = program.probes?.when;
  if (when === 'always') return true;
  const { verbs = {} } = program.packages ?? {};
  if (when !== 'option') return args.some(([word = '']) => when?.test(word) || verbs[word] === 'query');
  return hasOption(readTexts(textsOf(args), program), 'probes');
}

/** The words, each as the first text that it can expand to. */
export function textsOf(words: ExpandedWords): readonly string[] {
  return words.map(([text = '']) => text);
}

/** Calls for which the old client prints its help and succeeds, besides `help`: their replacements are one probe. */
function isOldHelp(args: ExpandedWords): boolean {
  return args.length === 1 && args[0]!.every(text => /^-{0,2}h(?:elp)?$/.test(text));
}

/** Whether it prints the version of one of them. */
export function printsVersion(words: ExpandedWords): boolean {
  const [[name = ''] = []] = words;
  if (isVersionQuery(words)) return true;
  return programOf(name).packages !== undefined && probedGeneration(words) !== undefined && !printsStatus(words);
}

/** dpkg-query(1): `-f='${Status}'` */
export function printsStatus(words: ExpandedWords): boolean {
  const [[name = ''] = []] = words;
  return (
    optionFor(programOf(name), 'format') !== undefined && words.some(texts => texts.some(text => /Status/.test(text)))
  );
}

function isVersionQuery([[name = ''] = [], ...args]: ExpandedWords): boolean {
  const program = baseName(name);
  if (program !== oldProgram.name && !newProgram(program)) return false;
  return args.some(([word = '']) => /^(?:--?version|-v|version)$/.test(word));
}

/** `systemctl list-unit-files | grep -q mender-updated` */
export function generationListed(lister: ExpandedWords, pattern: string): Generation | undefined {
  const program = programOf(lister[0]?.[0] ?? '');
  if (!program.lists) return undefined;
  return program.processes ? (generationIn(pattern) ?? generationOfProcess(pattern)) : generationIn(pattern);
}

/** `[m]ender `, `[/]usr/bin/mender `: patterns that match old processes and no new ones. */
function generationOfProcess(pattern: string): Generation | undefined {
  const [only, ...others] = generationsOfProcess(pattern);
  return others.length === 0 ? only : undefined;
}

/** The generations whose processes match a pattern. */
export function generationsOfProcess(pattern: string): ReadonlySet<Generation> {
  const found = new Set<Generation>();
  // Only plain patterns: none of them takes long.
  if (!/^[\w/ .^$[\]-]{1,60}$/.test(pattern)) return found;
  try {
    const finds = new RegExp(pattern);
    for (const generation of ['old', 'new'] as const)
      if (processLines[generation].some(line => finds.test(line))) found.add(generation);
  } catch {
    // Not a regular expression.
  }
  return found;
}

function generationOfOperands(args: ExpandedWords): Generation | undefined {
  const found = new Set(args.flatMap(texts => texts.map(text => generationOfOperand(text))));
  if (found.has('new')) return 'new';
  return found.has('old') ? 'old' : undefined;
}

/** A name, or a path that ends in one; the folder of a unit's drop-ins counts as the unit. */
export function generationOfOperand(text: string): Generation | undefined {
  const own = generationOf(baseName(text));
  // `mender` is also the name of folders, such as /var/lib/mender.
  if (own === 'old' && baseName(text) === oldProgram.name && text.includes('/'))
    return oldProgramPath.test(text) ? 'old' : undefined;
  if (own !== undefined || !text.includes('/')) return own;
  const folder = baseName(text.slice(0, text.lastIndexOf('/')));
  return folder.endsWith('.service.d') ? generationOf(folder) : undefined;
}

/** Whether a program that works on a file only tests whether it exists. */
export function looksForFile(program: string | undefined): boolean {
  return program !== undefined && findProgram(program)?.probes?.for !== undefined;
}

/** Undefined for other queries. */
export function stateKind(words: ExpandedWords): StateKind | undefined {
  const { processes, services } = programOf(words[0]?.[0] ?? '');
  if (processes?.does === 'looks' || processes?.does === 'lists') return 'running';
  for (const text of services ? words.flat() : [])
    if (Object.hasOwn(services!.states, text)) return services!.states[text];
  return undefined;
}

/** The action on a process that gets a signal which it does not handle. */
export const processEnding = 'process:signal';

/** The action on a process: it is looked for, or acted on. */
export function processAction(program: string): string {
  const does = programOf(program).processes?.does;
  return does === 'looks' || does === 'lists' ? 'process' : processEnding;
}
