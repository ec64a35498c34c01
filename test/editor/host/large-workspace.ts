/**
 * 20,000 files under git, with a branch on which all problems are solved, and folders that are linked from elsewhere.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { yoctoTree } from '../../bench/yocto-tree.ts';

const FILES = 20_000;

export function largeWorkspace(folder: string): string {
  const tree = yoctoTree(FILES);
  cpSync(tree.folder, folder, { recursive: true });
  writeFileSync(join(folder, 'seeded.json'), JSON.stringify(tree.seeded));
  mkdirSync(join(folder, 'linked'));
  for (const layer of readdirSync(join(folder, 'layers')))
    symlinkSync(`../layers/${layer}`, join(folder, 'linked', layer));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'gc.auto=0', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'problems');
  git('checkout', '-qb', 'fixed');
  for (const path of filesBelow(join(folder, 'layers')))
    if (readFileSync(path).includes('mender') || path.endsWith('mender.conf')) rmSync(path);
  git('commit', '-qam', 'none');
  git('checkout', '-q', 'main');
  return folder;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
