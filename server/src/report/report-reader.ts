/** Adds names and owners of files to findings, and the progress since a baseline. */
import { documentationOf } from '../mender/catalogue.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import type { ProjectFiles } from '../workspace/project-files.ts';
import { baselinesOf, type Covered, compared, type FileWithFindings, goneFrom } from './baselines.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { OpenFinding, SinceBaseline } from './migration-report.ts';
import { Ownership } from './ownership.ts';
import { placeOf } from './place.ts';
import { remedyOf } from './remedy.ts';
import { ReportNames } from './report-names.ts';

export class ReportReader {
  readonly names: ReportNames;
  readonly ownership: Ownership;

  /** `cwd`: absolute. */
  constructor(files: FileSystem, cwd: string) {
    this.names = new ReportNames(files, cwd);
    this.ownership = new Ownership(files, this.names.root);
  }

  openIn(file: FileWithFindings): readonly OpenFinding[] {
    const { document, findings } = file;
    const place = this.#placeOf(document.path);
    const fingerprints = fingerprintsOf(file, place.path);
    return findings.map((finding, index) => {
      const { rule, severity, message, range, definition } = finding;
      const { line, column } = placeOf(document, range).start;
      const fingerprint = fingerprints[index]!;
      const page = documentationOf(definition);
      return { fingerprint, ...place, line, column, rule, severity, remedy: remedyOf(finding), message, page };
    });
  }

  /** `folders`: those that were checked. When all is done, no file may be left that leads to the baseline. */
  sinceBaseline(
    covered: Covered,
    options: { readonly projects: ProjectFiles; readonly rules: ReadonlySet<string> | undefined },
    folders: readonly string[],
  ): SinceBaseline | undefined {
    const baselines = baselinesOf(covered, options.projects, folders);
    if (baselines.length === 0) return undefined;
    const { files, known } = compared(covered, options);
    const done = goneFrom(baselines, covered, options).map(({ path, rule, number }) => ({
      ...this.#placeOf(path),
      rule,
      number,
    }));
    return { done, known, unknown: files.reduce((sum, { findings }) => sum + findings.length, 0) };
  }

  get ownersFrom(): readonly string[] {
    return this.ownership.read().flatMap(({ path, isRead }) => (isRead ? [this.names.nameOf(path)] : []));
  }

  /** Names of files with owners that cannot be read. */
  get unreadOwners(): readonly string[] {
    return this.ownership.read().flatMap(({ path, isRead }) => (isRead ? [] : [this.names.nameOf(path)]));
  }

  ownerRemarks(): readonly string[] {
    return this.ownership.read().flatMap(({ path, isRead, skipped }) => {
      const name = this.names.nameOf(path);
      if (!isRead) return [`\`${name}\` could not be read: what it owns counts as without an owner.`];
      const lines = `${skipped.length === 1 ? 'Line' : 'Lines'} ${skipped.join(', ')}`;
      return skipped.length > 0 ? [`${lines} in \`${name}\`: invalid syntax, skipped.`] : [];
    });
  }

  #placeOf(documentPath: string) {
    const file = this.names.fileOf(documentPath);
    return { ...file, owners: this.ownership.ownersOf(this.names.onDisk(file)) };
  }
}
