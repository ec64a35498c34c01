/**
 * `textDocument/publishDiagnostics` of open documents, for clients that do not pull. The workspace publishes closed
 * files.
 */
import type { Document } from '../../languages/document.ts';
import { findingsOf, guarded, isCurrent, type Session } from '../session.ts';
import { shownDiagnostics } from '../shown-diagnostics.ts';
import { isProjectFile } from './project-problems.ts';

export function servePush(session: Session): void {
  session.documents.onDidChangeContent(({ document }) => publish(session, document));
}

/** Checks all open documents again, after a change of settings. */
export function publishAll(session: Session): void {
  for (const document of session.documents.all()) publish(session, document);
}

function publish(session: Session, document: Document): void {
  // Its problems are those of the file on disk, which is what applies.
  if (isProjectFile(document.path)) return;
  void guarded(session, 'textDocument/publishDiagnostics', undefined, async () => {
    const findings = await findingsOf(session, document);
    // A keystroke during the request for settings starts its own check.
    if (!isCurrent(session, document)) return;
    const diagnostics = [...shownDiagnostics(session, document, findings)];
    await session.connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  });
}
