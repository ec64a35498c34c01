/** The formats of a report, and the shape they share. */
import type { Target } from '../catalogue/version.ts';
import type { CheckedFile } from '../workspace/check-file.ts';
import { humanReport } from './human-report.ts';
import { jsonReport } from './json-report.ts';
import type { ScanCounts } from './scan.ts';

export const formats = ['human', 'json'] as const;

export type Format = (typeof formats)[number];

export interface Report {
  readonly target: Target;
  readonly files: readonly CheckedFile[];
  readonly counts: ScanCounts;
}

export function formatReport(format: Format, report: Report): string {
  return format === 'json' ? jsonReport(report) : humanReport(report);
}
