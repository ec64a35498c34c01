/**
 * The time that the check of one file may take: what takes longer is broken off, and others have their turn. Time of the
 * processor, so that what else the machine does decides nothing.
 */

/** Thrown by a checkpoint whose time is over. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** Milliseconds. Most checks take less, and asking for the time of the processor is a system call. */
const SHORT = 20;

/** To be called again and again while a file is checked. `milliseconds` from now on, give or take what counts as short. */
export function checkpointOf(milliseconds: number | undefined): () => void {
  if (milliseconds === undefined) return () => undefined;
  const start = now();
  let end: number | undefined;
  return () => {
    if (end === undefined) {
      if (now() - start < Math.min(SHORT, milliseconds)) return;
      end = processorTime() + milliseconds;
    }
    if (processorTime() > end) throw new TooSlow(`longer than ${milliseconds} ms`);
  };
}

/** Milliseconds; `performance` would make Node load modules of its own. */
function now(): number {
  if (typeof process === 'undefined') return performance.now();
  return process.uptime() * 1000;
}

/** Milliseconds. Browsers do not tell the time of the processor. */
function processorTime(): number {
  if (typeof process === 'undefined') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
