/** A rule as JSON, with all that its page says. */
import { documentationOf } from '../../catalogue/catalogue.ts';
import type { Row } from '../../catalogue/row.ts';
import { replacementText } from '../../findings/message.ts';
import { defaultSeverityOf } from '../../findings/severity.ts';

export function ruleAsJson(row: Row) {
  const { id, aliases = [], component, title, deprecatedIn, removedIn, replacement, why, sources } = row;
  const safety = 'safety' in replacement ? replacement.safety : undefined;
  return {
    id,
    aliases,
    component,
    title,
    severity: defaultSeverityOf(row),
    deprecatedIn,
    removedIn,
    replacement: { kind: replacement.kind, to: replacementText(row) || undefined, safety },
    why,
    sources,
    docs: documentationOf(row),
  };
}
