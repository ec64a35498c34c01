/** The message of a finding, from the sentence of its rule. */

import type { Rule } from '../mender/rule.ts';
import { lifetimeOf } from '../mender/span.ts';
import type { Target } from '../mender/version.ts';
import type { Match } from '../rules/occurrence.ts';
import { LONGEST_USE } from '../text/limits.ts';
import { whyLacking } from './rule-text.ts';

/** `{use}` is the found text, `{to}` its replacement, `{when}` since when it is gone, or has existed at all. */
export function messageOf({ rule, use, to, thing, noFix }: Match, target: Target): string {
  const texts: Readonly<Record<string, () => string>> = {
    use: () => clipped(use),
    to: () => to ?? replacementText(rule),
    when: () => whyLacking(thing ?? lifetimeOf(rule), target),
  };
  const sentence = rule.message.replace(/\{(use|to|when)\}/g, (_, gap: string) => texts[gap]!());
  return noFix === undefined ? sentence : `${sentence.replace(/\.$/, '')} (${noFix}).`;
}

/** The rule's replacement, for a sentence. */
export function replacementText({ replacement }: Rule): string {
  switch (replacement.kind) {
    case 'rewrite':
    case 'add':
      return replacement.to;
    case 'choose':
      return replacement.to[0] ?? '';
    default:
      return '';
  }
}

/** On one line and not too long for a message. */
function clipped(use: string): string {
  const line = use.replace(/\s+/g, ' ');
  if (line.length <= LONGEST_USE) return line;
  // The end of a path is as informative as its beginning.
  const end = Math.floor((LONGEST_USE - 1) / 2);
  return `${line.slice(0, LONGEST_USE - 1 - end)}…${line.slice(-end)}`;
}
