/** Paths as they are called in the repository that a file is in: what patches and reports for forges name. */
import { below } from '../workspace/file-system.ts';
import { repositoryOf } from '../workspace/repository.ts';
import { absolute } from './scan.ts';
import type { CliContext } from './streams.ts';

/** From the root of the repository, or from the current folder outside of one; as it is given where it is below neither. */
export function pathInRepository({ files, cwd }: Pick<CliContext, 'files' | 'cwd'>, path: string): string {
  const whole = absolute(cwd, path);
  const here = absolute(cwd, '.');
  return below(repositoryOf(files, whole) ?? here, whole) ?? path;
}
