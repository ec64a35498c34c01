/** Custom rules, and rules of the catalogue of the same kinds, each read by the matcher of its kind. */
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import type { RulePattern as RuleMatch } from '../mender/rule-pattern.ts';
import type { Usage } from '../usage/usage.ts';
import { matchConfig } from './config.ts';
import { matchCustomService } from './custom-service.ts';
import type { Matcher, Occurrence } from './occurrence.ts';
import { serviceOf } from './old-unit.ts';
import { matchConfiguredPath, matchPath } from './path.ts';
import { matchProgram } from './program.ts';

/** Created once for many usages. */
export function matchersOf(rules: readonly Rule[]): readonly Matcher[] {
  return rules.flatMap(rule => matcherOf(rule) ?? []);
}

/** Renamed helpers and units of Mender are handled like a user's own. */
export function matchersInCatalogue(catalogue: Catalogue): readonly Matcher[] {
  return matchersOf([...catalogue.rulesOf('program'), ...catalogue.rulesOf('own-service')]);
}

function matcherOf(rule: Rule): Matcher | undefined {
  if (isOf(rule, 'program')) return usage => (usage.kind === 'invocation' ? matchProgram(usage, rule) : []);
  if (isOf(rule, 'config'))
    return (usage, context) => (usage.kind === 'config' ? matchConfig(usage, context, [rule]) : []);
  if (isOf(rule, 'path')) return usage => matchAnyPath(usage, rule);
  if (!isOf(rule, 'own-service')) return undefined;
  const service = serviceOf(rule.match.names);
  return (usage, context) => matchCustomService(usage, rule, service, context);
}

function matchAnyPath(usage: Usage, rule: RuleOf<'path'>): readonly Occurrence[] {
  if (usage.kind === 'path') return matchPath(usage, [rule]);
  return usage.kind === 'config' ? matchConfiguredPath(usage, [rule]) : [];
}

function isOf<Kind extends RuleMatch['kind']>(rule: Rule, kind: Kind): rule is RuleOf<Kind> {
  return rule.match.kind === kind;
}
