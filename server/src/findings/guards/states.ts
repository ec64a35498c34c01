/**
 * Probes for the state of a client: whether it runs, has failed or is enabled. None of them says which client is there.
 */
import type { Generation } from '../../mender/generations.ts';
import { newProcesses } from '../../mender/service-names.ts';
import { hasOption, readTexts } from '../../programs/command-line.ts';
import type { StateKind } from '../../programs/program.ts';
import { programOf } from '../../programs/programs.ts';
import {
  type ExpandedWords,
  generationListed,
  generationsOfProcess,
  probedGeneration,
  stateKind,
} from '../../rules/probe-queries.ts';

/** systemctl(1): the output for a service in the state. */
export const stateWords: Readonly<Record<StateKind, string>> = {
  running: 'active',
  failed: 'failed',
  enabled: 'enabled',
};

export interface ProbedState {
  readonly kind: StateKind;
  /** Undefined where either client may be found. */
  readonly generation: Generation | undefined;
}

/** Undefined for a command that probes for no state of a client. */
export function probedState(words: ExpandedWords): ProbedState | undefined {
  const kind = stateKind(words);
  const generation = kind && probedGeneration(words);
  return kind && generation && { kind, generation: findsEither(words) ? undefined : generation };
}

/** `ps | grep PATTERN` */
export function stateListed(lister: ExpandedWords, pattern: string): ProbedState | undefined {
  if (programOf(lister[0]?.[0] ?? '').processes?.does !== 'lists') return undefined;
  const generation = generationListed(lister, pattern);
  return generation || generationsOfProcess(pattern).size > 0 ? { kind: 'running', generation } : undefined;
}

/** pgrep(1): without `-x`, the name of the old process also matches those of the new ones. */
export function findsEither(words: ExpandedWords): boolean {
  const [[name = ''] = [], ...args] = words;
  const program = programOf(name);
  if (program.processes?.does !== 'looks' || !program.processes.pattern) return false;
  const line = readTexts(args.flat(), program);
  const pattern = line.operands.at(-1);
  if (hasOption(line, 'exact') || pattern === undefined || probedGeneration(words) !== 'old') return false;
  const isFull = hasOption(line, 'full');
  return newProcesses.some(process => (isFull ? `/usr/bin/${process}` : process).includes(pattern));
}
