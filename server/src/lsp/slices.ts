/** Long work in the thread that also answers the editor. */

/** A message takes a few of them to be read and answered. Milliseconds. */
const SLICE = 4;

/** Takes the steps one by one, letting messages in every few milliseconds; ends early when the signal is given. */
export async function inSlices<Step>(
  steps: Iterable<Step>,
  take: (step: Step) => void,
  { signal, between }: { readonly signal: AbortSignal; readonly between?: () => void },
): Promise<void> {
  let end = performance.now() + SLICE;
  for (const step of steps) {
    if (signal.aborted) return;
    take(step);
    if (performance.now() < end) continue;
    between?.();
    await new Promise(setImmediate);
    end = performance.now() + SLICE;
  }
}
