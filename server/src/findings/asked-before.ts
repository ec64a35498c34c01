/**
 * A call that takes whichever program is installed asks which one is. Where a condition around it has asked already, that is
 * not offered: the condition is what has to be changed.
 */
import type { Match } from '../rules/sighting.ts';
import { framesOf } from '../usage/frame.ts';

export function withoutAskingTwice(matches: readonly Match[]): readonly Match[] {
  const asking = new Set<object>();
  for (const { action, frame } of matches) {
    if (action !== 'probe') continue;
    for (const { condition, construct } of framesOf(frame)) if (condition) asking.add(construct);
  }
  if (asking.size === 0) return matches;
  return matches.map(match => {
    const isAsked = match.fixes.length > 1 && [...framesOf(match.frame)].some(({ construct }) => asking.has(construct));
    return isAsked ? { ...match, fixes: match.fixes.filter(fix => !fix.asks) } : match;
  });
}
