/** Builds the bundles once, before the first test: some tests start them as a user would. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Of this file as of every bundle that holds it, it is two folders up. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export function mochaGlobalSetup(): void {
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
