/** Findings as the baselines know them: which are new, and which entries are of no use any more. */

import { type BaselineCounts, countsOf, excludeBaselined, ruleOf } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { Document } from '../languages/document.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { below, joined } from '../workspace/file-system.ts';
import { folderOf } from '../workspace/paths.ts';
import type { ProjectFiles, ReadBaseline } from '../workspace/project-files.ts';

/** What is asked of a file here. */
export type FileWithFindings = Pick<CheckedFile, 'document' | 'findings'>;

/** What was looked at. */
export interface Covered<File extends FileWithFindings = FileWithFindings> {
  readonly files: readonly File[];
  /** Whether a file, by its absolute path, was looked at if it is there. */
  readonly covers: (path: string) => boolean;
}

/** Of which rules; of all, where they are undefined. */
interface OfRules {
  readonly rules: ReadonlySet<string> | undefined;
}

export interface Compared<File extends FileWithFindings = FileWithFindings> {
  /** With the findings that are new. */
  readonly files: readonly File[];
  /** Number of findings that are not. */
  readonly known: number;
  /** Number of findings that baselines know and that are not there any more. */
  readonly prunable: number;
}

/** Findings of one rule in one file that a baseline knows and that are not there any more. */
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

/** The findings of a text that its baseline does not know. */
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

/** Nothing is said of rules that were not looked for. */
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

/** The baselines that know the files, or would know one in any of the folders. */
export function baselinesOf(
  { files }: Pick<Covered, 'files'>,
  projects: ProjectFiles,
  folders: readonly string[] = [],
): readonly ReadBaseline[] {
  const all = [...files.map(({ document }) => folderOf(document.path)), ...folders];
  const found = all.map(folder => projects.baselineAt(folder));
  return [...new Set(found)].filter(baseline => baseline !== undefined);
}

/** What baselines know of rules and files that were looked at, and that is not there any more. */
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
