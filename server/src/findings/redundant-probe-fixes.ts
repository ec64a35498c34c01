/**
 * Drops fixes that call whichever program is installed where a condition around them already probes for it: the
 * condition must be changed instead.
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
