/** `mender-lint check` */
import { addHidden, trimmed } from '../../workspace/finding-limits.ts';
import { LeftOut } from '../../workspace/left-out.ts';
import { compared } from '../baselines.ts';
import { exitCodeOf, type FailOptions } from '../fail-on.ts';
import { tellFailures } from '../failures.ts';
import { type Format, formatReport, isForPeople } from '../formats/formats.ts';
import { releasesHere, tellProblems } from '../projects.ts';
import { scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';
import { type ColorOptions, styleFor } from '../style.ts';

export interface CheckCommandOptions extends SelectionOptions, ReleaseOptions, EmptyOptions, ColorOptions, FailOptions {
  /** When nothing is said, it depends on who reads. */
  readonly format?: Format;
  readonly quiet: boolean;
  readonly statistics: boolean;
}

export async function checkCommand(
  paths: readonly string[],
  {
    target,
    from,
    format: asked,
    color,
    quiet,
    statistics,
    allowEmpty = false,
    failOn,
    exitZero,
    ...selection
  }: CheckCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const format = asked ?? (surroundings.terminals.out ? 'text' : 'concise');
  if (statistics && !isForPeople(format)) throw new Error('`--statistics` is for the formats text and concise');
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from }), surroundings);
  const scanned = await scan(paths, options, leftOut, surroundings);
  const { counts } = scanned;
  const { files, ...baseline } = compared(scanned, options);
  let before = 0;
  const found = files
    .map(file => {
      const { shown, hidden } = trimmed(file.findings, options.limits, before);
      addHidden(leftOut, hidden);
      before += shown.length;
      return { ...file, findings: shown };
    })
    .filter(({ findings }) => findings.length > 0);
  const failed = [
    tellProblems(options.projects, surroundings),
    tellFailures(scanned, leftOut, { limits: options.limits, allowEmpty }, surroundings),
  ].includes(true);
  const report = {
    ...releasesHere(options.projects, surroundings.cwd),
    files: found,
    counts,
    notChecked: scanned.notChecked,
    baseline,
    leftOut: leftOut.sentences(options.limits),
    notIncluded: leftOut.notIncluded,
  };
  // "No findings" would be read as more than it says.
  if (!isForPeople(format) || !failed || counts.checked > 0) {
    const style = styleFor('out', color, surroundings);
    surroundings.out(formatReport(format, report, { style, quiet, statistics }));
  }
  if (failed) return exitCodes.failure;
  const all = files.flatMap(({ findings }) => findings);
  return exitCodeOf(all, { failOn, exitZero });
}
