/** Tasks of provisioning tools that name the old service. Two services need two tasks, so the fix names one of them. */
import { rowsOf } from '../catalogue/catalogue.ts';
import { newUnits, unitPurposes } from '../catalogue/services.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { documentRange, findName } from '../fixes/name-in-word.ts';
import type { ServiceTask } from '../usage/usage.ts';
import { findOldUnit } from './old-unit.ts';
import type { Match } from './sighting.ts';

const rows = rowsOf('service-task');

export function matchServiceTask({ name }: ServiceTask): Match[] {
  const [row] = rows;
  const found = findName(name, findOldUnit);
  if (!row || !found) return [];
  const fixes = newUnits.toReversed().flatMap(unit => {
    const edits = new EditBuilder().replace(found.word.source, found.range, unit).finish();
    const title = `Replace with \`${unit}\` (${unitPurposes[unit]}; check: the other one needs a task of its own)`;
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
