/** Tasks of provisioning tools that name the old service. Two services need two tasks, so the fix names one of them. */
import { rowsOf } from '../catalogue/catalogue.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { documentRange, findName } from '../fixes/name-in-word.ts';
import type { ServiceTask } from '../usage/usage.ts';
import { client, type Service } from './old-unit.ts';
import type { Match } from './sighting.ts';

const rows = rowsOf('service-task');

export function matchServiceTask({ name }: ServiceTask, { names, find }: Service = client): Match[] {
  const [row] = rows;
  const found = findName(name, find);
  if (!row || !found) return [];
  const isOnly = names.new.length === 1;
  const fixes = names.new.toReversed().flatMap(unit => {
    const edits = new EditBuilder().replace(found.word.source, found.range, unit).finish();
    const hints = isOnly ? [] : [names.purposes[unit] ?? [], 'check: the other one needs a task of its own'].flat();
    const title = `Replace with \`${unit}\`${hints.length > 0 ? ` (${hints.join('; ')})` : ''}`;
    return edits ? [{ title, safety: 'review' as const, edits }] : [];
  });
  return [
    {
      kind: 'match',
      row,
      range: documentRange(found),
      use: found.value,
      fixes,
      notes: [],
      frame: undefined,
      action: 'service-task',
    },
  ];
}
