/**
 * Command lines that probe whether one of the generations is installed, enabled or running, or which version it has.
 */

import { type Generation, generationIn, generationOf, generationOfOperand } from '../mender/generations.ts';
import { newProgram, oldProgram } from '../mender/programs.ts';
import { oldProcessPattern, processLines } from '../mender/service-names.ts';
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

/** A command line and what it probes for, computed once. */
export interface Probe {
  readonly words: ExpandedWords;
  /** The words, each as the first text that it can expand to. */
  readonly texts: readonly string[];
  /** Base name of the program; empty if there is none. */
  readonly program: string;
  readonly known: KnownProgram;
  /** The generation that it probes for; the new one when it names both. */
  readonly generation: Generation | undefined;
  /** The state that it probes for; undefined for other probes, such as whether the client is there. */
  readonly state: StateKind | undefined;
  /** Whether it prints the version of a generation, or the status of its package. */
  readonly prints: 'version' | 'status' | undefined;
}

export function probeOf({ name, args }: Invocation): Probe {
  return readProbe(expandWords([name, ...args]));
}

export function readProbe(words: ExpandedWords): Probe {
  const texts = words.map(([text = '']) => text);
  const program = baseName(texts[0] ?? '');
  const known = programOf(program);
  const line = { words, texts, program, known };
  const generation = probedGeneration(line);
  return Object.assign(line, { generation, state: probedState(line), prints: whatIsPrinted(line, generation) });
}

type Line = Pick<Probe, 'words' | 'texts' | 'program' | 'known'>;

function probedGeneration(line: Line): Generation | undefined {
  const { words, program, known } = line;
  const args = words.slice(1);
  if (known.probes || known.packages?.verbs) return probes(line) ? generationOfOperands(known, args) : undefined;
  const generation = generationOf(program);
  if (!generation) return undefined;
  const options = args.flatMap(texts => texts.filter(text => text.startsWith('-')));
  const isHelpQuery = (options.includes('--help') && options.length === args.length) || args[0]?.[0] === 'help';
  return isVersionQuery(line) || isHelpQuery || (generation === 'old' && isOldHelp(args)) ? generation : undefined;
}

/** Whether a call of a program that may probe does so. */
function probes({ texts, known }: Line): boolean {
  const when = known.probes?.when;
  if (when === 'always') return true;
  const args = texts.slice(1);
  const { verbs = {} } = known.packages ?? {};
  if (when !== 'option') return args.some(word => when?.test(word) || verbs[word] === 'query');
  return hasOption(readTexts(args, known), 'probes');
}

/** Calls for which the old client prints its help and succeeds, besides `help`: their replacements are one probe. */
function isOldHelp(args: ExpandedWords): boolean {
  return args.length === 1 && args[0]!.every(text => /^-{0,2}h(?:elp)?$/.test(text));
}

function whatIsPrinted(line: Line, generation: Generation | undefined): Probe['prints'] {
  if (isVersionQuery(line)) return 'version';
  if (printsStatus(line)) return 'status';
  return line.known.packages && generation ? 'version' : undefined;
}

/** dpkg-query(1): `-f='${Status}'` */
function printsStatus({ words, known }: Line): boolean {
  return optionFor(known, 'format') !== undefined && words.some(texts => texts.some(text => /Status/.test(text)));
}

function isVersionQuery({ texts, program }: Line): boolean {
  if (program !== oldProgram.name && !newProgram(program)) return false;
  return texts.some((text, index) => index > 0 && /^(?:--?version|-v|version)$/.test(text));
}

/** `systemctl list-unit-files | grep -q mender-updated` */
export function generationListed({ known }: Probe, pattern: string): Generation | undefined {
  if (!known.lists) return undefined;
  return known.processes ? (generationIn(pattern) ?? generationOfProcess(pattern)) : generationIn(pattern);
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

function generationOfOperands({ processes }: KnownProgram, args: ExpandedWords): Generation | undefined {
  const ofPattern = (text: string) => (processes?.pattern ? generationInPattern(text) : undefined);
  const found = new Set(args.flatMap(texts => texts.map(text => generationOfOperand(text) ?? ofPattern(text))));
  if (found.has('new')) return 'new';
  return found.has('old') ? 'old' : undefined;
}

/** `^mender$`, `/usr/bin/mender-update daemon`: the generation whose processes match, whatever else does. */
function generationInPattern(text: string): Generation | undefined {
  if (oldProcessPattern.test(text)) return 'old';
  return generationIn(text) === 'new' ? 'new' : undefined;
}

/** Whether a program that works on a file only tests whether it exists. */
export function looksForFile(program: string | undefined): boolean {
  return program !== undefined && findProgram(program)?.probes?.for !== undefined;
}

function probedState({ words, known: { processes, services } }: Line): StateKind | undefined {
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
