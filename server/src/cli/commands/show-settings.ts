/**
 * `mender-lint check --show-settings`: the options for a file, or for the files of a folder, and where each comes from.
 */

import { jsonText } from '../../report/json-text.ts';
import { joined } from '../../workspace/file-system.ts';
import { folderOf } from '../../workspace/paths.ts';
import { printConfigurationErrors } from '../projects.ts';
import { absolute, type ScanOptions } from '../scan.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';

export function showSettings(paths: readonly string[], options: ScanOptions, context: CliContext): ExitCode {
  const { files, cwd, out } = context;
  const { projects, base, exclude, useIgnoreFiles, limits } = options;
  const settings = paths.map(given => {
    const path = absolute(cwd, given);
    const isFolder = files.kindOf(path) === 'folder';
    if (isFolder) projects.addRoot(path, { isLast: false });
    const folder = isFolder ? path : folderOf(path);
    const { target, from, yocto, rules, include } = projects.optionsFor(isFolder ? joined(path, 'any') : path, base);
    return {
      path: given,
      config: projects.projectAt(folder)?.path ?? null,
      baseline: projects.baselineAt(folder)?.path ?? null,
      target,
      from: from ?? 'any',
      yocto: yocto ?? [],
      rules,
      include,
      exclude,
      useIgnoreFiles,
      limits,
    };
  });
  out(`${jsonText(settings, 2)}\n`);
  return printConfigurationErrors(projects, context) ? exitCodes.failure : exitCodes.clean;
}
