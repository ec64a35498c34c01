/**
 * The time that the check of one file may take: a longer check is cancelled, so that others get their turn. Processor
 * time, so that other work of the machine does not count.
 */

/** Thrown by a checkpoint whose time is over. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** Must be called repeatedly while a file is checked. `milliseconds` from now on. */
export function checkpointOf(milliseconds: number | undefined): () => void {
  if (milliseconds === undefined) return () => undefined;
  const end = processorTime() + milliseconds;
  return () => {
    if (processorTime() > end) throw new TooSlow(`longer than ${milliseconds} ms`);
  };
}

/** Milliseconds. Browsers do not provide processor time. */
function processorTime(): number {
  if (typeof process === 'undefined') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
