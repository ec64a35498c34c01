/** `mender-lint baseline`: records the findings of today, so that only new ones are shown from now on. */
import { BASELINE_FILE, type Baseline, baselineText } from '../options/baseline-file.ts';
import { below, joined } from '../workspace/file-system.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { type Counts, countsOfFiles } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { count } from './human-report.ts';
import { tellProblems } from './projects.ts';
import { absolute, type Scanned, scan } from './scan.ts';
import { given, type ReleaseOptions, type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export async function baselineCommand(
  paths: readonly string[],
  { target, from, prune, ...selection }: { prune: boolean } & ReleaseOptions & SelectionOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from }), surroundings.files);
  const scanned = await scan(paths, options, leftOut, surroundings);
  const here = absolute('.');
  const before = options.projects.baselineAt(here);
  // What is not known to be gone must not be forgotten.
  const failed = [tellProblems(options.projects, surroundings), tellFailures(leftOut, surroundings)].includes(true);
  if (failed) return exitCodes.failure;
  const folder = before?.folder ?? here;
  const known = before?.known ?? new Map();
  const outside = scanned.files.filter(({ document }) => below(folder, document.path) === undefined);
  const after = recorded(folder, known, scanned, prune);
  await surroundings.files.write(joined(folder, BASELINE_FILE), { text: baselineText(after), encoding: 'utf-8' });
  const [was, is] = [total(known), total(after)];
  surroundings.err(
    prune
      ? `Pruned ${count(was - is, 'finding')}; ${count(is, 'finding')} left in the baseline.\n`
      : `Recorded ${count(is, 'finding')} in ${count(after.size, 'file')} in ${joined(folder, BASELINE_FILE)}.\n`,
  );
  const ofOthers = outside.reduce((sum, { findings }) => sum + findings.length, 0);
  if (!prune && ofOthers > 0)
    surroundings.err(
      `${count(ofOthers, 'finding')} not recorded: in files that are not below ${folder}, where the baseline is.\n`,
    );
  return exitCodes.clean;
}

/** Files that were not looked at keep their entries. */
function recorded(folder: string, known: Baseline, { files, covers }: Scanned, prune: boolean): Baseline {
  const counts: Counts = countsOfFiles(files);
  const after = new Map<string, ReadonlyMap<string, number>>();
  for (const [relative, entries] of known) {
    const path = joined(folder, relative);
    if (!covers(path)) after.set(relative, entries);
    else if (prune) after.set(relative, smaller(entries, counts.get(path) ?? new Map()));
  }
  if (!prune)
    for (const [path, entries] of counts) {
      const relative = below(folder, path);
      if (relative !== undefined && entries.size > 0) after.set(relative, entries);
    }
  return new Map([...after].filter(([, entries]) => entries.size > 0));
}

function smaller(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  const both = [...a].map(([key, number]) => [key, Math.min(number, b.get(key) ?? 0)] as const);
  return new Map(both.filter(([, number]) => number > 0));
}

function total(baseline: Baseline): number {
  return [...baseline.values()].flatMap(entries => [...entries.values()]).reduce((sum, number) => sum + number, 0);
}
