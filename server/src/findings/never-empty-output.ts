/** Calls whose output is never empty any more, where a script tests the variable with it for just that. */
import type { Match } from '../rules/occurrence.ts';

export function withNeverEmptyTests(matches: readonly Match[], tested: ReadonlySet<string>): readonly Match[] {
  if (tested.size === 0) return matches;
  return matches.map(match => {
    const { filled, fixes } = match;
    if (!filled || !tested.has(filled.variable)) return match;
    const reviewed = fixes.map(fix =>
      fix.safety === 'review'
        ? fix
        : { ...fix, safety: 'review' as const, title: `${fix.title} (check: ${filled.reason})` },
    );
    return { ...match, fixes: reviewed };
  });
}
