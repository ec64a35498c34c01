/** Conditions of tasks that look for the old client among the services, or packages, that were found on the device. */

import { EditBuilder, type Fix } from '../fixes/fix.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { generationOf } from '../mender/generations.ts';
import { toDocument } from '../text/fragment.ts';
import { locate } from '../text/word.ts';
import type { TaskFact } from '../usage/usage.ts';
import type { Occurrence } from './occurrence.ts';
import { client } from './old-unit.ts';

export function matchTaskFact({ of, name, calledAs, branchContext }: TaskFact, catalogue: Catalogue): Occurrence[] {
  const text = name.value ?? '';
  const actionKey = `fact:${of}`;
  if (generationOf(text) === 'new') return [{ kind: 'reference', actionKey, branchContext }];
  const found = of === 'services' ? client.find(text) : { offset: 0, length: text.length };
  const rule =
    of === 'services'
      ? catalogue.rulesOf('service-task').find(({ match }) => match.asked)
      : catalogue.rulesOf('package').find(({ match }) => match.use === 'query' && match.name === text);
  const range = found && locate(name, found.offset, found.length);
  if (!rule || !range || rule.replacement.kind !== 'choose') return [];
  const fixes = rule.replacement.to.flatMap((to): Fix[] => {
    const edits = new EditBuilder().replace(name.source, range, to).finish();
    return edits ? [{ title: `Look for \`${to}\` (check which one is needed)`, safety: 'review', edits }] : [];
  });
  const asked = calledAs === undefined ? `${of}: ${text}` : `${calledAs}("${text}")`;
  const use = of === 'services' ? text : asked;
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(name.source, name),
      use,
      fixes,
      notes: [],
      branchContext,
      actionKey,
      isProbe: true,
    },
  ];
}
