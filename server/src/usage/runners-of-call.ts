/** Finds the entries of the table of runners that a call matches. */
import type { EmbeddedCall } from '../languages/embedded.ts';
import type { SourceLanguage } from '../languages/program-strings/source-text.ts';
import { type Runner, runners } from './runner-table.ts';

/** By the last name in an entry, for each language. */
const byName: ReadonlyMap<string, readonly Runner[]> = indexed();

function indexed(): ReadonlyMap<string, readonly Runner[]> {
  const index = new Map<string, Runner[]>();
  for (const rule of runners)
    for (const language of rule.languages)
      for (const callee of rule.callees) {
        const key = keyOf(language, callee.slice(callee.lastIndexOf('.') + 1));
        const known = index.get(key) ?? [];
        if (!known.includes(rule)) known.push(rule);
        index.set(key, known);
      }
  return index;
}

function keyOf(language: SourceLanguage, name: string): string {
  return `${language} ${name}`;
}

export function runnersOf({ callee, language, modules }: EmbeddedCall): readonly Runner[] {
  const path = callee.join('.');
  const candidates = [
    ...(byName.get(keyOf(language, callee.at(-1)!)) ?? []),
    ...(byName.get(keyOf(language, '*')) ?? []),
  ];
  return candidates.filter(
    ({ callees, imports }) =>
      callees.some(known => isCalledBy(path, callee, known)) &&
      (!imports || [...modules].some(name => imports.test(name))),
  );
}

function isCalledBy(path: string, callee: readonly string[], known: string): boolean {
  if (known.startsWith('*.')) return callee.length > 1 && callee.at(-1) === known.slice(2);
  if (known.endsWith('.*')) return callee.length === 2 && callee[0] === known.slice(0, -2);
  return path === known || (known.includes('.') && path.endsWith(`.${known}`));
}
