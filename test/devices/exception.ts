/** What is known of a difference between the devices, and what an exception says of it. */
import type { Trace } from './model.ts';
import type { Promised } from './promise.ts';

/** What was found to differ, and all that it came from. */
export interface Differing {
  readonly promise: Promised;
  readonly situation: string;
  readonly script: string;
  /** What the script became; the script itself when no fix was made. */
  readonly after: string;
  /** Titles of the fixes that were chosen. */
  readonly fixes: readonly string[];
  readonly old: Trace;
  readonly young: Trace;
  /** Of the script before its fixes on the new device. */
  readonly unfixed: Trace | undefined;
  readonly differences: readonly string[];
  /** What the new device does too often after a safe fix. */
  readonly more: readonly string[];
  /** Lines of what the script became on which something is still found. */
  readonly reported: readonly string[];
  readonly cause: Cause | undefined;
}

/**
 * Why the new device does something too often after a safe fix: it is in statements that are still reported and that no fix has
 * changed, or it is not done any more where the others that are still reported find the old client.
 */
export type Cause = 'unchanged' | 'others';

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly promises: readonly Promised[];
  readonly holds: (differing: Differing) => boolean;
}

export const all: readonly Promised[] = ['silent', 'fixed', 'subset', 'safe'];
/** What is done to one half of the client. */
export const deed =
  /^(?:start|stop|restart|try-restart|reset-failed|enable|disable|mask|unmask) mender-(?:auth|update)$/;

/** Both sides of a line of `differences`. */
export function sides(difference: string): readonly string[] {
  const [, old, young] = /^(?:[\w ]+: )?old device: (.*); new device: (.*)$/.exec(difference) ?? [];
  return old === undefined || young === undefined ? [] : [old, young];
}
