/** The command line as npm packs and installs it, in a separate folder, which the caller removes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './build.ts';

/** The folder: `bin/mender-lint` in it is the program. It contains the bundles that were built. */
export function installPacked(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-packed-'));
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const [{ filename }] = JSON.parse(npm('pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`));
  npm('install', '--global', `--prefix=${folder}`, '--offline', '--no-audit', '--no-fund', join(folder, filename));
  return folder;
}
