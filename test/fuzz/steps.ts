/**
 * Counts the blocks of JavaScript that the engine runs: the same number on any machine, however busy. Built-in work,
 * searching a text or matching an expression, counts as one.
 */
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
// For functions that are first called from now on.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

export function stepsOf(work: () => void): number {
  take();
  work();
  return take();
}

/** Since the last time. */
function take(): number {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    for (const { url, functions } of result)
      if (url.startsWith('file:')) for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  });
  return steps;
}
