/** The formats of a report. */
import { humanReport } from './human-report.ts';
import { jsonReport } from './json-report.ts';
import type { Report } from './report.ts';

export const formats = ['human', 'json'] as const;

export type Format = (typeof formats)[number];

export function formatReport(format: Format, report: Report): string {
  return format === 'json' ? jsonReport(report) : humanReport(report);
}
