/** A user's own services, wherever the client's could be named: the same matchers and fixes apply to them. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { listItems } from '../languages/unit/unit.ts';
import type { Catalogue, RuleOf } from '../mender/catalogue.ts';
import { toDocument } from '../text/fragment.ts';
import type { UnitFile, UnitReference, Usage } from '../usage/usage.ts';
import { matchJournal } from './journal.ts';
import type { Match, Occurrence, RuleContext } from './occurrence.ts';
import type { Service } from './old-unit.ts';
import { matchService } from './service.ts';
import { matchServiceTask } from './service-task.ts';
import { unitsNamedBy } from './unit.ts';

type ServiceRule = RuleOf<'own-service'>;

export function matchCustomService(
  usage: Usage,
  rule: ServiceRule,
  service: Service,
  context: RuleContext,
): Occurrence[] {
  const { catalogue } = context;
  if (rule.match.directives === 'ordered' && usage.kind !== 'unit-reference') return [];
  switch (usage.kind) {
    case 'invocation':
      return [...matchService(usage, context, service), ...matchJournal(usage, catalogue, service)].map(occurrence =>
        owned(occurrence, rule),
      );
    case 'service-task':
      return matchServiceTask(usage, catalogue, service).map(occurrence => owned(occurrence, rule));
    case 'unit-reference':
      return matchReference(usage, rule, service, catalogue);
    case 'unit-file':
      return matchDropIn(usage, rule);
    default:
      return [];
  }
}

/** An action on one service is no counterpart of an action on another. */
function owned(occurrence: Occurrence, rule: ServiceRule): Occurrence {
  const actionKey = `extra:${rule.id}:${occurrence.actionKey}`;
  if (occurrence.kind === 'reference') return { ...occurrence, actionKey };
  const fixes = occurrence.fixes.map(fix => ({ ...fix, safety: isSafe(rule) ? fix.safety : ('review' as const) }));
  return { ...occurrence, rule: rule, to: rule.match.names.new.join(' '), fixes, actionKey };
}

function isSafe({ replacement }: ServiceRule): boolean {
  return 'safety' in replacement && replacement.safety === 'safe';
}

function matchReference(
  { directive: { name, value }, branchContext }: UnitReference,
  rule: ServiceRule,
  service: Service,
  catalogue: Catalogue,
): Match[] {
  const named = unitsNamedBy(name, catalogue);
  if (!named || (rule.match.directives && rule.match.directives !== (named.isNeeded ? 'needed' : 'ordered'))) return [];
  const { old, new: later } = service.names;
  const items = listItems(value);
  if (items.some(({ text }) => later.some(unit => text === `${unit}.service`))) return [];
  const found = items.find(({ text }) => old.some(unit => text === `${unit}.service`));
  if (!found) return [];
  const units = later.map(unit => `${unit}.service`);
  const choices = named.isList && units.length > 0 ? [units.join(' ')] : units;
  const safety = isSafe(rule) && choices.length === 1 ? named.safety : 'review';
  const fixes = choices.flatMap((to): Fix[] => {
    const edits = new EditBuilder().replace(value, found, to).finish();
    return edits ? [{ title: `Replace with \`${to}\``, safety, edits }] : [];
  });
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(value, found),
      use: `${name}=${found.text}`,
      to: units.join(' '),
      fixes,
      notes: [],
      branchContext,
      actionKey: `extra:${rule.id}:unit`,
    },
  ];
}

function matchDropIn({ role, unit, range }: UnitFile, rule: ServiceRule): Match[] {
  if (role !== 'drop-in' || !rule.match.names.old.some(name => unit === `${name}.service`)) return [];
  return [
    { kind: 'match', rule: rule, range, use: unit, fixes: [], notes: [], branchContext: undefined, actionKey: 'unit' },
  ];
}
