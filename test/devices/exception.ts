/** What is known about a difference between the devices, and the type of an exception. */
import type { Trace } from './model.ts';
import type { Promised } from './promise.ts';

/** Something that differs, with everything that caused it. */
export interface Differing {
  readonly promise: Promised;
  readonly situation: string;
  readonly script: string;
  /** The script after its fixes; the script itself without any. */
  readonly after: string;
  /** Titles of the chosen fixes. */
  readonly fixes: readonly string[];
  readonly old: Trace;
  readonly young: Trace;
  /** That of the script before its fixes, on the new device. */
  readonly unfixed: Trace | undefined;
  readonly differences: readonly string[];
  /** Actions that the new device does too often after a safe fix. */
  readonly more: readonly string[];
  /** Lines of the fixed script with remaining findings. */
  readonly reported: readonly string[];
  readonly cause: Cause | undefined;
}

/**
 * Why the new device does something too often after a safe fix: the action is in statements that are still reported and
 * that no fix has changed, or it is not done any more where the others that are still reported find the old client.
 */
export type Cause = 'unchanged' | 'others';

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly promises: readonly Promised[];
  readonly holds: (differing: Differing) => boolean;
}

export const all: readonly Promised[] = ['silent', 'fixed', 'subset', 'safe'];
/** An action on one half of the client. */
export const clientAction =
  /^(?:start|stop|restart|try-restart|reset-failed|enable|disable|mask|unmask) mender-(?:auth|update)$/;

/** Both sides of a line of `differences`. */
export function sides(difference: string): readonly string[] {
  const [, old, young] = /^(?:[\w ]+: )?old device: (.*); new device: (.*)$/.exec(difference) ?? [];
  return old === undefined || young === undefined ? [] : [old, young];
}
