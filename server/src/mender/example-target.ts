/** The release that an example is shown and tried for, where it does not say. */
import type { Catalogue } from './catalogue.ts';
import type { Example, Rule } from './rule.ts';
import type { Target } from './version.ts';

/**
 * The newest one that has all that is in it, of those that the rule is about; what the rule itself is about may be in
 * none of them.
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
