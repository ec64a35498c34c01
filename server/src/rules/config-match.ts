/** What rules about the configuration's keys say about a place in it. */

import type { EditBuilder, Fix } from '../fixes/fix.ts';
import type { RuleOf } from '../mender/catalogue.ts';
import type { Safety } from '../mender/rule.ts';
import { type Range, toDocument } from '../text/fragment.ts';
import type { ConfigUse } from '../usage/usage.ts';
import type { Match } from './occurrence.ts';

export type ConfigRule = RuleOf<'config'>;

export function fix(title: string, { replacement }: ConfigRule, edits: EditBuilder, safety?: Safety): readonly Fix[] {
  const finished = edits.finish();
  if (!finished || replacement.kind === 'none') return [];
  return [{ title, safety: safety ?? replacement.safety, edits: finished }];
}

export function found(
  rule: ConfigRule,
  range: Range,
  use: string,
  fixes: readonly Fix[],
  { tree, branchContext }: ConfigUse,
): Match {
  return {
    kind: 'match',
    rule: rule,
    range: toDocument(tree.source, range),
    use,
    fixes,
    notes: [],
    branchContext,
    actionKey: 'config',
  };
}
