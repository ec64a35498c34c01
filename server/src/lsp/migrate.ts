/** `menderLint/migrate`: every fix of the workspace as one edit, which an editor shows, applies and undoes as a whole. */
import {
  type AnnotatedTextEdit,
  type CancellationToken,
  type ChangeAnnotation,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { findRow } from '../catalogue/catalogue.ts';
import type { Document } from '../document/document.ts';
import type { Finding } from '../findings/finding.ts';
import { compatible } from '../fixes/apply.ts';
import type { Fix } from '../fixes/fix.ts';
import { toTextEdits } from './convert.ts';
import { MIGRATE, type MigrateParams, type Migration } from './messages.ts';
import { findingsOf, type Session } from './session.ts';
import { filePathOf, uriOf } from './uris.ts';
import type { Workspace } from './workspace.ts';

export function serveMigrate(session: Session, workspace: Workspace): void {
  session.connection.onRequest(MIGRATE, async ({ uri }: MigrateParams, token: CancellationToken) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const plan = new Plan();
    const below = uri === undefined ? undefined : filePathOf(uri);
    await workspace.gather(below, stop.signal, ({ path, document, findings }) => {
      // What an editor holds counts, not what is on disk.
      if (!session.documents.get(uriOf(path)))
        plan.add({ ...document, uri: uriOf(path), lines: document.lines }, findings, null);
    });
    for (const document of session.documents.all()) {
      if (workspace.isBelow(filePathOf(document.uri), below))
        plan.add(document, await findingsOf(session, document), document.version);
    }
    return token.isCancellationRequested
      ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client')
      : plan.finish();
  });
}

/** The edit as it grows, file by file. */
class Plan {
  readonly #changes: TextDocumentEdit[] = [];
  readonly #annotations: Record<string, ChangeAnnotation> = {};
  readonly #counts = { safe: 0, review: 0, left: 0 };

  /** `version` is null for a file that is not open. */
  add(document: Document, findings: readonly Finding[], version: number | null): void {
    const best = new Map<Fix, Finding>(
      findings.flatMap(finding => finding.fixes.slice(0, 1).map(fix => [fix, finding])),
    );
    const fixes = compatible([...best.keys()]);
    this.#counts.left += findings.length - fixes.length;
    if (fixes.length === 0) return;
    const edits = fixes.flatMap(fix => {
      const annotationId = this.#annotation(best.get(fix)!.rule, fix);
      this.#counts[fix.safety]++;
      return toTextEdits(document, fix.edits).map((edit): AnnotatedTextEdit => ({ ...edit, annotationId }));
    });
    this.#changes.push({ textDocument: { uri: document.uri, version }, edits });
  }

  finish(): Migration {
    return {
      edit: { documentChanges: this.#changes, changeAnnotations: this.#annotations },
      files: this.#changes.length,
      ...this.#counts,
    };
  }

  #annotation(rule: string, { safety }: Fix): string {
    const id = `${rule}:${safety}`;
    const isReview = safety === 'review';
    this.#annotations[id] ??= {
      label: `${rule}${isReview ? ': to review' : ''}`,
      description: (findRow(rule)?.title ?? '').replaceAll('`', ''),
      needsConfirmation: isReview,
    };
    return id;
  }
}
