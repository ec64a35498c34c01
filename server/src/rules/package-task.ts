/** Packages of the old client that a provisioning tool works on, and the repository that they came from. */

import { EditBuilder } from '../fixes/fix.ts';
import type { Catalogue } from '../mender/catalogue.ts';
import { newClientPackages } from '../mender/package-names.ts';
import { baseName } from '../programs/base-name.ts';
import { toDocument } from '../text/fragment.ts';
import { literalPrefix, locate, textWithPlaceholders } from '../text/word.ts';
import type { PackageTask } from '../usage/usage.ts';
import type { Match, Occurrence } from './occurrence.ts';
import { findPackage, type PackageRule, repositoryMatch } from './package.ts';

const newPackage = new RegExp(`^(?:${newClientPackages.join('|')})(?:$|[=/:])`);

export function matchPackageTask(task: PackageTask, catalogue: Catalogue): Occurrence[] {
  const { use = 'install', name, branchContext, before = '', after = '' } = task;
  const actionKey = `package:${use}`;
  const text = literalPrefix(name);
  const rules = catalogue.rulesOf('package').filter(({ match }) => match.use === use);
  if (use === 'repository')
    return rules.flatMap(rule => repositoryMatch(rule, { word: name, before, after }, branchContext) ?? []).slice(0, 1);
  if (newPackage.test(text)) return [{ kind: 'reference', actionKey, branchContext }];
  return rules.flatMap(rule => (use === 'file' ? fileMatch(rule, task, actionKey) : nameMatch(rule, task, actionKey)));
}

function nameMatch(
  rule: PackageRule,
  { tool, name, versioned, branchContext }: PackageTask,
  actionKey: string,
): Match[] {
  if (/^[^=/:]*/.exec(literalPrefix(name))![0] !== rule.match.name) return [];
  const isWhole = name.value !== undefined || /^[^\0]*[=/:]/.test(textWithPlaceholders(name));
  const range = isWhole ? locate(name, 0, rule.match.name.length) : undefined;
  if (!range) return [];
  const to =
    rule.replacement.kind === 'rewrite' && !versioned && rule.match.use === 'install' ? rule.replacement.to : undefined;
  const edits = to === undefined ? undefined : new EditBuilder().replace(name.source, range, to).finish();
  const title = `Replace with \`${to}\` (check that your repository has it)`;
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(name.source, range),
      use: `${tool}: ${rule.match.name}`,
      noFix: versioned ? 'a new version must be chosen' : undefined,
      fixes: edits ? [{ title, safety: 'review', edits }] : [],
      notes: [],
      branchContext,
      actionKey,
    },
  ];
}

function fileMatch(rule: PackageRule, { tool, name, branchContext }: PackageTask, actionKey: string): Match[] {
  const text = textWithPlaceholders(name);
  const found = findPackage(rule, text);
  const range = found && locate(name, found.offset, found.length);
  if (!range) return [];
  const use = `${tool}: ${baseName(text)}`;
  return [
    {
      kind: 'match',
      rule: rule,
      range: toDocument(name.source, range),
      use,
      fixes: [],
      notes: [],
      branchContext,
      actionKey,
    },
  ];
}
