/** `mender-lint check` */
import { addHidden, trimmed } from '../workspace/finding-limits.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { compared } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { type Format, formatReport } from './formats.ts';
import { releasesHere, tellProblems } from './projects.ts';
import { scan } from './scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export interface CheckCommandOptions extends SelectionOptions, ReleaseOptions, EmptyOptions {
  readonly format: Format;
}

export async function checkCommand(
  paths: readonly string[],
  { target, from, yocto, format, allowEmpty = false, ...selection }: CheckCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from, yocto }), surroundings);
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
  if (format !== 'human' || !failed || counts.checked > 0) surroundings.out(formatReport(format, report));
  if (failed) return exitCodes.failure;
  return files.some(({ findings }) => findings.length > 0) ? exitCodes.findings : exitCodes.clean;
}
