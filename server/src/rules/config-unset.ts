/** Keys that are missing from a configuration although one that belongs with them is set. */

import { addMember } from '../fixes/json-edit.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import type { ConfigUse } from '../usage/usage.ts';
import { fix, found } from './config-match.ts';
import type { Match } from './occurrence.ts';

type ConfigRule = RuleOf<'config'>;
type UnsetMatch = Extract<ConfigRule['match'], { defect: 'unset' }>;

export function unsetMatch(rule: ConfigRule, { key, value, had, beside, main }: UnsetMatch, use: ConfigUse): Match[] {
  const { entries, tree, template } = use;
  if (template || tree.problems.length > 0) return [];
  const entryOf = (name: string) =>
    entries.find(({ path }) => path.length === 1 && path[0]!.toLowerCase() === name.toLowerCase());
  const neighbour = entryOf(beside);
  if (!neighbour || entryOf(key) || !main.some(entryOf)) return [];
  const fixes = fix(
    `Add \`"${key}": ${value}\`, as ${had} had it (check that no other configuration of the device sets it)`,
    rule,
    addMember(tree, [key], value, neighbour.member),
  );
  return [found(rule, neighbour.member.keyRange, neighbour.member.key, fixes, use)];
}
