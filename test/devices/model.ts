/**
 * The parts of a simulated device, as data: requests and answers of a stand-in, the contents of a trace, the initial
 * state of a device.
 */
import type { Random } from '../fuzz/random.ts';

/** A command line that ran on a device. */
export interface Request {
  readonly folder: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The standard input, when the stand-in requested it. */
  readonly input: string | undefined;
}

export type Answer =
  | { readonly kind: 'done'; readonly code: number; readonly out?: string; readonly err?: string }
  /** Another command line runs in its place. */
  | { readonly kind: 'instead'; readonly words: readonly string[] }
  /** It must be asked again, with its standard input. */
  | { readonly kind: 'input' }
  /** The run has taken long enough. */
  | { readonly kind: 'cut' };

export const done = (code = 0, out = '', err = ''): Answer => ({ kind: 'done', code, out, err });

/**
 * The program by which the harness says where a script is, and from where on a new device has the old client as well.
 */
export const mark = 'device-mark';

export type Generation = 'old' | 'new';

/** An action on the client; `on` are units, processes or packages by the names that were used. */
export interface ClientAction {
  readonly kind: 'action';
  readonly action: string;
  readonly on: readonly string[];
  readonly by: Generation | undefined;
}

export type TraceEvent =
  | ClientAction
  | { readonly kind: 'probe'; readonly text: string; readonly answer: string }
  | { readonly kind: 'wait'; readonly text: string }
  /** What else ran: reboot, logger, curl. */
  | { readonly kind: 'other'; readonly text: string }
  /** An action that failed, since its object is missing or it was refused. */
  | { readonly kind: 'failed'; readonly text: string }
  /** An action of the device itself. */
  | { readonly kind: 'note'; readonly text: string };

export interface FileChange {
  readonly path: string;
  readonly what: 'removed' | 'written' | 'linked' | 'folder';
  /** The text, or the target of the link. */
  readonly content: string;
}

export interface Trace {
  readonly generation: Generation;
  readonly events: readonly TraceEvent[];
  readonly files: readonly FileChange[];
  /** -1: it did not end. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The harness ended it, since it waited or called too often. */
  readonly cut: boolean;
  /** One call named units of both clients: a part of it fails on either device. */
  readonly namedBoth: boolean;
}

/** The state of the client on a device before a script runs; the same for both generations. */
export interface Situation {
  readonly name: string;
  readonly installed: boolean;
  readonly run: 'active' | 'inactive' | 'failed';
  readonly enabled: boolean;
  /** An update waits for commit or rollback. */
  readonly pending: boolean;
  readonly artifact: string;
}

const usual = { installed: true, run: 'active', enabled: true, pending: true, artifact: 'release-1' } as const;

export const situations: readonly Situation[] = [
  { ...usual, name: 'active' },
  { ...usual, name: 'inactive', run: 'inactive', pending: false },
  { ...usual, name: 'failed', run: 'failed' },
  { ...usual, name: 'disabled', run: 'inactive', enabled: false, pending: false },
  { ...usual, name: 'missing', installed: false, run: 'inactive', enabled: false, pending: false },
];

/**
 * No Artifact was ever given a name: 3.x calls that an error, 4.x an answer. Judged separately, since few scripts mean
 * it.
 */
export const unnamed: Situation = { ...usual, name: 'unnamed', artifact: '' };

export const [active, inactive, failed, disabled, missing] = situations as readonly [
  Situation,
  Situation,
  Situation,
  Situation,
  Situation,
];

/**
 * One in which the client runs, or should, and one in which it does not or is missing: over many scripts all are used.
 */
export function someSituations(random: Random): readonly Situation[] {
  return [random.once(4) ? failed : active, random.pick([inactive, inactive, disabled, missing])];
}
