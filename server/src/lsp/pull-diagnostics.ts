/** `textDocument/diagnostic` */
import { randomUUID } from 'node:crypto';
import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../findings/finding.ts';
import { toDiagnostic } from './convert.ts';
import { findingsOf, guarded, isCurrent, type Session } from './session.ts';

/** An id for each list of findings, so that a client that has them gets none of them again. Unlike those of any other server. */
const resultIds = new WeakMap<readonly Finding[], string>();
const server = randomUUID();
let lastId = 0;

export function servePull(session: Session): void {
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  // After a restart VS Code may ask about a document before it opens it, and then not again.
  const askedTooEarly = new Set<string>();
  session.documents.onDidOpen(({ document }) => {
    if (askedTooEarly.delete(document.uri)) refreshDiagnostics(session);
  });
  session.connection.languages.diagnostics.on(async (params, token) => {
    const document = session.documents.get(params.textDocument?.uri);
    if (!document) {
      if (typeof params.textDocument?.uri === 'string') askedTooEarly.add(params.textDocument.uri);
      return empty;
    }
    const report = await guarded<DocumentDiagnosticReport | undefined>(
      session,
      'textDocument/diagnostic',
      empty,
      async () => {
        const findings = await findingsOf(session, document);
        if (token.isCancellationRequested || !isCurrent(session, document)) return undefined;
        const resultId = idOf(findings);
        if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        const items = findings.map(finding => toDiagnostic(document, finding, session.client));
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    );
    if (report) return report;
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
    return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true });
  });
}

/** Has the client ask about all its documents again. */
export function refreshDiagnostics({ connection, client }: Session): void {
  if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => undefined);
}

function idOf(findings: readonly Finding[]): string {
  let id = resultIds.get(findings);
  if (id === undefined) {
    id = `${server}:${++lastId}`;
    resultIds.set(findings, id);
  }
  return id;
}
