/** Packages that need the old client to be installed. */

import { EditBuilder } from '../fixes/fix.ts';
import type { EmbeddedDependency } from '../languages/embedded.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { toDocument } from '../text/fragment.ts';
import type { Match } from './occurrence.ts';

export function matchDependency({ field, name, alternatives }: EmbeddedDependency, catalogue: Catalogue): Match[] {
  const use = /^recommends$/i.test(field) ? 'recommends' : 'depends';
  const rule = catalogue.rulesOf('package').find(({ match }) => match.use === use && match.name === name.value);
  // With another alternative it can be installed without the old client.
  if (rule?.replacement.kind !== 'choose' || alternatives.some(other => other !== name.value)) return [];
  const { to: packages, safety } = rule.replacement;
  const fixes = packages.flatMap(to => {
    const edits = new EditBuilder().replace(name.source, name, `${to} | ${name.text}`).finish();
    const title = `Replace with \`${to} | ${name.text}\` (check what your package needs of the client)`;
    return edits ? [{ title, safety, edits }] : [];
  });
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(name.source, name),
      use: `${field}: ${name.text}`,
      fixes,
      notes: [],
      branchContext: undefined,
      actionKey: 'dependency',
    },
  ];
}
