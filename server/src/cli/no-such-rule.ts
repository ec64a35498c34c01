/** What to say about the name of a rule that does not exist. */
import { allRules } from '../mender/catalogue.ts';
import { nearest } from '../mender/nearest.ts';
import type { Rule } from '../mender/rule.ts';

export function noSuchRule(id: string, custom: readonly Rule[]): string {
  const ids = [...allRules, ...custom].map(rule => rule.id);
  const meant = nearest(id, ids);
  const similar = meant ? [meant] : ids.filter(other => other.includes(id) || id.includes(other)).slice(0, 3);
  const hint = similar.length > 0 ? `did you mean ${similar.join(' or ')}?` : '`mender-lint rules` lists them';
  return `no rule called ${id}; ${hint}`;
}
