/** Runs long work in slices, in the thread that also answers the editor. */

/** Milliseconds. */
export const SLICE = 4;

/**
 * A message is read in one turn of the event loop, handled in the next and answered in one more: all of them between
 * two slices.
 */
const TURNS = 4;

export interface SliceOptions {
  readonly signal?: AbortSignal;
  readonly between?: () => void;
  /** Milliseconds since some moment. */
  readonly now?: () => number;
  /** Lets others have their turn between two slices. */
  readonly letIn?: () => Promise<void>;
}

/**
 * Takes the steps one by one, letting messages in every few milliseconds; ends early when the signal is given. A
 * promise among the steps is waited for: it is all that they go on without. (An async generator would take longer for
 * each step than the step.)
 */
export async function inSlices<Step>(
  steps: Iterable<Step | Promise<void>>,
  take: (step: Step) => void,
  { signal, between, now = () => performance.now(), letIn = messagesIn }: SliceOptions = {},
): Promise<void> {
  let end = now() + SLICE;
  for (const step of steps) {
    if (signal?.aborted) return;
    if (step instanceof Promise) await step;
    else take(step);
    if (now() < end) continue;
    between?.();
    await letIn();
    end = now() + SLICE;
  }
}

export async function messagesIn(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise(setImmediate);
}
