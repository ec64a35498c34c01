/** A folder that the user does not trust. Its settings apply all the same. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(async () => {
    await import('./open-files.test.ts');
    await import('./untrusted.test.ts');
  });
}
