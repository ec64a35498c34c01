/** What to say about the name of a rule that does not exist. */
import { rows } from '../catalogue/catalogue.ts';
import { nearest } from '../catalogue/nearest.ts';
import type { Row } from '../catalogue/row.ts';

export function noSuchRule(id: string, extra: readonly Row[]): string {
  const ids = [...rows, ...extra].map(row => row.id);
  const meant = nearest(id, ids);
  const similar = meant ? [meant] : ids.filter(other => other.includes(id) || id.includes(other)).slice(0, 3);
  const hint = similar.length > 0 ? `did you mean ${similar.join(' or ')}?` : '`mender-lint rules` lists them';
  return `no rule called ${id}; ${hint}`;
}
