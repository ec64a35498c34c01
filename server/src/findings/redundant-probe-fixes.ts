/**
 * A call that takes whichever program is installed asks which one is. Where a condition around it has asked already, that is
 * not offered: the condition is what has to be changed.
 */
import type { Match } from '../rules/occurrence.ts';

export function dropRedundantProbeFixes(matches: readonly Match[]): readonly Match[] {
  const asking = new Set<object>();
  for (const { actionKey, branchContext } of matches) {
    if (actionKey !== 'probe') continue;
    for (const { condition, node } of branchContext?.outward ?? []) if (condition) asking.add(node);
  }
  if (asking.size === 0) return matches;
  return matches.map(match => {
    const isAsked = match.fixes.length > 1 && match.branchContext?.outward.some(({ node }) => asking.has(node));
    return isAsked ? { ...match, fixes: match.fixes.filter(fix => !fix.probesAtRuntime) } : match;
  });
}
