/** A rule as JSON, with everything on its page. */

import { replacementText } from '../../findings/message.ts';
import { defaultSeverityOf } from '../../findings/severity.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';

export function ruleAsJson(row: Rule) {
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
