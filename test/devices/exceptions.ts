/** What differs on the devices and breaks no promise: each kind with its reason, told as narrowly as a run shows it. */
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
  readonly differences: readonly string[];
  /** The new device does no more than the old one where the plain deeds that are still reported are put right as well. */
  readonly isLeftUndone: boolean;
}

export interface Exception {
  readonly name: string;
  readonly reason: string;
  readonly promises: readonly Promised[];
  readonly holds: (differing: Differing) => boolean;
}

const acts = (trace: Trace, action: RegExp) =>
  trace.events.some(event => event.kind === 'deed' && action.test(event.action));

export const exceptions: readonly Exception[] = [
  {
    name: 'one half is chosen',
    reason:
      'The title of the fix says that it is for one of the two services or programs only: a person has chosen it.',
    promises: ['subset'],
    holds: ({ fixes }) => fixes.some(title => /` only\b|^Look for `mender-/.test(title)),
  },
  {
    name: 'left undone',
    reason:
      'A deed before it is still reported and does nothing yet; the fixed use runs since the client is not as that deed leaves it.',
    promises: ['safe'],
    holds: ({ isLeftUndone }) => isLeftUndone,
  },
];

export function exceptionFor(differing: Differing): Exception | undefined {
  return exceptions.find(({ promises, holds }) => promises.includes(differing.promise) && holds(differing));
}
void acts;
