/** How bad a finding is: an error where the use fails, a warning where it is silently ignored, else information. */

import { newestTarget } from '../catalogue/release-names.ts';
import type { Effect, Row } from '../catalogue/row.ts';
import { effectOnYocto, type Span } from '../catalogue/span.ts';
import { reaches } from '../catalogue/version.ts';
import type { Severity } from './finding.ts';

const severities: Readonly<Record<Effect, Severity>> = { fails: 'error', ignored: 'warning', differs: 'information' };

/** Worst first. */
const effects: readonly Effect[] = ['fails', 'ignored', 'differs'];

type Where = Pick<Span, 'target' | 'yocto'>;

const newest: Where = { target: newestTarget };

/** Where no option says anything. */
export function defaultSeverityOf(row: Row, where: Where = newest): Severity | 'off' {
  return row.onRequest ? 'off' : severityOf(row, where);
}

export function severityText(row: Row): string {
  if (row.onRequest) return `${severityOf(row)}, when a severity is set for it`;
  const { milder } = row;
  return milder ? `${severityOf(row)}, before ${milder.before} ${severities[milder.effect]}` : severityOf(row);
}

/** Where it is not off. What a build does with any of the releases of Yocto counts. */
export function severityOf(row: Row, { target, yocto = [] }: Where = newest): Severity {
  const { effect, milder } = row;
  const found = yocto.flatMap(release => effectOnYocto(row, release) ?? []);
  const worst = effects.find(each => found.includes(each));
  return severities[worst ?? (milder && !reaches(target, milder.before) ? milder.effect : effect)];
}
