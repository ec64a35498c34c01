/** `mender-lint report`: how far a migration is, for the people who plan it. */
import { documentationOf } from '../../catalogue/catalogue.ts';
import type { CheckedFile } from '../../workspace/check-file.ts';
import { trimmed } from '../../workspace/finding-limits.ts';
import { LeftOut } from '../../workspace/left-out.ts';
import { folderOf } from '../../workspace/paths.ts';
import { baselinesOf, compared, goneFrom } from '../baselines.ts';
import { tellFailures } from '../failures.ts';
import { fingerprintsOf } from '../formats/fingerprints.ts';
import { formatMigration, type MigrationFormat } from '../formats/migration-formats.ts';
import { placeOf } from '../formats/place.ts';
import { remedyOf, sentences } from '../formats/summary.ts';
import { changesSince, readEarlier } from '../migration/earlier-report.ts';
import type { Asked, MigrationReport, OpenFinding, SinceBaseline } from '../migration/migration-report.ts';
import { ReportNames } from '../migration/report-names.ts';
import { type OutputOptions, outputsOf, writeOutputs } from '../output.ts';
import { Ownership } from '../ownership.ts';
import { releasesHere, tellProblems } from '../projects.ts';
import { say } from '../say.ts';
import { absolute, type Scanned, type ScanOptions, scan } from '../scan.ts';
import { type EmptyOptions, given, type ReleaseOptions, type SelectionOptions, scanOptions } from '../scan-options.ts';
import { type ExitCode, exitCodes, type Surroundings } from '../streams.ts';

export interface ReportCommandOptions
  extends SelectionOptions,
    ReleaseOptions,
    EmptyOptions,
    OutputOptions<MigrationFormat> {
  /** A JSON report of an earlier run. */
  readonly since?: string;
}

/** Findings are what it is about, and no failure. */
export async function reportCommand(
  paths: readonly string[],
  options: ReportCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { target, from, yocto, allowEmpty = false } = options;
  const outputs = outputsOf<MigrationFormat>(options, 'markdown');
  const earlier = options.since === undefined ? undefined : readEarlier(options.since, surroundings);
  const leftOut = new LeftOut();
  const selection = scanOptions(options, given({ target, from, yocto }), surroundings);
  const scanned = await scan(paths, selection, leftOut, surroundings);
  const reader = new Reader(surroundings);
  const openByFile = scanned.files.map(file => reader.openIn(file));
  const open = openByFile.flat();
  const baseline = reader.sinceBaseline(scanned, selection, foldersOf(paths, surroundings));
  const asked = askedFor(paths, options, selection, reader, surroundings);
  const wasLookedFor = (path: string, rule: string) => scanned.covers(path) && (selection.rules?.has(rule) ?? true);
  const since = earlier && changesSince(earlier, { ...reader, open, asked, wasLookedFor });
  const failed = [
    tellProblems(selection.projects, surroundings),
    tellFailures(scanned, leftOut, { limits: selection.limits, allowEmpty }, surroundings),
    reader.tellUnread(surroundings),
  ].includes(true);
  // "Nothing is open" would be read as more than it says.
  if (failed && scanned.counts.checked === 0) return exitCodes.failure;
  const report: MigrationReport = {
    asked,
    target: releasesHere(selection.projects, surroundings.cwd).target,
    counts: scanned.counts,
    open,
    listed: listedOf(openByFile, selection),
    baseline,
    since,
    ownersFrom: reader.ownersFrom,
    remarks: [...scopeSentences(leftOut, selection, surroundings), ...reader.ownerRemarks()],
    notChecked: scanned.notChecked.filter(({ fails }) => fails),
    isComplete: !failed,
  };
  const written = await writeOutputs(outputs, ({ format }) => formatMigration(format, report), surroundings);
  return failed || !written ? exitCodes.failure : exitCodes.clean;
}

/** Gives findings the names and owners of their files. */
class Reader {
  readonly names: ReportNames;
  readonly ownership: Ownership;

  constructor({ files, cwd }: Surroundings) {
    this.names = new ReportNames(files, cwd);
    this.ownership = new Ownership(files, this.names.root);
  }

  openIn(file: CheckedFile): readonly OpenFinding[] {
    const { document, findings } = file;
    const place = this.#placeOf(document.path);
    const fingerprints = fingerprintsOf(file, place.path);
    return findings.map((finding, index) => {
      const { rule, severity, message, range, row } = finding;
      const { line, column } = placeOf(document, range).start;
      const fingerprint = fingerprints[index]!;
      const page = documentationOf(row);
      return { fingerprint, ...place, line, column, rule, severity, remedy: remedyOf(finding), message, page };
    });
  }

  sinceBaseline(scanned: Scanned, options: ScanOptions, folders: readonly string[]): SinceBaseline | undefined {
    // When all is done, no file may be left that leads to one.
    const baselines = baselinesOf(scanned, options.projects, folders);
    if (baselines.length === 0) return undefined;
    const { files, known } = compared(scanned, options);
    const done = goneFrom(baselines, scanned, options).map(({ path, rule, number }) => ({
      ...this.#placeOf(path),
      rule,
      number,
    }));
    return { done, known, unknown: files.reduce((sum, { findings }) => sum + findings.length, 0) };
  }

  get ownersFrom(): readonly string[] {
    return this.ownership.read().flatMap(({ path, isRead }) => (isRead ? [this.names.nameOf(path)] : []));
  }

  ownerRemarks(): readonly string[] {
    return this.ownership.read().flatMap(({ path, isRead, skipped }) => {
      const name = this.names.nameOf(path);
      if (!isRead) return [`\`${name}\` could not be read: what it owns counts as without an owner.`];
      const lines = `${skipped.length === 1 ? 'Line' : 'Lines'} ${skipped.join(', ')}`;
      return skipped.length > 0 ? [`${lines} in \`${name}\`: invalid syntax, skipped as on GitHub.`] : [];
    });
  }

  /** Whether there is a CODEOWNERS that cannot be read. */
  tellUnread(surroundings: Surroundings): boolean {
    const unread = this.ownership.read().filter(({ isRead }) => !isRead);
    for (const { path } of unread) say(surroundings, `mender-lint: cannot read ${this.names.nameOf(path)}`);
    return unread.length > 0;
  }

  #placeOf(documentPath: string) {
    const file = this.names.fileOf(documentPath);
    return { ...file, owners: this.ownership.ownersOf(this.names.onDisk(file)) };
  }
}

function foldersOf(paths: readonly string[], { files, cwd }: Surroundings): readonly string[] {
  const all = paths.map(path => absolute(cwd, path));
  return all.map(path => (files.kindOf(path) === 'folder' ? path : folderOf(path)));
}

function askedFor(
  paths: readonly string[],
  { yocto, rule, include, exclude, ignore, archives, config, isolated }: ReportCommandOptions,
  { projects }: ScanOptions,
  { names }: Reader,
  { cwd }: Surroundings,
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

function scopeSentences(leftOut: LeftOut, { limits, projects }: ScanOptions, { cwd }: Surroundings): readonly string[] {
  return sentences({
    from: releasesHere(projects, cwd).from,
    changedIn: undefined,
    baseline: { known: 0, prunable: 0 },
    leftOut: leftOut.sentences(limits),
    notIncluded: leftOut.notIncluded,
  });
}

/** As many as are shown anywhere else. */
function listedOf(open: readonly (readonly OpenFinding[])[], { limits }: ScanOptions): readonly OpenFinding[] {
  let before = 0;
  return open.flatMap(findings => {
    const { shown } = trimmed(findings, limits, before);
    before += findings.length;
    return shown;
  });
}
