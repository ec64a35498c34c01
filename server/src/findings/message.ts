/** The message of a finding, from the sentence of its row. */

import type { Rule } from '../mender/rule.ts';
import { lifetimeOf } from '../mender/span.ts';
import type { Target } from '../mender/version.ts';
import type { Match } from '../rules/occurrence.ts';
import { whyLacking } from './lifetime-text.ts';

/** `{use}` is what was found, `{to}` what takes its place, `{when}` since when it is gone, or is there at all. */
export function messageOf({ rule, use, to, thing, noFix }: Match, target: Target): string {
  const texts: Readonly<Record<string, () => string>> = {
    use: () => clipped(use),
    to: () => to ?? replacementText(rule),
    when: () => whyLacking(thing ?? lifetimeOf(rule), target),
  };
  const sentence = rule.message.replace(/\{(use|to|when)\}/g, (_, gap: string) => texts[gap]!());
  return noFix === undefined ? sentence : `${sentence.replace(/\.$/, '')} (${noFix}).`;
}

/** What the row offers, for a sentence. */
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

const LONGEST_USE = 40;

/** On one line and not longer than a message can bear. */
function clipped(use: string): string {
  const line = use.replace(/\s+/g, ' ');
  if (line.length <= LONGEST_USE) return line;
  // The end of a path says as much as its beginning.
  const end = Math.floor((LONGEST_USE - 1) / 2);
  return `${line.slice(0, LONGEST_USE - 1 - end)}…${line.slice(-end)}`;
}
