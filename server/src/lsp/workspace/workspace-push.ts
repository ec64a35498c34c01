/**
 * `textDocument/publishDiagnostics` of files that are not open, for clients that do not pull those of the workspace.
 */
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';
import type { Workspace } from './workspace.ts';

export class WorkspacePush {
  readonly #session: Session;
  readonly #workspace: Workspace;
  readonly #changed = new Set<string>();
  /** Paths of files whose findings have been sent. */
  readonly #sent = new Set<string>();
  readonly #isWanted: () => boolean;

  /** `isWanted` is called whenever there is something to send: the client may have begun to pull. */
  constructor(session: Session, workspace: Workspace, isWanted: () => boolean) {
    this.#session = session;
    this.#workspace = workspace;
    this.#isWanted = isWanted;
    workspace.listen({
      changed: path => this.#changed.add(path),
      flush: () => undefined,
      state: ({ kind }) => {
        if (kind !== 'checking') this.flush();
      },
    });
    session.documents.onDidOpen(({ document }) => this.#opened(document.uri));
    session.documents.onDidClose(({ document }) => this.#closed(document.uri));
  }

  /** Sends what is new, or retracts what has been sent when it is no longer wanted. */
  flush(): void {
    const isWanted = this.#isWanted();
    const paths = isWanted ? [...this.#changed] : [...this.#sent];
    this.#changed.clear();
    for (const path of paths) {
      const { documents } = this.#session;
      if (documents.at(path)) continue;
      const found = isWanted ? this.#workspace.findings.get(path) : undefined;
      if (!found && !this.#sent.delete(path)) continue;
      if (found) this.#sent.add(path);
      void this.#session.connection.sendDiagnostics({
        uri: documents.uriOf(path),
        diagnostics: [...(found?.diagnostics ?? [])],
      });
    }
  }

  /** An open document has its own diagnostics. */
  #opened(uri: string): void {
    const path = filePathOf(uri);
    if (path === undefined || !this.#sent.delete(path) || !this.#session.client.pullsDiagnostics) return;
    void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #closed(uri: string): void {
    const path = filePathOf(uri);
    if (path === undefined) {
      if (!this.#session.client.pullsDiagnostics)
        void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
      return;
    }
    // Diagnostics sent for the open document must be replaced, even by nothing.
    if (!this.#session.client.pullsDiagnostics) this.#sent.add(path);
    this.#changed.add(path);
    if (!this.#workspace.filesChanged([{ path }])) this.flush();
  }
}
