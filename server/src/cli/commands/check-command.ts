/** `mender-lint check` */
import { addHidden, trimmed } from '../../workspace/finding-limits.ts';
import { LeftOut } from '../../workspace/left-out.ts';
import { compared } from '../baselines.ts';
import { exitCodeOf, type FailOptions } from '../fail-on.ts';
import { tellFailures } from '../failures.ts';
import { formatReport, isForPeople } from '../formats/formats.ts';
import { type InputOptions, inputOf, withInput } from '../input.ts';
import { type OutputOptions, outputsOf, writeOutput } from '../output.ts';
import { releasesHere, tellProblems } from '../projects.ts';
import { pathInRepository } from '../repository.ts';
import { scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';
import { type ColorOptions, plainStyle, styleFor } from '../style.ts';
import { visible } from '../visible.ts';
import { showSettings } from './show-settings.ts';

export interface CheckCommandOptions
  extends SelectionOptions,
    ReleaseOptions,
    EmptyOptions,
    ColorOptions,
    FailOptions,
    OutputOptions,
    InputOptions {
  readonly quiet: boolean;
  readonly statistics: boolean;
  readonly showSettings: boolean;
  readonly showFiles: boolean;
}

export async function checkCommand(
  asked: readonly string[],
  options: CheckCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const input = await inputOf(asked, options, surroundings);
  return input
    ? checkPaths([input.path], options, withInput(surroundings, input))
    : checkPaths(asked, options, surroundings);
}

async function checkPaths(
  paths: readonly string[],
  {
    target,
    from,
    format,
    outputFile,
    color,
    quiet,
    statistics,
    allowEmpty = false,
    failOn,
    exitZero,
    showSettings: isAskedForSettings,
    showFiles,
    ...selection
  }: CheckCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const outputs = outputsOf(given({ format, outputFile }), surroundings);
  if (statistics && !outputs.every(output => isForPeople(output.format)))
    throw new Error('`--statistics` is for the formats text and concise');
  const leftOut = new LeftOut();
  const options = scanOptions(selection, given({ target, from }), surroundings);
  if (isAskedForSettings) return showSettings(paths, options, surroundings);
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
  if (showFiles) {
    for (const { path } of scanned.files) surroundings.out(`${visible(path)}\n`);
    return failed ? exitCodes.failure : exitCodes.clean;
  }
  const report = {
    ...releasesHere(options.projects, surroundings.cwd),
    files: found,
    counts,
    notChecked: scanned.notChecked,
    baseline,
    leftOut: leftOut.sentences(options.limits),
    notIncluded: leftOut.notIncluded,
    failOn,
    nameOf: (path: string) => pathInRepository(surroundings, path),
  };
  const written = await Promise.all(
    outputs.map(async ({ format, file }) => {
      // "No findings" would be read as more than it says.
      if (isForPeople(format) && failed && counts.checked === 0) return true;
      const style = file === undefined ? styleFor('out', color, surroundings) : plainStyle;
      const text = formatReport(format, report, { style, quiet, statistics });
      if (file !== undefined) return writeOutput(file, text, surroundings);
      surroundings.out(text);
      return true;
    }),
  );
  if (written.includes(false)) return exitCodes.failure;
  if (failed) return exitCodes.failure;
  const all = files.flatMap(({ findings }) => findings);
  return exitCodeOf(all, { failOn, exitZero });
}
