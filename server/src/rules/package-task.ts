/** Packages of the old client that a provisioning tool works on, and the repository that they came from. */

import type { Catalogue } from '../catalogue/catalogue.ts';
import { newClientPackages } from '../catalogue/package-names.ts';
import { EditBuilder } from '../fixes/fix.ts';
import { toDocument } from '../syntax/fragment.ts';
import { literalPrefix, locate, skeleton } from '../syntax/word.ts';
import type { PackageTask } from '../usage/usage.ts';
import { baseName } from '../usage/wrappers.ts';
import { findPackage, type PackageRow, repositoryMatch } from './package.ts';
import type { Match, Sighting } from './sighting.ts';

const newPackage = new RegExp(`^(?:${newClientPackages.join('|')})(?:$|[=/:])`);

export function matchPackageTask(task: PackageTask, catalogue: Catalogue): Sighting[] {
  const { use = 'install', name, frame, before = '', behind = '' } = task;
  const action = `package:${use}`;
  const text = literalPrefix(name);
  const rows = catalogue.rowsOf('package').filter(({ match }) => match.use === use);
  if (use === 'repository')
    return rows.flatMap(row => repositoryMatch(row, { word: name, before, behind }, frame) ?? []).slice(0, 1);
  if (newPackage.test(text)) return [{ kind: 'reference', action, frame }];
  return rows.flatMap(row => (use === 'file' ? fileMatch(row, task, action) : nameMatch(row, task, action)));
}

function nameMatch(row: PackageRow, { tool, name, versioned, frame }: PackageTask, action: string): Match[] {
  if (/^[^=/:]*/.exec(literalPrefix(name))![0] !== row.match.name) return [];
  const isWhole = name.value !== undefined || /^[^\0]*[=/:]/.test(skeleton(name));
  const range = isWhole ? locate(name, 0, row.match.name.length) : undefined;
  if (!range) return [];
  const to =
    row.replacement.kind === 'rewrite' && !versioned && row.match.use === 'install' ? row.replacement.to : undefined;
  const edits = to === undefined ? undefined : new EditBuilder().replace(name.source, range, to).finish();
  const title = `Replace with \`${to}\` (check that your repository has it)`;
  return [
    {
      kind: 'match',
      row,
      range: toDocument(name.source, range),
      use: `${tool}: ${row.match.name}`,
      noFix: versioned ? 'its version has to be chosen anew' : undefined,
      fixes: edits ? [{ title, safety: 'review', edits }] : [],
      notes: [],
      frame,
      action,
    },
  ];
}

function fileMatch(row: PackageRow, { tool, name, frame }: PackageTask, action: string): Match[] {
  const text = skeleton(name);
  const found = findPackage(row, text);
  const range = found && locate(name, found.offset, found.length);
  if (!range) return [];
  const use = `${tool}: ${baseName(text)}`;
  return [{ kind: 'match', row, range: toDocument(name.source, range), use, fixes: [], notes: [], frame, action }];
}
