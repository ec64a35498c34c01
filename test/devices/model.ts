/** What a simulated device consists of, as data: what a stand-in is asked and answers, what a trace records, what a device starts with. */
import type { Random } from '../fuzz/random.ts';

/** A command line that ran on a device. */
export interface Request {
  readonly folder: string;
  readonly program: string;
  readonly args: readonly string[];
  /** What is on the standard input, when the stand-in asked for it. */
  readonly input: string | undefined;
}

export type Answer =
  | { readonly kind: 'done'; readonly code: number; readonly out?: string; readonly err?: string }
  /** Another command line runs in its place. */
  | { readonly kind: 'instead'; readonly words: readonly string[] }
  /** It has to be asked again, with its standard input. */
  | { readonly kind: 'input' }
  /** The run has gone on for long enough. */
  | { readonly kind: 'cut' };

export const done = (code = 0, out = '', err = ''): Answer => ({ kind: 'done', code, out, err });

/** The program by which the harness says where a script is, and from where on a new device has the old client as well. */
export const mark = 'device-mark';

export type Generation = 'old' | 'new';

/** What was done to the client; `on` are units, processes or packages by the names that were used. */
export interface Deed {
  readonly kind: 'deed';
  readonly action: string;
  readonly on: readonly string[];
  readonly by: Generation | undefined;
}

export type TraceEvent =
  | Deed
  | { readonly kind: 'question'; readonly text: string; readonly answer: string }
  | { readonly kind: 'wait'; readonly text: string }
  /** What else ran: reboot, logger, curl. */
  | { readonly kind: 'other'; readonly text: string }
  /** What could not be done, for it is not there or was refused. */
  | { readonly kind: 'failed'; readonly text: string }
  /** What the device did by itself. */
  | { readonly kind: 'note'; readonly text: string };

export interface FileChange {
  readonly path: string;
  readonly what: 'removed' | 'written' | 'linked' | 'folder';
  /** The text, or where the link leads. */
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
  /** It was ended by the harness, having waited or called too often. */
  readonly cut: boolean;
  /** One call named units of both clients: a part of it fails on either device. */
  readonly namedBoth: boolean;
}

/** How the client of a device is before a script runs; both generations have the same. */
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

/** No Artifact was ever given a name: 3.x calls that an error, 4.x an answer. Asked apart, for so few scripts mean it. */
export const unnamed: Situation = { ...usual, name: 'unnamed', artifact: '' };

export const [active, inactive, failed, disabled, missing] = situations as readonly [
  Situation,
  Situation,
  Situation,
  Situation,
  Situation,
];

/** One in which the client runs, or should, and one in which it does not or is not there: over many scripts all come. */
export function someSituations(random: Random): readonly Situation[] {
  return [random.once(4) ? failed : active, random.pick([inactive, inactive, disabled, missing])];
}
