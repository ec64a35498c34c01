/** Findings compared with baselines: which are new, and which entries are no longer needed. */

import { type BaselineCounts, countsOf, excludeBaselined, ruleOf } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { Document } from '../languages/document.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { below, joined } from '../workspace/file-system.ts';
import { folderOf } from '../workspace/paths.ts';
import type { ProjectFiles, ReadBaseline } from '../workspace/project-files.ts';

/** The parts of a file that are needed here. */
export type FileWithFindings = Pick<CheckedFile, 'document' | 'findings'>;

/** What was checked. */
export interface Covered<File extends FileWithFindings = FileWithFindings> {
  readonly files: readonly File[];
  /** Whether a file, by its absolute path, would be checked if it exists. */
  readonly covers: (path: string) => boolean;
}

/** The rules that count; all of them if undefined. */
interface OfRules {
  readonly rules: ReadonlySet<string> | undefined;
}

export interface Compared<File extends FileWithFindings = FileWithFindings> {
  /** With the new findings. */
  readonly files: readonly File[];
  /** Number of findings that are not new. */
  readonly known: number;
  /** Number of findings in baselines that no longer exist. */
  readonly prunable: number;
}

/** Findings of one rule in one file that are in a baseline and no longer exist. */
export interface Gone {
  /** Absolute. */
  readonly path: string;
  readonly rule: string;
  readonly number: number;
}

/** Counts by key, by absolute path. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function countsOfFiles(files: readonly FileWithFindings[]): Counts {
  return new Map(files.map(({ document, findings }) => [document.path, countsOf(document, findings)]));
}

/** The findings of a text that are not in its baseline. */
export function unknownIn(
  projects: ProjectFiles,
  document: Document,
  findings: readonly Finding[],
): readonly Finding[] {
  const baseline = projects.baselineAt(folderOf(document.path));
  const known = baseline && knownOf(baseline, document.path);
  return known && findings.length > 0 ? excludeBaselined(document, findings, known) : findings;
}

function knownOf({ folder, known }: ReadBaseline, path: string): BaselineCounts | undefined {
  return known.get(below(folder, path) ?? '');
}

/** Rules that were not checked do not count. */
export function compared<File extends FileWithFindings>(
  covered: Covered<File>,
  options: OfRules & { readonly projects: ProjectFiles },
): Compared<File> {
  const { projects } = options;
  let known = 0;
  const fresh = covered.files.map(file => {
    const baseline = projects.baselineAt(folderOf(file.document.path));
    if (!baseline) return file;
    const findings = excludeBaselined(file.document, file.findings, knownOf(baseline, file.document.path) ?? new Map());
    known += file.findings.length - findings.length;
    return { ...file, findings };
  });
  const prunable = goneFrom(baselinesOf(covered, projects), covered, options);
  return { files: fresh, known, prunable: prunable.reduce((sum, { number }) => sum + number, 0) };
}

/** The baselines that contain the files, or could contain one in any of the folders. */
export function baselinesOf(
  { files }: Pick<Covered, 'files'>,
  projects: ProjectFiles,
  folders: readonly string[] = [],
): readonly ReadBaseline[] {
  const all = [...files.map(({ document }) => folderOf(document.path)), ...folders];
  const found = all.map(folder => projects.baselineAt(folder));
  return [...new Set(found)].filter(baseline => baseline !== undefined);
}

/** Findings in baselines that no longer exist, for the rules and files that were checked. */
export function goneFrom(
  baselines: readonly ReadBaseline[],
  { files, covers }: Covered,
  { rules }: OfRules,
): readonly Gone[] {
  const counts = countsOfFiles(files);
  const gone: Gone[] = [];
  for (const { folder, known } of baselines)
    for (const [relative, entries] of known) {
      const path = joined(folder, relative);
      if (!covers(path)) continue;
      for (const [key, recorded] of entries) {
        const rule = ruleOf(key);
        const number = recorded - (counts.get(path)?.get(key) ?? 0);
        if (number > 0 && (rules?.has(rule) ?? true)) gone.push({ path, rule, number });
      }
    }
  return gone;
}
