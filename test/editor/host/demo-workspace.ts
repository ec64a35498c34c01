/** The demo tree as a separate workspace: a copy, under git, that may be changed. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/build.ts';

export const vsix = join(root, 'out/mender-lint.vsix');

/** Fills `folder`, which it creates if necessary, and returns it. */
export function demoWorkspace(folder: string, settings?: Readonly<Record<string, unknown>>): string {
  cpSync(join(root, 'test/fixtures/demo'), folder, { recursive: true });
  if (settings) {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings, undefined, 2));
  }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'demo');
  return folder;
}
