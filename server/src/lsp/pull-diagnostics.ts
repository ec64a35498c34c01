/** `textDocument/diagnostic` */
import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../findings/finding.ts';
import { toDiagnostic } from './convert.ts';
import { findingsOf, guarded, isCurrent, type Session } from './session.ts';

/** An id for each list of findings, so that a client that has them gets none of them again. */
const resultIds = new WeakMap<readonly Finding[], string>();
let lastId = 0;

export function servePull(session: Session): void {
  const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  session.connection.languages.diagnostics.on(async (params, token) => {
    const document = session.documents.get(params.textDocument?.uri);
    if (!document) return empty;
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
    // LSP 3.17: the client asks again when the server says so; after a change it does so by itself.
    return (
      report ??
      new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', {
        retriggerRequest: !token.isCancellationRequested,
      })
    );
  });
}

function idOf(findings: readonly Finding[]): string {
  let id = resultIds.get(findings);
  if (id === undefined) {
    id = String(++lastId);
    resultIds.set(findings, id);
  }
  return id;
}
