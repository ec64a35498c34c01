/** The addition to the title of a fix that a person must check first, as its rule says it. */
import type { Rule } from '../mender/rule.ts';

export function checkText({ check }: Rule): string {
  return check === undefined ? '' : ` (check: ${check})`;
}
