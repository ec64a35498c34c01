/**
 * The bundles next to the running one, which loads them on demand; single executables have `bundles-in-executable.ts`
 * instead.
 */
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts the bundle `name` as a thread. */
export function startBundle(name: string, options: WorkerOptions): Worker {
  return new Worker(join(__dirname, `${name}.cjs`), options);
}
