/** `textDocument/hover`: explains what is under the cursor. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Document } from '../document/document.ts';
import type { Range } from '../syntax/fragment.ts';
import { toRange } from './convert.ts';
import { ruleText } from './rule-text.ts';
import { findingsOf, guarded, type Session } from './session.ts';

/** What is said of a place, in the form that the client can show. */
export interface Explanation {
  readonly range: Range;
  readonly text: string;
}

export function serveHover(session: Session): void {
  session.connection.onHover(params =>
    guarded<Hover | null>(session, 'textDocument/hover', null, async () => {
      const document = session.documents.get(params.textDocument.uri);
      if (!document) return null;
      const offset = document.lines.offsetAt(params.position);
      const found = await findingAt(session, document, offset);
      if (!found) return null;
      const kind = session.client.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value: found.text }, range: toRange(document, found.range) };
    }),
  );
}

/** The client shows the message of the finding itself; this is what stands behind it. */
async function findingAt(session: Session, document: Document, offset: number): Promise<Explanation | undefined> {
  const findings = await findingsOf(session, document);
  const found = findings.find(({ range }) => range.start <= offset && offset <= range.end);
  return found && { range: found.range, text: ruleText(found.row, session.client) };
}
