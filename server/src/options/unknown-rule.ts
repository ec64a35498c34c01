/** The message about an unknown rule id, with the nearest known one. */
import type { Catalogue } from '../mender/catalogue.ts';
import { nearest } from '../mender/nearest.ts';
import type { Rule } from '../mender/rule.ts';

/** `custom` are rules of the project. Undefined for a known id, current or former. */
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
