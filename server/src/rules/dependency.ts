/** Packages that need the old client to be installed. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { EditBuilder } from '../fixes/fix.ts';
import type { CarriedDependency } from '../syntax/carried.ts';
import { toDocument } from '../syntax/fragment.ts';
import type { Match } from './sighting.ts';

export function matchDependency({ field, name, alternatives }: CarriedDependency, catalogue: Catalogue): Match[] {
  const use = /^recommends$/i.test(field) ? 'recommends' : 'depends';
  const row = catalogue.rowsOf('package').find(({ match }) => match.use === use && match.name === name.value);
  // With another one for an alternative it can be installed without the old client.
  if (row?.replacement.kind !== 'choose' || alternatives.some(other => other !== name.value)) return [];
  const { to: packages, safety } = row.replacement;
  const fixes = packages.flatMap(to => {
    const edits = new EditBuilder().replace(name.source, name, `${to} | ${name.text}`).finish();
    const title = `Replace with \`${to} | ${name.text}\` (check what your package needs of the client)`;
    return edits ? [{ title, safety, edits }] : [];
  });
  return [
    {
      kind: 'match',
      row,
      range: toDocument(name.source, name),
      use: `${field}: ${name.text}`,
      fixes,
      notes: [],
      frame: undefined,
      action: 'dependency',
    },
  ];
}
