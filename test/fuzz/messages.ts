/** Messages from the threads that try inputs to the one that counts. */
import type { Flaw, Sample } from '../support/sound.ts';

export interface Order {
  readonly seed: number;
  /** Whether properties that depend on the machine and its load, the growth of the time, are tested, too. */
  readonly timed: boolean;
}

/** Counts since the last message of the same thread. */
export interface Progress {
  readonly kind: 'progress';
  readonly inputs: number;
  readonly findings: number;
  readonly characters: number;
  readonly slowest: Slowest;
}

export interface Slowest {
  readonly milliseconds: number;
  readonly sample: Sample | undefined;
}

/** The first input that shows a flaw, reduced as far as possible. */
export interface Problem {
  readonly kind: 'problem';
  readonly flaw: Flaw;
  readonly sample: Sample;
}

export type Message = Progress | Problem;
