/** Runs long work in slices, in the thread that also answers the editor. */

/** Milliseconds. */
export const SLICE = 4;

/**
 * A message is read in one turn of the event loop, handled in the next and answered in another: all of them must fit
 * between two slices.
 */
const TURNS = 4;

export interface SliceOptions {
  readonly signal?: AbortSignal;
  readonly between?: () => void;
  /** Milliseconds since some moment. */
  readonly now?: () => number;
  /** Lets other work run between two slices. */
  readonly letIn?: () => Promise<void>;
}

/**
 * Takes the steps one by one, handling messages every few milliseconds; ends early when the signal is given. A promise
 * among the steps is awaited, since they cannot continue without it. (With an async generator, each step would take
 * longer than its work.)
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
