/** `textDocument/hover`: explains what is under the cursor. */
import { type Hover, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { explanationAt } from '../../assist/explanation.ts';
import type { Document } from '../../languages/document.ts';
import type { Range } from '../../text/fragment.ts';
import { toRange } from '../convert.ts';
import { isCheckedScheme } from '../schemes.ts';
import { findingsOf, guarded, optionsOf, type Session } from '../session.ts';
import { asMarkup } from './completion.ts';
import { ruleText } from './rule-text.ts';

export function serveHover(session: Session): void {
  session.connection.onHover(params =>
    guarded<Hover | null>(session, 'textDocument/hover', null, async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (!document) return null;
      const offset = document.lines.offsetAt(params.position);
      const found = (await findingAt(session, document, offset)) ?? (await otherAt(session, document, offset));
      return found ? { contents: found.contents, range: toRange(document, found.range) } : null;
    }),
  );
}

interface Found {
  readonly range: Range;
  readonly contents: MarkupContent;
}

/** The client shows the message of the finding itself; this is the text after it. */
async function findingAt(session: Session, document: Document, offset: number): Promise<Found | undefined> {
  const findings = await findingsOf(session, document);
  const found = findings.find(({ range }) => range.start <= offset && offset <= range.end);
  if (!found) return undefined;
  const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: found.range, contents: { kind, value: ruleText(found.definition, session.client) } };
}

/** Correct text is explained, too. */
async function otherAt(session: Session, document: Document, offset: number): Promise<Found | undefined> {
  if (!isCheckedScheme(document.uri)) return undefined;
  const options = await optionsOf(session, document);
  if (!options.enable) return undefined;
  const { client } = session;
  const found = explanationAt(document, offset, options, rule => ruleText(rule, client));
  return found && { range: found.range, contents: asMarkup(found.text, client.markdownHover) };
}
