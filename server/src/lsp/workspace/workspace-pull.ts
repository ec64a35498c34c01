/**
 * `workspace/diagnostic`. The request is kept open and answered piece by piece, as long as the client allows it: VS
 * Code asks again two seconds after each answer, forever, and an answer that never ends costs nothing while nothing
 * changes.
 */
import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { FileReports } from '../requests/pull-diagnostics.ts';
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import type { Workspace } from './workspace.ts';

/** Files in one piece of an answer. */
const BATCH = 200;

type Reporter = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;
type Answer = WorkspaceDiagnosticReport | ResponseError<DiagnosticServerCancellationData>;

interface Asked {
  /** What the client has, by path: the id of a list, or a mark that it came with another request. */
  readonly has: Map<string, string>;
  readonly reporter: Reporter | undefined;
  readonly answer: (answer: Answer) => void;
}

const FROM_DOCUMENT = 'from-document';

export class WorkspacePull implements FileReports {
  readonly #session: Session;
  readonly #workspace: Workspace;
  /** Files whose findings may differ from those the client has. */
  readonly #changed = new Set<string>();
  /** Open documents that the client pulls. VS Code does not pull those that are in no tab. */
  readonly #askedFor = new Set<string>();
  readonly #onAsked: () => void;
  #asked: Asked | undefined;

  /** `onAsked` is called before the client is answered. */
  constructor(session: Session, workspace: Workspace, onAsked: () => void) {
    this.#session = session;
    this.#workspace = workspace;
    this.#onAsked = onAsked;
    workspace.listen({
      changed: path => this.#changed.add(path),
      flush: () => this.#flush(),
      state: ({ kind }) => {
        if (kind !== 'checking') this.#flush();
      },
    });
    session.connection.languages.diagnostics.onWorkspace((params, token, _progress, reporter) =>
      this.#ask(params, token, reporter),
    );
    session.documents.onDidClose(({ document }) => {
      this.#askedFor.delete(document.uri);
      this.#closed(document.uri);
    });
  }

  /** Whether the client has asked: otherwise it must be notified. */
  get isAsked(): boolean {
    return this.#asked !== undefined;
  }

  asked(uri: string): void {
    this.#askedFor.add(uri);
  }

  ofClosed(uri: string): DocumentDiagnosticReport {
    const path = filePathOf(uri);
    const found = path === undefined ? undefined : this.#workspace.findings.get(path);
    // VS Code pulls a last time when a document is closed, forgets the answer, and then listens to reports of the
    // workspace.
    setImmediate(() => this.#closed(uri));
    return {
      kind: DocumentDiagnosticReportKind.Full,
      ...(found ? { resultId: found.resultId } : {}),
      items: [...(found?.diagnostics ?? [])],
    };
  }

  #ask(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    reporter: Reporter | undefined,
  ): Promise<Answer> {
    this.#asked?.answer({ items: [] });
    const has = new Map<string, string>();
    for (const { uri, value } of previousResultIds ?? []) {
      const path = filePathOf(uri);
      if (path !== undefined) has.set(path, value);
    }
    for (const path of [...has.keys(), ...this.#workspace.findings.paths()]) this.#changed.add(path);
    return new Promise(resolve => {
      const asked: Asked = {
        has,
        reporter,
        answer: answer => {
          if (this.#asked === asked) this.#asked = undefined;
          resolve(answer);
        },
      };
      this.#asked = asked;
      this.#onAsked();
      token.onCancellationRequested(() =>
        asked.answer(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled by the client')),
      );
      if (this.#workspace.kind !== 'checking') this.#flush();
    });
  }

  /** Sends what is new to the client. Files that have not been checked yet are not reported as clean. */
  #flush(): void {
    const asked = this.#asked;
    if (!asked) return;
    const isChecking = this.#workspace.kind === 'checking';
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const path of this.#changed) {
      const uri = this.#session.documents.uriOf(path);
      // For an open document the client prefers the answers to its own requests.
      if (this.#askedFor.has(uri)) continue;
      const found = this.#workspace.findings.get(path);
      if (!found && isChecking) continue;
      this.#changed.delete(path);
      if (asked.has.get(path) === found?.resultId) continue;
      if (found) asked.has.set(path, found.resultId);
      else asked.has.delete(path);
      reports.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version: null,
        ...(found ? { resultId: found.resultId } : {}),
        items: [...(found?.diagnostics ?? [])],
      });
    }
    if (reports.length === 0) return;
    if (!asked.reporter) return asked.answer({ items: reports });
    for (let start = 0; start < reports.length; start += BATCH)
      asked.reporter.report({ items: reports.slice(start, start + BATCH) });
  }

  /** The client keeps the last report of the document: the file may have other findings, or none. */
  #closed(uri: string): void {
    const path = filePathOf(uri);
    if (this.#session.documents.get(uri)) return;
    if (path === undefined) {
      this.#asked?.reporter?.report({
        items: [{ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] }],
      });
      return;
    }
    this.#asked?.has.set(path, FROM_DOCUMENT);
    this.#changed.add(path);
    this.#flush();
    this.#workspace.filesChanged([{ path }]);
  }
}
