/**
 * A call that takes whichever program is installed asks which one is. Where a condition around it has asked already, that is
 * not offered: the condition is what has to be changed.
 */
import type { Match } from '../rules/occurrence.ts';
import { branchContextsOf } from '../usage/branch-context.ts';

export function dropRedundantProbeFixes(matches: readonly Match[]): readonly Match[] {
  const asking = new Set<object>();
  for (const { actionKey, branchContext } of matches) {
    if (actionKey !== 'probe') continue;
    for (const { condition, node: construct } of branchContextsOf(branchContext)) if (condition) asking.add(construct);
  }
  if (asking.size === 0) return matches;
  return matches.map(match => {
    const isAsked =
      match.fixes.length > 1 &&
      [...branchContextsOf(match.branchContext)].some(({ node: construct }) => asking.has(construct));
    return isAsked ? { ...match, fixes: match.fixes.filter(fix => !fix.probesAtRuntime) } : match;
  });
}
