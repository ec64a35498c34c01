/** A workspace that has nothing to do with Mender. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./quiet.test.ts'));
}
