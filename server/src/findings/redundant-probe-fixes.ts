/**
 * Drops fixes that call whichever program is installed where a condition around them already probes for it: the
 * condition must be changed instead.
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
