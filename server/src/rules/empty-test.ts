/** Variables that a `test` tests for being empty. */
import { textTests } from '../programs/test-operators.ts';
import type { Usage } from '../usage/usage.ts';

export function variablesTestedEmpty(usage: Usage): string[] {
  if (usage.kind !== 'invocation' || !/^(?:test|\[)$/.test(usage.program)) return [];
  const words = usage.args.filter(({ value }) => value !== ']' && value !== '!');
  const testsEmptiness = words.length === 1 || words.some(({ value }) => value === '' || textTests.has(value ?? ''));
  if (!testsEmptiness) return [];
  return words.flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'variable' ? [piece.name] : [])));
}
