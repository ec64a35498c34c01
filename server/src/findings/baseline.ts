/**
 * Findings from before a project began to use Mender Lint, recorded by their rule and the text of their line, so that
 * they stay known when lines are inserted above them.
 */
import type { Document } from '../languages/document.ts';
import { lineAround } from '../text/line.ts';
import type { Finding } from './finding.ts';

/** How many findings of one file are known, by their key: `RULE HASH`. */
export type BaselineCounts = ReadonlyMap<string, number>;

/** The rule and the line of each finding: `RULE HASH`. A line is hashed once, however many findings it has. */
export function keysOf({ text }: Document, findings: readonly Finding[]): readonly string[] {
  const hashes = new Map<number, string>();
  return findings.map(({ rule, range }) => {
    const { start, end } = lineAround(text, range.start);
    const hash = hashes.get(start) ?? hashOf(text.slice(start, end).trim());
    hashes.set(start, hash);
    return `${rule} ${hash}`;
  });
}

export function ruleOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}

/** How many findings there are of each key. */
export function countsOf(document: Document, findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keysOf(document, findings)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The findings that are not known: of several on equal lines, the last ones. */
export function excludeBaselined(
  document: Document,
  findings: readonly Finding[],
  known: BaselineCounts,
): readonly Finding[] {
  if (known.size === 0) return findings;
  const left = new Map(known);
  const keys = keysOf(document, findings);
  return findings.filter((_, index) => {
    const key = keys[index]!;
    const number = left.get(key) ?? 0;
    if (number > 0) left.set(key, number - 1);
    return number === 0;
  });
}

/** Those that are known and still found. */
export function stillFound(known: BaselineCounts, found: BaselineCounts): Map<string, number> {
  const both = [...known].map(([key, number]) => [key, Math.min(number, found.get(key) ?? 0)] as const);
  return new Map(both.filter(([, number]) => number > 0));
}

/** FNV-1a with 64 bits, in hexadecimal: not meant to keep secrets, and the same in every environment. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
