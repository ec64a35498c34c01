/** The release for which an example is shown and tested by default. */
import type { Catalogue } from './catalogue.ts';
import type { Example, Rule } from './rule.ts';
import type { Target } from './version.ts';

/**
 * The newest one, of those that the rule applies to, that has everything in the text; the subject of the rule itself
 * may be in none of them.
 */
export function exampleTarget(
  rule: Rule,
  { target, bad, good = '' }: Pick<Example, 'target' | 'bad' | 'good'>,
  { releaseNames: { targets, newest }, concerns, lacking }: Catalogue,
): Target {
  if (target !== undefined) return target;
  const has = (text: string) => (each: Target) => lacking(text, each) === undefined;
  const concerned = targets.filter(each => concerns(rule, { target: each }) && has(good)(each));
  return concerned.findLast(has(bad)) ?? concerned.at(-1) ?? newest;
}
