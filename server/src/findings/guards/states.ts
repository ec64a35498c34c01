/**
 * Probes for the state of a client: whether it runs, has failed or is enabled. None of them says which client is there.
 */
import type { Generation } from '../../mender/generations.ts';
import { hasOption, readTexts } from '../../programs/command-line.ts';
import type { StateKind } from '../../programs/program.ts';
import { generationListed, generationsOfProcess, type Probe } from '../../rules/probe-queries.ts';
import type { Choice } from './choice.ts';
import { openAt } from './ternary.ts';

/** systemctl(1): the output for a service in the state. */
export const stateWords: Readonly<Record<StateKind, string>> = {
  running: 'active',
  failed: 'failed',
  enabled: 'enabled',
};

/** systemctl(1): what `is-active` and `is-failed` print, and what `is-enabled` prints. */
const activeStates = 'active inactive failed activating deactivating reloading maintenance unknown not-found'.split(
  ' ',
);
const enabledStates = 'enabled enabled-runtime disabled static indirect linked generated masked'.split(' ');

/** The state of a service of the new client as printed by the probe at a place: it depends on the probe's result. */
export function choiceOfState(kind: StateKind, at: number): Choice {
  const met = stateWords[kind];
  // Or nothing is printed.
  const words = [...(kind === 'enabled' ? enabledStates : activeStates), ''];
  return { truth: openAt(at), met: [met], unmet: words.filter(word => word !== met) };
}

export interface ProbedState {
  readonly kind: StateKind;
  /** Undefined where either client may be found. */
  readonly generation: Generation | undefined;
}

/** Undefined for a command that probes for no state of a client. */
export function probedState(line: Probe): ProbedState | undefined {
  const { state: kind, generation } = line;
  return kind && generation && { kind, generation: findsEither(line) ? undefined : generation };
}

/** `ps | grep PATTERN` */
export function stateListed(lister: Probe, pattern: string): ProbedState | undefined {
  if (lister.known.processes?.does !== 'lists') return undefined;
  const generation = generationListed(lister, pattern);
  return generation || generationsOfProcess(pattern).size > 0 ? { kind: 'running', generation } : undefined;
}

/** pgrep(1): without `-x`, the name of the old process also matches those of the new ones. */
export function findsEither({ words, known, generation }: Probe): boolean {
  if (known.processes?.does !== 'looks' || !known.processes.pattern || generation !== 'old') return false;
  const line = readTexts(words.slice(1).flat(), known);
  const pattern = line.operands.at(-1);
  if (hasOption(line, 'exact') || pattern === undefined) return false;
  return generationsOfProcess(pattern).has('new');
}
