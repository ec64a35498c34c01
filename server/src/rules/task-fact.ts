/** Conditions of tasks that look for the old client among the services, or packages, that were found on the device. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { generationOf } from '../catalogue/generations.ts';
import { EditBuilder, type Fix } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate } from '../syntax/word.ts';
import type { TaskFact } from '../usage/usage.ts';
import { client } from './old-unit.ts';
import type { Sighting } from './sighting.ts';

export function matchTaskFact({ of, name, calledAs, frame }: TaskFact, catalogue: Catalogue): Sighting[] {
  const text = name.value ?? '';
  const action = `fact:${of}`;
  if (generationOf(text) === 'new') return [{ kind: 'reference', action, frame }];
  const found = of === 'services' ? client.find(text) : { offset: 0, length: text.length };
  const row =
    of === 'services'
      ? catalogue.rowsOf('service-task').find(({ match }) => match.asked)
      : catalogue.rowsOf('package').find(({ match }) => match.use === 'query' && match.name === text);
  const range = found && locate(name, found.offset, found.length);
  if (!row || !range || row.replacement.kind !== 'choose') return [];
  const fixes = row.replacement.to.flatMap((to): Fix[] => {
    const edits = new EditBuilder().replace(name.source, range, to).finish();
    return edits ? [{ title: `Look for \`${to}\` (check which one is needed)`, safety: 'review', edits }] : [];
  });
  const asked = calledAs === undefined ? `${of}: ${text}` : `${calledAs}("${text}")`;
  const use = of === 'services' ? text : asked;
  return [
    { kind: 'match', row, range: toDocument(name.source, name), use, fixes, notes: [], frame, action, asks: true },
  ];
}
