/** `mender-lint baseline`: records the current findings, so that only new ones are shown from now on. */
import { stillFound } from '../../findings/baseline.ts';
import { BASELINE_FILE, type Baseline, baselineText, totalOf } from '../../options/baseline-file.ts';
import { type Counts, countsOfFiles } from '../../report/baselines.ts';
import { count } from '../../report/count.ts';
import { below, joined } from '../../workspace/file-system.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { printFailures } from '../failures.ts';
import { printConfigurationErrors } from '../projects.ts';
import { say } from '../say.ts';
import { absolute, type ScanResult, scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';
import { writeFile } from '../write-file.ts';

export interface BaselineCommandOptions extends SelectionOptions, ReleaseOptions, EmptyOptions {
  readonly prune: boolean;
}

export async function baselineCommand(
  paths: readonly string[],
  { target, from, yocto, prune, allowEmpty = false, ...selection }: BaselineCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const leftOut = new SkippedFiles();
  const options = scanOptions(selection, given({ target, from, yocto }), context);
  const scanned = await scan(paths, options, leftOut, context);
  const here = absolute(context.cwd, '.');
  const before = options.projects.baselineAt(here);
  const isMistaken = printConfigurationErrors(options.projects, context);
  const failed = printFailures(scanned, leftOut, { limits: options.limits, allowEmpty }, context);
  // Entries are dropped only if they are known to be gone, and a partial baseline would look complete.
  if (isMistaken || failed) {
    say(context, before ? 'The baseline is left as it was.' : 'No baseline is written.');
    return exitCodes.failure;
  }
  if (prune && !before) {
    say(context, `There is no ${BASELINE_FILE} to prune.`);
    return exitCodes.clean;
  }
  const folder = before?.folder ?? here;
  const known = before?.known ?? new Map();
  const outside = scanned.files.filter(({ document }) => below(folder, document.path) === undefined);
  const after = recorded(folder, known, scanned, prune);
  if (!(await write(folder, before?.text, baselineText(after), context))) return exitCodes.failure;
  const [was, is] = [totalOf(known), totalOf(after)];
  say(
    context,
    prune
      ? `Pruned ${count(was - is, 'finding')}; ${count(is, 'finding')} left in the baseline.`
      : `Recorded ${count(is, 'finding')} in ${count(after.size, 'file')} in ${joined(folder, BASELINE_FILE)}.`,
  );
  const ofOthers = outside.reduce((sum, { findings }) => sum + findings.length, 0);
  if (!prune && ofOthers > 0)
    say(
      context,
      `${count(ofOthers, 'finding')} not recorded: in files that are not below ${folder}, where the baseline is.`,
    );
  return exitCodes.clean;
}

/**
 * Whether it was written: through a link out of the folder, the author of the link would decide what is overwritten.
 */
async function write(folder: string, before: string | undefined, text: string, context: CliContext): Promise<boolean> {
  const { files } = context;
  const path = joined(folder, BASELINE_FILE);
  const home = files.realPath(folder) ?? folder;
  const realPath = before === undefined ? joined(home, BASELINE_FILE) : files.realPath(path);
  if (realPath !== undefined && below(home, realPath) === undefined) {
    say(context, `mender-lint: ${path} is left as it was: it is a link that leads out of its folder`);
    return false;
  }
  // It belongs to another user, or `--isolated` reads none.
  if (before === undefined && files.kindOf(path) !== undefined) {
    say(context, `mender-lint: ${path} is left as it was: it was not read, and what it holds would be lost`);
    return false;
  }
  files.removeStrays(home);
  const content = before === undefined ? undefined : { text: before, encoding: 'utf-8' as const };
  return writeFile({ path, realPath, before: content }, { text, encoding: 'utf-8' }, context);
}

/** Files that were not checked keep their entries. */
function recorded(folder: string, known: Baseline, { files, covers }: ScanResult, prune: boolean): Baseline {
  const counts: Counts = countsOfFiles(files);
  const after = new Map<string, ReadonlyMap<string, number>>();
  for (const [relative, entries] of known) {
    const path = joined(folder, relative);
    if (!covers(path)) after.set(relative, entries);
    else if (prune) after.set(relative, stillFound(entries, counts.get(path) ?? new Map()));
  }
  if (!prune)
    for (const [path, entries] of counts) {
      const relative = below(folder, path);
      if (relative !== undefined && entries.size > 0) after.set(relative, entries);
    }
  return new Map([...after].filter(([, entries]) => entries.size > 0));
}
