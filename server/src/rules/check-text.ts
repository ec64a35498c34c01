/** What is added to the title of a fix that a person has to look at first, as its row says it. */
import type { Row } from '../catalogue/row.ts';

export function checkText({ check }: Row): string {
  return check === undefined ? '' : ` (check: ${check})`;
}
