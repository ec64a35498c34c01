/**
 * The time that the check of one file may take: what takes longer is broken off, and others have their turn. Time of the
 * processor, so that what else the machine does decides nothing.
 */

/** Thrown by a checkpoint whose time is over. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** To be called again and again while a file is checked. `milliseconds` from now on. */
export function checkpointOf(milliseconds: number | undefined): () => void {
  if (milliseconds === undefined) return () => undefined;
  const end = processorTime() + milliseconds;
  let last = Date.now();
  return () => {
    // To ask what the processor has done takes longer than most steps do: it is asked once in a millisecond.
    const now = Date.now();
    if (now === last) return;
    last = now;
    if (processorTime() > end) throw new TooSlow(`longer than ${milliseconds} ms`);
  };
}

/** Milliseconds. Browsers do not tell the time of the processor. */
function processorTime(): number {
  if (typeof process === 'undefined') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
