/** `.mender-lint-baseline.json`: known findings, by file. Written by `mender-lint baseline`, not by hand. */

import { type JsonValue, parseJson } from '../languages/json/json.ts';
import { findRule } from '../mender/catalogue.ts';
import { wholeText } from '../text/fragment.ts';

export const BASELINE_FILE = '.mender-lint-baseline.json';

/** Counts by `RULE HASH`, by path relative to the folder of the file, with forward slashes. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

const VERSION = 1;

/** Undefined when the text is not a baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  const { root } = parseJson(wholeText(text));
  if (memberOf(root, 'version')?.scalar !== VERSION) return undefined;
  const files = memberOf(root, 'files');
  if (files?.type !== 'object') return undefined;
  return new Map(files.members.map(({ key, value }) => [key, countsIn(value)]));
}

function countsIn(value: JsonValue | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key, value: number } of value?.members ?? [])
    if (Number.isSafeInteger(number?.scalar) && Number(number!.scalar) > 0)
      counts.set(currentKey(key), (counts.get(currentKey(key)) ?? 0) + Number(number!.scalar));
  return counts;
}

/** A rule may have had another id when it was recorded. */
function currentKey(key: string): string {
  const id = key.slice(0, key.indexOf(' '));
  return `${findRule(id)?.id ?? id}${key.slice(id.length)}`;
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return value?.members.find(({ key }) => key === name)?.value;
}

/** Number of findings in all files. */
export function totalOf(baseline: Baseline): number {
  return [...baseline.values()].flatMap(counts => [...counts.values()]).reduce((sum, number) => sum + number, 0);
}

/** Sorted, so that a version control system shows what has changed. */
export function baselineText(baseline: Baseline): string {
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = sorted(baseline)
    .filter(([, counts]) => counts.size > 0)
    .map(([path, counts]) => [path, Object.fromEntries(sorted(counts))]);
  return `${JSON.stringify({ version: VERSION, files: Object.fromEntries(files) }, undefined, 2)}\n`;
}
