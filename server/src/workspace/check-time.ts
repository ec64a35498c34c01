/**
 * The time that the check of one file may take: a longer check is cancelled, so that others get their turn. Processor
 * time, so that other work of the machine does not count.
 */

/** Thrown by a checkpoint whose time is over. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** Milliseconds. Most checks take less than this. */
const SHORT = 20;

/** Must be called repeatedly while a file is checked. `milliseconds` are counted after the first `SHORT` ones. */
export function checkpointOf(milliseconds: number | undefined): () => void {
  if (milliseconds === undefined) return () => undefined;
  const start = Date.now();
  let last = start;
  let end: number | undefined;
  return () => {
    // Processor time needs a system call, which is slower than most steps; once per millisecond is enough.
    const now = Date.now();
    if (now === last || now - start < Math.min(SHORT, milliseconds)) return;
    last = now;
    end ??= processorTime() + milliseconds;
    if (processorTime() > end) throw new TooSlow(`longer than ${milliseconds} ms`);
  };
}

/** Milliseconds. Browsers do not provide processor time. */
function processorTime(): number {
  if (typeof process === 'undefined') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
