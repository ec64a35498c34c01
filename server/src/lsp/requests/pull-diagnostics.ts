/** `textDocument/diagnostic`: diagnostics for clients that pull them. */
import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../../findings/finding.ts';
import type { Document } from '../../languages/document.ts';
import { newResultId } from '../result-ids.ts';
import { findingsOf, guarded, isCurrent, type Session } from '../session.ts';
import { shownDiagnostics } from '../shown-diagnostics.ts';

const resultIds = new WeakMap<readonly Finding[], string>();
const empty: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Other reports about files. */
export interface FileReports {
  /** The client pulls an open document: from now on it learns about it in this way. */
  asked(uri: string): void;
  /** The report for a document that is not open. */
  ofClosed(uri: string): DocumentDiagnosticReport;
}

export function servePull(session: Session, reports: FileReports): void {
  // After a restart VS Code may pull a document before it opens it, and then never again.
  const askedTooEarly = new Set<string>();
  session.documents.onDidOpen(({ document }) => {
    if (askedTooEarly.delete(document.uri)) refreshDiagnostics(session);
  });
  session.connection.languages.diagnostics.on(async (params, token) => {
    const uri: unknown = params.textDocument?.uri;
    if (typeof uri !== 'string') return empty;
    const document = session.documents.get(uri);
    if (!document) {
      askedTooEarly.add(uri);
      return guarded(session, 'textDocument/diagnostic', empty, async () => reports.ofClosed(uri));
    }
    reports.asked(uri);
    const report = await guarded<DocumentDiagnosticReport | undefined>(session, 'textDocument/diagnostic', empty, () =>
      reportOf(session, document, params),
    );
    if (report && !token.isCancellationRequested) return report;
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client');
    return new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true });
  });
}

/** Undefined when the document is no longer current. */
async function reportOf(
  session: Session,
  document: Document,
  { previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport | undefined> {
  const findings = await findingsOf(session, document);
  if (!isCurrent(session, document)) return undefined;
  const resultId = idOf(findings);
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const items = [...shownDiagnostics(session, document, findings)];
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** Makes the client pull all its documents again. */
export function refreshDiagnostics({ connection, client }: Session): void {
  if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => undefined);
}

function idOf(findings: readonly Finding[]): string {
  const id = resultIds.get(findings) ?? newResultId();
  resultIds.set(findings, id);
  return id;
}
