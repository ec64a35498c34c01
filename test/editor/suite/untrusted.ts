/** A folder the user does not trust. Its settings hold all the same. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(async () => {
    await import('./open-files.test.ts');
    await import('./untrusted.test.ts');
  });
}
