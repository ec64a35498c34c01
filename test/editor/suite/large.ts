/** A workspace of 20,000 files. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./large.test.ts'));
}
