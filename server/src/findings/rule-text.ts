/** Sentences about a row that rule pages, hovers and the command line share. */

import type { Example, Rule } from '../mender/rule.ts';
import { isOfThings } from '../mender/span.ts';

export function sinceText(rule: Rule): string {
  const { component, removedIn, deprecatedIn } = rule;
  if (component === 'project') return 'a rule of this project';
  if (isOfThings(rule)) return 'not there in all releases';
  if (removedIn !== undefined) return `gone or changed since ${removedIn}`;
  return deprecatedIn === undefined ? 'in all releases' : `since ${deprecatedIn}`;
}

/** The example before and after its fix, as plain text. */
export function exampleText({ bad, good }: Example): string {
  const indented = (text: string) => text.trimEnd().replace(/^/gm, '    ');
  return good === undefined ? `Example:\n${indented(bad)}` : `Before:\n${indented(bad)}\nAfter:\n${indented(good)}`;
}
