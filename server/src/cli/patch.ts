/** Patches as `git diff` writes them, for `git apply` and `patch -p1`. */
import { formatPatch, structuredPatch } from 'diff';
import { below, type FileSystem, joined } from '../workspace/file-system.ts';
import { absolute } from './scan.ts';
import type { Surroundings } from './streams.ts';

/** Paths are relative to the root of the repository that the file is in, or else to the current folder. A link is seen through. */
export function patch(
  { files, cwd }: Pick<Surroundings, 'files' | 'cwd'>,
  path: string,
  before: string,
  after: string,
): string {
  const whole = absolute(cwd, path);
  const real = files.realPath(whole) ?? whole;
  const here = absolute(cwd, '.');
  const root = repositoryOf(files, real) ?? files.realPath(here) ?? here;
  const shown = below(root, real) ?? path;
  const structured = structuredPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, { context: 3 });
  return formatPatch({ ...structured, isGit: true });
}

/** In a worktree or a submodule `.git` is a file. */
function repositoryOf(files: FileSystem, path: string): string | undefined {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = path.slice(0, slash);
    if (files.kindOf(joined(folder, '.git'))) return folder;
  }
  return undefined;
}
