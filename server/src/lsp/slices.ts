/** Long work in the thread that also answers the editor. */
import type { Turns } from './turns.ts';

/** A message takes a few of them to be read and answered. Milliseconds. */
const SLICE = 4;

export interface SliceOptions {
  readonly signal: AbortSignal;
  readonly turns: Turns;
  readonly between?: () => void;
}

/** Takes the steps one by one, letting messages in every few milliseconds; ends early when the signal is given. */
export async function inSlices<Step>(
  steps: Iterable<Step>,
  take: (step: Step) => void,
  { signal, turns, between }: SliceOptions,
): Promise<void> {
  let end = performance.now() + SLICE;
  for (const step of steps) {
    if (signal.aborted) return;
    take(step);
    if (performance.now() < end) continue;
    between?.();
    await turns.last();
    end = performance.now() + SLICE;
  }
}
