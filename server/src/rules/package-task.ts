/** Packages of the old client that a provisioning tool is told to install. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { locate } from '../syntax/word.ts';
import type { PackageTask } from '../usage/usage.ts';
import type { Sighting } from './sighting.ts';

const action = 'package:install';

export function matchPackageTask({ tool, name, versioned, frame }: PackageTask, catalogue: Catalogue): Sighting[] {
  if (/^mender-(?:client4|update|auth)(?:$|[=/:])/.test(name.value ?? ''))
    return [{ kind: 'reference', action, frame }];
  const rows = catalogue.rowsOf('package').filter(({ match }) => match.use === 'install');
  return rows.flatMap(row => {
    if (/^[^=/:]*/.exec(name.value ?? '')![0] !== row.match.name) return [];
    const range = locate(name, 0, row.match.name.length);
    if (!range) return [];
    const to = row.replacement.kind === 'rewrite' && !versioned ? row.replacement.to : undefined;
    const edits = to === undefined ? undefined : new EditBuilder().replace(name.source, range, to).finish();
    const title = `Replace with \`${to}\` (check that your repository has it)`;
    return [
      {
        kind: 'match' as const,
        row,
        range: toDocument(name.source, range),
        use: `${tool}: ${row.match.name}`,
        noFix: versioned ? 'its version has to be chosen anew' : undefined,
        fixes: edits ? [{ title, safety: 'review' as const, edits }] : [],
        notes: [],
        frame,
        action,
      },
    ];
  });
}
