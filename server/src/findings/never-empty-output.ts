/** Calls whose output is never empty any more, where a script tests the variable with it for just that. */
import { textTests } from '../programs/test-operators.ts';
import type { Match } from '../rules/occurrence.ts';
import type { Usage } from '../usage/usage.ts';

/** Variables that a `test` tests for being empty. */
export function variablesTestedEmpty(usage: Usage): string[] {
  if (usage.kind !== 'invocation' || !/^(?:test|\[)$/.test(usage.program)) return [];
  const words = usage.args.filter(({ value }) => value !== ']' && value !== '!');
  const probes = words.length === 1 || words.some(({ value }) => value === '' || textTests.has(value ?? ''));
  if (!probes) return [];
  return words.flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'variable' ? [piece.name] : [])));
}

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
