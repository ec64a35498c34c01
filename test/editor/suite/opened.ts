/** A workspace without Mender, in which a file is opened that only its text makes relevant. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./opened.test.ts'));
}
