/** Long work in the thread that also answers the editor. */

/** As long as the editor may have to wait for an answer. Milliseconds. */
const SLICE = 8;

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
