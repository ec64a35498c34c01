/** `mender-lint report`: the progress of a migration, for the people who plan it. */
import { listedOf } from '../../report/listed.ts';
import { formatMigration, type MigrationFormat } from '../../report/migration-formats.ts';
import type { Asked, MigrationReport } from '../../report/migration-report.ts';
import { ReportReader } from '../../report/report-reader.ts';
import { scopeSentences } from '../../report/scope-sentences.ts';
import { folderOf } from '../../workspace/paths.ts';
import { SkippedFiles } from '../../workspace/skipped-files.ts';
import { changesSince, readEarlier } from '../earlier-report.ts';
import { printFailures } from '../failures.ts';
import { type OutputOptions, outputsOf, writeOutputs } from '../output.ts';
import { printConfigurationErrors, releasesHere } from '../projects.ts';
import { say } from '../say.ts';
import { absolute, type ScanOptions, scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type CliContext, type ExitCode, exitCodes } from '../streams.ts';

export interface ReportCommandOptions
  extends SelectionOptions,
    ReleaseOptions,
    EmptyOptions,
    OutputOptions<MigrationFormat> {
  /** A JSON report of an earlier run. */
  readonly since?: string;
}

/** Findings are its subject, and not a failure. */
export async function reportCommand(
  paths: readonly string[],
  options: ReportCommandOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { target, from, yocto, allowEmpty = false } = options;
  const outputs = outputsOf<MigrationFormat>(options, 'markdown');
  const earlier = options.since === undefined ? undefined : readEarlier(options.since, context);
  const leftOut = new SkippedFiles();
  const selection = scanOptions(options, given({ target, from, yocto }), context);
  const scanned = await scan(paths, selection, leftOut, context);
  const reader = new ReportReader(context.files, absolute(context.cwd, '.'));
  const openByFile = scanned.files.map(file => reader.openIn(file));
  const open = openByFile.flat();
  const baseline = reader.sinceBaseline(scanned, selection, foldersOf(paths, context));
  const asked = askedFor(paths, options, selection, reader, context);
  const wasLookedFor = (path: string, rule: string) => scanned.covers(path) && (selection.rules?.has(rule) ?? true);
  const since = earlier && changesSince(earlier, { ...reader, open, asked, wasLookedFor });
  const failed = [
    printConfigurationErrors(selection.projects, context),
    printFailures(scanned, leftOut, { limits: selection.limits, allowEmpty }, context),
    tellUnread(reader, context),
  ].includes(true);
  // "Nothing is open" would promise too much.
  if (failed && scanned.counts.checked === 0) return exitCodes.failure;
  const report: MigrationReport = {
    asked,
    target: releasesHere(selection.projects, context.cwd).target,
    counts: scanned.counts,
    open,
    listed: listedOf(openByFile, selection.limits),
    baseline,
    since,
    ownersFrom: reader.ownersFrom,
    remarks: [...remarksOf(leftOut, selection, context), ...reader.ownerRemarks()],
    notChecked: scanned.notChecked.filter(({ fails }) => fails),
    isComplete: !failed,
  };
  const written = await writeOutputs(outputs, ({ format }) => formatMigration(format, report), context);
  return failed || !written ? exitCodes.failure : exitCodes.clean;
}

/** Whether there is a CODEOWNERS that cannot be read. */
function tellUnread({ unreadOwners }: ReportReader, context: CliContext): boolean {
  for (const name of unreadOwners) say(context, `mender-lint: cannot read ${name}`);
  return unreadOwners.length > 0;
}

function foldersOf(paths: readonly string[], { files, cwd }: CliContext): readonly string[] {
  const all = paths.map(path => absolute(cwd, path));
  return all.map(path => (files.kindOf(path) === 'folder' ? path : folderOf(path)));
}

function askedFor(
  paths: readonly string[],
  { yocto, rule, include, exclude, ignore, archives, config, isolated }: ReportCommandOptions,
  { projects }: ScanOptions,
  { names }: ReportReader,
  { cwd }: CliContext,
): Asked {
  const { target, from } = releasesHere(projects, cwd);
  const nameOf = (path: string) => names.nameOf(absolute(cwd, path));
  return {
    paths: [...new Set(paths.map(nameOf))].sort(),
    target,
    from,
    yocto: yocto ?? null,
    rule: rule ?? null,
    include: include ?? null,
    exclude: exclude ?? null,
    ignore: ignore ?? true,
    archives: archives ?? false,
    config: config === undefined ? null : nameOf(config),
    isolated: isolated ?? false,
  };
}

function remarksOf(leftOut: SkippedFiles, { limits, projects }: ScanOptions, { cwd }: CliContext): readonly string[] {
  return scopeSentences({
    from: releasesHere(projects, cwd).from,
    changedIn: undefined,
    baseline: { known: 0, prunable: 0 },
    leftOut: leftOut.sentences(limits),
    notIncluded: leftOut.notIncluded,
  });
}
