/** How bad a finding is: an error where the use fails, a warning where it is silently ignored, else information. */
import type { Effect, Row } from '../catalogue/row.ts';
import type { Severity } from './finding.ts';

const severities: Readonly<Record<Effect, Severity>> = { fails: 'error', ignored: 'warning', differs: 'information' };

export function severityOf(row: Row): Severity {
  return severities[row.effect];
}
