/** `mender-lint why`: whether `mender-lint check .` checks a file, and the reason. */
import { below } from '../../workspace/file-system.ts';
import { openRoot } from '../../workspace/tree.ts';
import { whyChecked } from '../../workspace/why.ts';
import { tellProblems } from '../projects.ts';
import { absolute } from '../scan.ts';
import { type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';
import { visible } from '../visible.ts';

export function whyCommand(
  paths: readonly string[],
  selection: SelectionOptions,
  surroundings: Surroundings,
): ExitCode {
  const options = scanOptions(selection, {}, surroundings);
  const here = absolute(surroundings.cwd, '.');
  options.projects.addRoot(here, { isLast: false });
  const root = openRoot(surroundings.files, here, options);
  for (const given of paths) {
    const path = absolute(surroundings.cwd, given);
    const inside = below(here, path) === undefined ? undefined : root;
    const { checked, why } = whyChecked(surroundings.files, inside, path, {
      limit: options.limits.fileSize,
      include: options.base.include,
    });
    surroundings.out(`${visible(`${given}: ${checked ? `checked (${why})` : `not checked, because it is ${why}`}`)}\n`);
  }
  return tellProblems(options.projects, surroundings) ? exitCodes.failure : exitCodes.clean;
}
