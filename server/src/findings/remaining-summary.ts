/** What fix-all has left, and why: a count by reason, and the rules. */
import type { Finding } from './finding.ts';

/** No more rules than these are named. */
const MOST_RULES = 5;

/** Such as `2 to review: mender-daemon, systemctl-query`; empty without findings. */
export function remainingParts(left: readonly Finding[]): readonly string[] {
  const offered = left.filter(({ fixes }) => fixes.length > 0);
  const others = left.filter(({ fixes }) => fixes.length === 0);
  return [...remainingPart(offered, 'to review'), ...remainingPart(others, 'without a fix')];
}

export function remainingPart(findings: readonly Finding[], why: string): readonly string[] {
  return findings.length === 0 ? [] : [`${findings.length} ${why}: ${rulesOf(findings)}`];
}

/** The most frequent first. */
function rulesOf(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const named = sorted.slice(0, MOST_RULES).map(([rule, number]) => (number > 1 ? `${rule} (${number})` : rule));
  const more = sorted.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
