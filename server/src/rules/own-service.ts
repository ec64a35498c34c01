/** Services of the user's own, wherever the client's could be named: what is read and written there holds for them, too. */
import type { Catalogue, RowOf } from '../catalogue/catalogue.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { listItems } from '../syntax/unit.ts';
import type { UnitFile, UnitReference, Usage } from '../usage/usage.ts';
import { matchJournal } from './journal.ts';
import type { Service } from './old-unit.ts';
import { matchService } from './service.ts';
import { matchServiceTask } from './service-task.ts';
import type { Match, RuleContext, Sighting } from './sighting.ts';
import { unitsNamedBy } from './unit.ts';

type ServiceRow = RowOf<'own-service'>;

export function matchOwnService(usage: Usage, row: ServiceRow, service: Service, context: RuleContext): Sighting[] {
  const { catalogue } = context;
  if (row.match.directives === 'ordered' && usage.kind !== 'unit-reference') return [];
  switch (usage.kind) {
    case 'invocation':
      return [...matchService(usage, context, service), ...matchJournal(usage, catalogue, service)].map(sighting =>
        owned(sighting, row),
      );
    case 'service-task':
      return matchServiceTask(usage, catalogue, service).map(sighting => owned(sighting, row));
    case 'unit-reference':
      return matchReference(usage, row, service, catalogue);
    case 'unit-file':
      return matchDropIn(usage, row);
    default:
      return [];
  }
}

/** What is done with one service is no counterpart of what is done with another. */
function owned(sighting: Sighting, row: ServiceRow): Sighting {
  const action = `extra:${row.id}:${sighting.action}`;
  if (sighting.kind === 'reference') return { ...sighting, action };
  const fixes = sighting.fixes.map(fix => ({ ...fix, safety: isSafe(row) ? fix.safety : ('review' as const) }));
  return { ...sighting, row, to: row.match.names.new.join(' '), fixes, action };
}

function isSafe({ replacement }: ServiceRow): boolean {
  return 'safety' in replacement && replacement.safety === 'safe';
}

function matchReference(
  { directive: { name, value }, frame }: UnitReference,
  row: ServiceRow,
  service: Service,
  catalogue: Catalogue,
): Match[] {
  const named = unitsNamedBy(name, catalogue);
  if (!named || (row.match.directives && row.match.directives !== (named.isNeeded ? 'needed' : 'ordered'))) return [];
  const { old, new: later } = service.names;
  const items = listItems(value);
  if (items.some(({ text }) => later.some(unit => text === `${unit}.service`))) return [];
  const found = items.find(({ text }) => old.some(unit => text === `${unit}.service`));
  if (!found) return [];
  const units = later.map(unit => `${unit}.service`);
  const choices = named.isList && units.length > 0 ? [units.join(' ')] : units;
  const safety = isSafe(row) && choices.length === 1 ? named.safety : 'review';
  const fixes = choices.flatMap((to): Fix[] => {
    const edits = new EditBuilder().replace(value, found, to).finish();
    return edits ? [{ title: `Replace with \`${to}\``, safety, edits }] : [];
  });
  return [
    {
      kind: 'match',
      row,
      range: toDocument(value, found),
      use: `${name}=${found.text}`,
      to: units.join(' '),
      fixes,
      notes: [],
      frame,
      action: `extra:${row.id}:unit`,
    },
  ];
}

function matchDropIn({ role, unit, range }: UnitFile, row: ServiceRow): Match[] {
  if (role !== 'drop-in' || !row.match.names.old.some(name => unit === `${name}.service`)) return [];
  return [{ kind: 'match', row, range, use: unit, fixes: [], notes: [], frame: undefined, action: 'unit' }];
}
