/** What is said of the id of a rule that does not exist, and which one may have been meant. */
import type { Catalogue } from '../mender/catalogue.ts';
import { nearest } from '../mender/nearest.ts';
import type { Rule } from '../mender/rule.ts';

/** `custom` are rules of the project. Undefined for an id of a rule, of today or a former one. */
export function unknownRule(
  id: string,
  { findRule, rules }: Pick<Catalogue, 'findRule' | 'rules'>,
  custom: readonly Rule[],
): string | undefined {
  if (findRule(id, custom)) return undefined;
  const meant = nearest(
    id,
    [...rules, ...custom].map(rule => rule.id),
  );
  const hint = meant === undefined ? '`mender-lint rules` lists them.' : `did you mean \`${meant}\`?`;
  return `There is no rule \`${id}\`; ${hint}`;
}
