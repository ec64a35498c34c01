/** Patches as `git diff` writes them, for `git apply` and `patch -p1`. */
import { formatPatch, structuredPatch } from 'diff';
import { below } from '../workspace/file-system.ts';
import { repositoryOf } from '../workspace/repository.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

/**
 * Paths are relative to the root of the repository around the file, or else to the current folder, or else to the root
 * of all files. Links are resolved.
 */
export function patch(
  { files, cwd }: Pick<CliContext, 'files' | 'cwd'>,
  path: string,
  before: string,
  after: string,
): string {
  const whole = absolute(cwd, path);
  const real = files.realPath(whole) ?? whole;
  const here = absolute(cwd, '.');
  const root = repositoryOf(files, real) ?? files.realPath(here) ?? here;
  const shown = below(root, real) ?? real.replace(/^\/+/, '');
  const structured = structuredPatch(`a/${shown}`, `b/${shown}`, before, after, undefined, undefined, { context: 3 });
  return formatPatch({ ...structured, isGit: true });
}
