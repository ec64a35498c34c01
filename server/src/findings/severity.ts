/** How bad a finding is: an error where the use fails, a warning where it is silently ignored, else information. */

import { newestTarget } from '../catalogue/release-names.ts';
import type { Effect, Row } from '../catalogue/row.ts';
import { reaches, type Target } from '../catalogue/version.ts';
import type { Severity } from './finding.ts';

const severities: Readonly<Record<Effect, Severity>> = { fails: 'error', ignored: 'warning', differs: 'information' };

/** Where no option says anything. */
export function defaultSeverityOf(row: Row, target: Target = newestTarget): Severity | 'off' {
  return row.onRequest ? 'off' : severityOf(row, target);
}

export function severityText(row: Row): string {
  if (row.onRequest) return `${severityOf(row)}, when a severity is set for it`;
  const { milder } = row;
  return milder ? `${severityOf(row)}, before ${milder.before} ${severities[milder.effect]}` : severityOf(row);
}

/** Where it is not off. */
export function severityOf({ effect, milder }: Row, target: Target = newestTarget): Severity {
  return severities[milder && !reaches(target, milder.before) ? milder.effect : effect];
}
