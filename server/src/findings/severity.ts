/** How bad a finding is: an error where the use fails, a warning where it is silently ignored, else information. */
import type { Effect, Row } from '../catalogue/row.ts';
import type { Severity } from './finding.ts';

const severities: Readonly<Record<Effect, Severity>> = { fails: 'error', ignored: 'warning', differs: 'information' };

/** Where no option says anything. */
export function defaultSeverityOf(row: Row): Severity | 'off' {
  return row.onRequest ? 'off' : severityOf(row);
}

export function severityText(row: Row): string {
  return row.onRequest ? `${severityOf(row)}, when a severity is set for it` : severityOf(row);
}

/** Where it is not off. */
export function severityOf(row: Row): Severity {
  return severities[row.effect];
}
