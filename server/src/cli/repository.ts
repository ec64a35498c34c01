/** Paths as they are called in the repository that a file is in: what patches and reports for forges name. */
import { below, type FileSystem, joined } from '../workspace/file-system.ts';
import { absolute } from './scan.ts';
import type { Surroundings } from './streams.ts';

/** From the root of the repository, or from the current folder outside of one; as it is given where it is below neither. */
export function pathInRepository({ files, cwd }: Pick<Surroundings, 'files' | 'cwd'>, path: string): string {
  const whole = absolute(cwd, path);
  const here = absolute(cwd, '.');
  return below(repositoryOf(files, whole) ?? here, whole) ?? path;
}

/** The innermost one. In a worktree or a submodule `.git` is a file. */
export function repositoryOf(files: FileSystem, path: string): string | undefined {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = path.slice(0, slash);
    if (files.kindOf(joined(folder, '.git'))) return folder;
  }
  return undefined;
}
