/** Findings as the baselines know them: which are new, and which entries are of no use any more. */
import type { Document } from '../document/document.ts';
import { countsOf, type Known, ruleOf, withoutKnown } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { below, joined } from '../workspace/file-system.ts';
import { folderOf } from '../workspace/paths.ts';
import type { ProjectFiles, ReadBaseline } from '../workspace/project-files.ts';
import type { Scanned, ScanOptions } from './scan.ts';

export interface Compared {
  /** With the findings that are new. */
  readonly files: readonly CheckedFile[];
  /** Number of findings that are not. */
  readonly known: number;
  /** Number of findings that baselines know and that are not there any more. */
  readonly prunable: number;
}

/** Counts by key, by absolute path. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function countsOfFiles(files: readonly CheckedFile[]): Counts {
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
  return known && findings.length > 0 ? withoutKnown(document, findings, known) : findings;
}

function knownOf({ folder, known }: ReadBaseline, path: string): Known | undefined {
  return known.get(below(folder, path) ?? '');
}

/** Nothing is said of rules that were not looked for. */
export function compared(
  { files, covers }: Scanned,
  { projects, rules }: Pick<ScanOptions, 'projects' | 'rules'>,
): Compared {
  const baselines = new Set<ReadBaseline>();
  let known = 0;
  const fresh = files.map(file => {
    const baseline = projects.baselineAt(folderOf(file.document.path));
    if (!baseline) return file;
    baselines.add(baseline);
    const findings = withoutKnown(file.document, file.findings, knownOf(baseline, file.document.path) ?? new Map());
    known += file.findings.length - findings.length;
    return { ...file, findings };
  });
  const counts = countsOfFiles(files);
  const prunable = [...baselines].map(baseline =>
    outdated(baseline, counts, covers, key => rules?.has(ruleOf(key)) ?? true),
  );
  return { files: fresh, known, prunable: prunable.reduce((sum, number) => sum + number, 0) };
}

function outdated(
  { folder, known }: ReadBaseline,
  counts: Counts,
  covers: Scanned['covers'],
  concerns: (key: string) => boolean,
): number {
  let number = 0;
  for (const [relative, entries] of known) {
    const path = joined(folder, relative);
    if (!covers(path)) continue;
    for (const [key, recorded] of entries)
      if (concerns(key)) number += Math.max(0, recorded - (counts.get(path)?.get(key) ?? 0));
  }
  return number;
}
