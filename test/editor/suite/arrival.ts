/** An empty workspace, into which files are put afterwards. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./arrival.test.ts'));
}
