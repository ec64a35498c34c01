/** A folder the user does not trust. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(() => import('./untrusted.test.ts'));
}
