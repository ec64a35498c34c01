/** A workspace without Mender, in which a file is opened that only its text makes one for the server. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./opened.test.ts'));
}
