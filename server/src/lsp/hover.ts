/** `textDocument/hover`: explains the use under the cursor from its catalogue row. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { documentationOf } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/row.ts';
import { exampleText, sinceText } from '../findings/row-text.ts';
import { toRange } from './convert.ts';
import { findingsOf, guarded, type Session } from './session.ts';

export function serveHover(session: Session): void {
  session.connection.onHover(params =>
    guarded<Hover | null>(session, 'textDocument/hover', null, async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (!document) return null;
      const offset = document.lines.offsetAt(params.position);
      const found = (await findingsOf(session, document)).find(
        ({ range }) => range.start <= offset && offset <= range.end,
      );
      if (!found) return null;
      const { row } = found;
      const value = session.client.markdownHover ? markdown(row) : plainText(row);
      const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: toRange(document, found.range) };
    }),
  );
}

/** The client shows the message of the finding itself; this is the reason for it. */
function markdown(row: Row): string {
  const [example] = row.examples;
  const code = (text: string) =>
    `\`\`\`${example?.language === 'shell' ? 'sh' : (example?.language ?? '')}\n${text.trimEnd()}\n\`\`\``;
  const lines = [`**${row.title}**: ${sinceText(row)}`, row.why];
  if (example?.good !== undefined) lines.push(code(example.bad), 'becomes', code(example.good));
  const page = documentationOf(row);
  if (page !== undefined) lines.push(`[More on ${row.id}](${page})`);
  return lines.join('\n\n');
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
