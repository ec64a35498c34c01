/** `mender-lint check` */
import type { Target } from '../catalogue/version.ts';
import { addHidden, trimmed } from '../workspace/finding-limits.ts';
import { LeftOut } from '../workspace/left-out.ts';
import { compared } from './baselines.ts';
import { tellFailures } from './failures.ts';
import { type Format, formatReport } from './formats.ts';
import { targetHere, tellProblems } from './projects.ts';
import { scan } from './scan.ts';
import { type EmptyOptions, type SelectionOptions, scanOptions } from './scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from './streams.ts';

export interface CheckCommandOptions extends SelectionOptions, EmptyOptions {
  readonly target?: Target;
  readonly format: Format;
}

export async function checkCommand(
  paths: readonly string[],
  { target, format, allowEmpty = false, ...selection }: CheckCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const leftOut = new LeftOut();
  const options = scanOptions(selection, target, surroundings);
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
    target: targetHere(options.projects, surroundings.cwd),
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
