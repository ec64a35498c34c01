/** `mender-lint why`: whether `mender-lint check .` checks a file, or walks through a folder, and the reason. */

import { jsonText } from '../../report/json-text.ts';
import { visible } from '../../text/visible.ts';
import { below } from '../../workspace/file-system.ts';
import { openRoot } from '../../workspace/tree.ts';
import { type Why, whyChecked, whyWalked } from '../../workspace/why.ts';
import { whyYocto } from '../../workspace/why-yocto.ts';
import type { ListOptions } from '../list-format.ts';
import { printConfigurationErrors } from '../projects.ts';
import { absolute } from '../scan.ts';
import { type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';

interface Answer extends Why {
  /** As the user wrote it. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'missing';
}

/** A missing path makes it fail, whatever else was named. */
export function whyCommand(
  paths: readonly string[],
  { format, ...selection }: SelectionOptions & ListOptions,
  context: CliContext,
): ExitCode {
  const { files, cwd, out } = context;
  const options = scanOptions(selection, {}, context);
  const here = absolute(cwd, '.');
  options.projects.addRoot(here, { isLast: false });
  const root = openRoot(files, here, options);
  const answers = paths.map((given): Answer => {
    const path = absolute(cwd, given);
    const kind = files.kindOf(path) ?? (files.linkTarget(path) === undefined ? 'missing' : 'file');
    const inside = path === here || below(here, path) !== undefined ? root : undefined;
    if (kind === 'missing') return { path: given, kind, checked: false, why: 'not there' };
    if (kind === 'folder') return { path: given, kind, ...whyWalked(files, inside, path) };
    const { limits, base } = options;
    const yocto = whyYocto(options.projects, path, base);
    return {
      path: given,
      kind,
      ...whyChecked(files, inside, path, { limit: limits.fileSize, include: base.include, yocto }),
    };
  });
  out(
    format === 'json' ? `${jsonText(answers, 2)}\n` : answers.map(answer => `${visible(sentence(answer))}\n`).join(''),
  );
  const isMissing = answers.some(({ kind }) => kind === 'missing');
  return printConfigurationErrors(options.projects, context) || isMissing ? exitCodes.failure : exitCodes.clean;
}

function sentence({ path, kind, checked, why }: Answer): string {
  const done = kind === 'folder' ? 'looked through' : 'checked';
  return checked ? `${path}: ${done} (${why})` : `${path}: not ${done}, because it is ${why}`;
}
