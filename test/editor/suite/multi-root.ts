/** A workspace of two folders with settings of their own. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./multi-root.test.ts'));
}
