/** A rule as JSON, with everything on its page. */

import { replacementText } from '../../findings/message.ts';
import { defaultSeverityOf } from '../../findings/severity.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';

export function ruleAsJson(rule: Rule) {
  const { id, aliases = [], component, title, deprecatedIn, removedIn, replacement, why, sources } = rule;
  const safety = 'safety' in replacement ? replacement.safety : undefined;
  return {
    id,
    aliases,
    component,
    title,
    severity: defaultSeverityOf(rule),
    deprecatedIn,
    removedIn,
    replacement: { kind: replacement.kind, to: replacementText(rule) || undefined, safety },
    why,
    sources,
    docs: documentationOf(rule),
  };
}
