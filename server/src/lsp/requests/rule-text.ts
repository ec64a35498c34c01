/** A rule as a hover shows it: what changed, since when, why, an example, and where to read more. */

import { exampleText, sinceText } from '../../findings/rule-text.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import type { Rule } from '../../mender/rule.ts';
import { visible } from '../../text/visible.ts';
import type { ClientFacts } from '../client-facts.ts';

/** In a form that the client can show. */
export function ruleText(rule: Rule, client: ClientFacts): string {
  return client.markdownHover ? markdown(rule) : plainText(rule);
}

function markdown(rule: Rule): string {
  const [example] = rule.examples;
  const code = (text: string) =>
    `\`\`\`${example?.language === 'shell' ? 'sh' : (example?.language ?? '')}\n${text.trimEnd()}\n\`\`\``;
  // The text of a custom rule is somebody else's, and not Markdown.
  const text = rule.component === 'project' ? escaped : (said: string) => said;
  const lines = [`**${text(rule.title)}**: ${text(sinceText(rule))}`, text(rule.why)];
  if (example?.good !== undefined) lines.push(code(example.bad), 'becomes', code(example.good));
  const page = documentationOf(rule);
  if (page !== undefined) lines.push(`[More on ${rule.id}](${page})`);
  return lines.join('\n\n');
}

/** As it is, with nothing that makes a link, a picture or an element. */
function escaped(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>()#+!|~&:-]/g, character => `&#${character.charCodeAt(0)};`);
}

function plainText(rule: Rule): string {
  const [example] = rule.examples;
  return [
    `${visible(rule.title).replaceAll('`', '')}: ${sinceText(rule)}`,
    rule.why,
    ...(example ? [exampleText(example)] : []),
    documentationOf(rule) ?? [],
  ]
    .flat()
    .join('\n\n');
}
