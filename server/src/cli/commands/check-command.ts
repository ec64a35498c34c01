/** `mender-lint check` */

import type { Limits } from '../../options/limits.ts';
import { compared } from '../../report/baselines.ts';
import { visible } from '../../text/visible.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import { below } from '../../workspace/file-system.ts';
import { addHidden, trimmed } from '../../workspace/finding-limits.ts';
import { repositoryOf } from '../../workspace/repository.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { type ChangedLines, changedLines, onChangedLines } from '../changed-lines.ts';
import { exitCodeOf, type FailOptions } from '../fail-on.ts';
import { printFailures } from '../failures.ts';
import { type Format, formatReport, isForPeople } from '../formats/formats.ts';
import { type InputOptions, inputOf, STDIN, withInput } from '../input.ts';
import { type OutputOptions, outputsOf, writeOutputs } from '../output.ts';
import { printConfigurationErrors, releasesHere } from '../projects.ts';
import { readText } from '../read-text.ts';
import type { Report } from '../report.ts';
import { absolute, scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';
import { type ColorOptions, plainStyle, styleFor } from '../style.ts';
import { showSettings } from './show-settings.ts';

export interface CheckCommandOptions
  extends SelectionOptions,
    ReleaseOptions,
    EmptyOptions,
    ColorOptions,
    FailOptions,
    OutputOptions<Format>,
    InputOptions {
  readonly quiet: boolean;
  readonly statistics: boolean;
  readonly showSettings: boolean;
  readonly showFiles: boolean;
  /** A unified diff, or `-`. */
  readonly changed?: string;
}

export async function checkCommand(
  asked: readonly string[],
  options: CheckCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const input = await inputOf(asked, options, context);
  const changed = input && options.changed === STDIN ? mistaken() : await changesOf(options, context);
  return input
    ? checkPaths([input.path], changed, options, withInput(context, input))
    : checkPaths(asked, changed, options, context);
}

function mistaken(): never {
  throw new Error('standard input is either the diff or what is checked');
}

async function changesOf(
  { changed }: Pick<CheckCommandOptions, 'changed'>,
  context: CliContext,
): Promise<ChangedLines | undefined> {
  if (changed === undefined) return undefined;
  const text = changed === STDIN ? (await context.input()).text : readText(changed, context);
  return changedLines(text, changed === STDIN ? 'standard input' : changed, context);
}

async function checkPaths(
  paths: readonly string[],
  changed: ChangedLines | undefined,
  asked: CheckCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { target, from, yocto, allowEmpty = false } = asked;
  const isOnTerminal = context.terminals.out && asked.outputFile === undefined;
  const outputs = outputsOf<Format>(asked, isOnTerminal ? 'text' : 'concise');
  if (asked.statistics && !outputs.every(({ format }) => isForPeople(format)))
    throw new Error('`--statistics` is for the formats text and concise');
  const leftOut = new SkippedFiles();
  const options = scanOptions(asked, given({ target, from, yocto }), context);
  if (asked.showSettings) return showSettings(paths, options, context);
  const scanned = await scan(paths, options, leftOut, context);
  const { files: unknown, ...baseline } = compared(scanned, options);
  const files = changed ? unknown.map(file => onChangedLines(file, changed)) : unknown;
  const shown = withinLimits(files, options.limits, leftOut);
  const failed = [
    printConfigurationErrors(options.projects, context),
    printFailures(scanned, leftOut, { limits: options.limits, allowEmpty }, context),
  ].includes(true);
  if (asked.showFiles) {
    for (const { path } of scanned.files) context.out(`${visible(path)}\n`);
    return failed ? exitCodes.failure : exitCodes.clean;
  }
  const report: Report = {
    ...releasesHere(options.projects, context.cwd),
    files: shown,
    counts: scanned.counts,
    notChecked: scanned.notChecked,
    baseline,
    leftOut: leftOut.sentences(options.limits),
    notIncluded: leftOut.notIncluded,
    changedIn: asked.changed === STDIN ? 'the diff' : asked.changed,
    failOn: asked.failOn,
    nameOf: path => pathInRepository(context, path),
  };
  // "No findings" would promise too much.
  const isSilent = failed && scanned.counts.checked === 0;
  const written = await writeOutputs(
    isSilent ? outputs.filter(each => !isForPeople(each.format)) : outputs,
    ({ format, file }) => {
      const style = file === undefined ? styleFor('out', asked.color, context) : plainStyle;
      return formatReport(format, report, { style, quiet: asked.quiet, statistics: asked.statistics });
    },
    context,
  );
  if (failed || !written) return exitCodes.failure;
  return exitCodeOf(
    files.flatMap(({ findings }) => findings),
    asked,
  );
}

/** The files with findings to show. */
function withinLimits(files: readonly CheckedFile[], limits: Limits, leftOut: SkippedFiles): readonly CheckedFile[] {
  let before = 0;
  const shown = files.map(file => {
    const { shown: findings, hidden } = trimmed(file.findings, limits, before);
    addHidden(leftOut, hidden);
    before += findings.length;
    return { ...file, findings };
  });
  return shown.filter(({ findings }) => findings.length > 0);
}

/**
 * Relative to the root of the file's repository, or to the current folder outside of one; unchanged if it is below
 * neither. Reports for forges name files in this way.
 */
function pathInRepository({ files, cwd }: Pick<CliContext, 'files' | 'cwd'>, path: string): string {
  const whole = absolute(cwd, path);
  const here = absolute(cwd, '.');
  return below(repositoryOf(files, whole) ?? here, whole) ?? path;
}
