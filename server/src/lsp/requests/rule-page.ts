/** `menderLint/rulePage`: the page of a rule, generated from the catalogue: no network is needed. */

import type { CheckOptions } from '../../findings/check.ts';
import { allRules, findRule } from '../../mender/catalogue.ts';
import { rulePage } from '../../pages/rule-page.ts';
import { RULE_PAGE, RULES, type RuleName, type RulePageParams } from '../messages.ts';
import { optionsOf, type Session } from '../session.ts';
import { ruleText } from './rule-text.ts';

export function serveRulePage(session: Session): void {
  session.connection.onRequest(RULES, (): readonly RuleName[] => allRules.map(({ id, title }) => ({ id, title })));
  session.connection.onRequest(RULE_PAGE, async ({ rule, uri }: RulePageParams): Promise<string | null> => {
    const definition = findRule(rule);
    if (definition) return rulePage(definition);
    const document = uri === undefined ? undefined : session.documents.get(uri);
    if (!document) return null;
    const { custom }: CheckOptions = await optionsOf(session, document);
    const own = custom?.rules.find(({ id }) => id === rule);
    return own ? `# ${own.id}\n\n${ruleText(own, session.client)}\n` : null;
  });
}
