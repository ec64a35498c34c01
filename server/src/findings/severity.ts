/** How bad a finding is: an error where the use fails, a warning where it is silently ignored, else information. */

import { newestTarget } from '../mender/release-names.ts';
import type { Effect, Rule } from '../mender/rule.ts';
import { effectOnYocto, type Span } from '../mender/span.ts';
import { reaches } from '../mender/version.ts';
import type { Severity } from './finding.ts';

const severities: Readonly<Record<Effect, Severity>> = { fails: 'error', ignored: 'warning', differs: 'information' };

/** Worst first. */
const effects: readonly Effect[] = ['fails', 'ignored', 'differs'];

type Where = Pick<Span, 'target' | 'yocto'>;

const newest: Where = { target: newestTarget };

/** The severity without any option. */
export function defaultSeverityOf(rule: Rule, where: Where = newest): Severity | 'off' {
  return rule.defaultOff ? 'off' : severityOf(rule, where);
}

export function severityText(rule: Rule): string {
  if (rule.defaultOff) return `${severityOf(rule)}, when a severity is set for it`;
  const { milder } = rule;
  return milder ? `${severityOf(rule)}, before ${milder.before} ${severities[milder.effect]}` : severityOf(rule);
}

/** The severity where it is not off. The effect on a build with any of the releases of Yocto counts. */
export function severityOf(rule: Rule, { target, yocto = [] }: Where = newest): Severity {
  const { effect, milder } = rule;
  const found = yocto.flatMap(release => effectOnYocto(rule, release) ?? []);
  const worst = effects.find(each => found.includes(each));
  return severities[worst ?? (milder && !reaches(target, milder.before) ? milder.effect : effect)];
}
