/** The report of a migration as JSON: for programs, and for comparison with a later report. */
import { version } from '../version.ts';
import { jsonText } from './json-text.ts';
import type { MigrationReport, OpenFinding } from './migration-report.ts';
import { type Tally, talliesOf } from './tallies.ts';

/** Identifies a JSON report, so that no other JSON is read as one. */
export const REPORT_KIND = { report: 'migration', formatVersion: 1 } as const;

export function migrationJson(report: MigrationReport): string {
  const { asked, counts, open, baseline, since, ownersFrom, remarks, notChecked, isComplete } = report;
  const { byRule, byFolder, byOwner } = talliesOf(report);
  const rows = (tallies: readonly Tally[], key: string) =>
    tallies.map(({ name, ...numbers }) => ({ [key]: name === '' ? null : name, ...numbersOf(numbers, report) }));
  const written = {
    ...REPORT_KIND,
    version,
    asked,
    complete: isComplete,
    files: counts,
    notChecked: notChecked.map(({ path, why }) => ({ path, why })),
    remarks,
    ownersFrom,
    byRule: rows(byRule, 'rule'),
    byFolder: rows(byFolder, 'folder'),
    byOwner: rows(byOwner, 'owner'),
    ...(baseline ? { baseline } : {}),
    ...(since ? { since: { ...since, added: since.added.map(({ fingerprint }) => fingerprint) } } : {}),
    findings: open.map(asJson),
  };
  return `${jsonText(written, 2)}\n`;
}

function numbersOf({ open, safe, review, none, done, gone, added }: Omit<Tally, 'name'>, report: MigrationReport) {
  return {
    ...{ open, safe, review, byHand: none },
    ...(report.baseline ? { done } : {}),
    ...(report.since ? { gone, added } : {}),
  };
}

function asJson({ remedy, page, ...finding }: OpenFinding) {
  return { ...finding, fix: remedy === 'none' ? 'by hand' : remedy, docs: page };
}
