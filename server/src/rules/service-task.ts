/** Tasks of provisioning tools that name the old service: the fix loops over both new ones. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { documentRange, findName, type NameInWord } from '../fixes/name-in-word.ts';
import type { SecondService } from '../languages/embedded.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import type { ServiceNames } from '../mender/patterns-of-services.ts';
import type { ServiceTask } from '../usage/usage.ts';
import type { Occurrence } from './occurrence.ts';
import { client, type Service } from './old-unit.ts';

const actionKey = 'service-task';

export function matchServiceTask(
  { name, second, branchContext }: ServiceTask,
  catalogue: Catalogue,
  { names, find, namesNew }: Service = client,
): Occurrence[] {
  if (namesNew(name)) return [{ kind: 'reference', actionKey, branchContext }];
  const rule = catalogue.rulesOf('service-task').find(({ match }) => !match.asked);
  const found = findName(name, find);
  if (!rule || !found) return [];
  const both = names.new.length > 1 ? bothServices(found, second, names.new) : [];
  // One of two alone is no first step where the other cannot be written.
  const isOffered = both.length > 0 || names.new.length === 1;
  const singles = isOffered ? names.new.toReversed().flatMap(unit => single(found, unit, names)) : [];
  return [
    {
      kind: 'match',
      rule: rule,
      range: documentRange(found),
      use: found.value,
      fixes: [...both, ...singles],
      notes: [],
      branchContext,
      actionKey,
    },
  ];
}

function single({ word, range }: NameInWord, unit: string, { new: units, purposes }: ServiceNames): Fix[] {
  const edits = new EditBuilder().replace(word.source, range, unit).finish();
  const isOnly = units.length === 1;
  const hints = isOnly ? [] : [purposes[unit] ?? [], 'check: the other one needs a separate task'].flat();
  const title = `Replace with \`${unit}\`${isOnly ? '' : ' only'}${hints.length > 0 ? ` (${hints.join('; ')})` : ''}`;
  return edits ? [{ title, safety: 'review', edits }] : [];
}

/** The task for each of them, in a loop. */
function bothServices(name: NameInWord, second: SecondService | undefined, units: readonly string[]): Fix[] {
  if (!second) return [];
  const { source, at, before } = second;
  const { word, range } = name;
  const [first, ...others] = units.map(
    unit => `${unit}${word.source.text.slice(range.end, word.end).replace(/["']$/, '')}`,
  );
  const edits = new EditBuilder();
  if (second.kind === 'loop')
    edits
      .replace(source, second.name, second.item)
      .insertAfter(source, at, `${before}[${[first, ...others].join(', ')}]`);
  else
    edits
      .replace(word.source, range, units[0]!)
      .insertAfter(source, at, others.map(other => `${before}${other}`).join(''));
  const finished = edits.finish();
  return finished ? [{ title: `Do it for \`${units.join('` and `')}\``, safety: 'review', edits: finished }] : [];
}
