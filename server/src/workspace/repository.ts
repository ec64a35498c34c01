/** The repository around a file. */
import { type FileSystem, joined } from './file-system.ts';

/** The innermost one. In a worktree or a submodule `.git` is a file. */
export function repositoryOf(files: FileSystem, path: string): string | undefined {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = path.slice(0, slash);
    if (files.kindOf(joined(folder, '.git'))) return folder;
  }
  return undefined;
}
