/** A folder opened in VS Code, trusted, with the installed extension. */
import { runSuite } from './run-suite.ts';

export function run(): Promise<void> {
  return runSuite(async () => {
    await import('./start.test.ts');
    await import('./files.test.ts');
    await import('./kinds.test.ts');
    await import('./fixes.test.ts');
    await import('./assist.test.ts');
    await import('./changes.test.ts');
    await import('./settings.test.ts');
    await import('./commands.test.ts');
    await import('./migrate.test.ts');
    await import('./migration-view.test.ts');
    await import('./why.test.ts');
    await import('./server.test.ts');
  });
}
