/** Builds the bundles once, before the first test: some tests start them as a user would. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Two folders above this file, and above every bundle that contains it. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export function mochaGlobalSetup(): void {
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
