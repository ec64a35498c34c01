/** A rule as a hover has it: what was changed, since when, why, an example, and where there is more. */
import { documentationOf } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import { exampleText, sinceText } from '../findings/row-text.ts';
import type { ClientFacts } from './client-facts.ts';
import { EXPLAIN } from './messages.ts';

/** In the form that the client can show. */
export function ruleText(row: Row, client: ClientFacts): string {
  return client.markdownHover ? markdown(row, client) : plainText(row);
}

function markdown(row: Row, client: ClientFacts): string {
  const [example] = row.examples;
  const code = (text: string) =>
    `\`\`\`${example?.language === 'shell' ? 'sh' : (example?.language ?? '')}\n${text.trimEnd()}\n\`\`\``;
  const lines = [`**${row.title}**: ${sinceText(row)}`, row.why];
  if (example?.good !== undefined) lines.push(code(example.bad), 'becomes', code(example.good));
  const page = documentationOf(row);
  // The page is part of the extension; the address of it stands at the message already.
  if (page !== undefined && client.explainsRules) lines.push(`[Explain ${row.id}](${commandUri(row.id)})`);
  else if (page !== undefined) lines.push(`[More on ${row.id}](${page})`);
  return lines.join('\n\n');
}

function commandUri(rule: string): string {
  return `command:${EXPLAIN}?${encodeURIComponent(JSON.stringify([rule]))}`;
}

function plainText(row: Row): string {
  const [example] = row.examples;
  return [
    `${row.title.replaceAll('`', '')}: ${sinceText(row)}`,
    row.why,
    ...(example ? [exampleText(example)] : []),
    documentationOf(row) ?? [],
  ]
    .flat()
    .join('\n\n');
}
