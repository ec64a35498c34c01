/** Questions about how a client fares: whether it runs, has failed or is enabled. None of them says which client is there. */
import type { Generation } from '../../mender/generations.ts';
import { newProcesses } from '../../mender/service-names.ts';
import { hasOption, readTexts } from '../../programs/command-line.ts';
import type { StateKind } from '../../programs/program.ts';
import { programOf } from '../../programs/programs.ts';
import {
  type ExpandedWords,
  generationAsked,
  generationListed,
  generationsOfProcess,
  stateKind,
} from '../../rules/probe-queries.ts';
import type { Choice } from './choice.ts';
import { openAt } from './ternary.ts';

/** systemctl(1): what is printed of a service that is in the state. */
export const stateWords: Readonly<Record<StateKind, string>> = {
  running: 'active',
  failed: 'failed',
  enabled: 'enabled',
};

/** systemctl(1): what else is printed, or nothing. */
const otherWords = [
  ...['active', 'inactive', 'failed', 'activating', 'deactivating', 'reloading', 'maintenance', 'unknown', 'not-found'],
  ...['enabled', 'enabled-runtime', 'disabled', 'static', 'indirect', 'linked', 'generated', 'masked', ''],
];

/** What is printed of a service of the new client, by how the question at a place ends. */
export function choiceOfState(kind: StateKind, at: number): Choice {
  const met = stateWords[kind];
  return { truth: openAt(at), met: [met], unmet: otherWords.filter(word => word !== met && isOf(kind, word)) };
}

function isOf(kind: StateKind, word: string): boolean {
  return (
    (kind === 'enabled') === /^(?:enabled|disabled|static|indirect|linked|generated|masked)/.test(word) || word === ''
  );
}

export interface StateAsked {
  readonly kind: StateKind;
  /** Undefined where either client may be found. */
  readonly generation: Generation | undefined;
}

/** Undefined for what asks for no state of a client. */
export function stateAsked(words: ExpandedWords): StateAsked | undefined {
  const kind = stateKind(words);
  const generation = kind && generationAsked(words);
  return kind && generation && { kind, generation: findsEither(words) ? undefined : generation };
}

/** `ps | grep PATTERN` */
export function stateListed(lister: ExpandedWords, pattern: string): StateAsked | undefined {
  if (programOf(lister[0]?.[0] ?? '').processes?.does !== 'lists') return undefined;
  const generation = generationListed(lister, pattern);
  return generation || generationsOfProcess(pattern).size > 0 ? { kind: 'running', generation } : undefined;
}

/** pgrep(1): without `-x`, the name of the old process is found in those of the new ones, too. */
export function findsEither(words: ExpandedWords): boolean {
  const [[name = ''] = [], ...args] = words;
  const program = programOf(name);
  if (program.processes?.does !== 'looks' || !program.processes.pattern) return false;
  const line = readTexts(args.flat(), program);
  const pattern = line.operands.at(-1);
  if (hasOption(line, 'exact') || pattern === undefined || generationAsked(words) !== 'old') return false;
  const isFull = hasOption(line, 'full');
  return newProcesses.some(process => (isFull ? `/usr/bin/${process}` : process).includes(pattern));
}
