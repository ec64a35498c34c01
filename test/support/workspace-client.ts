/**
 * A client of a workspace: keeps what it learns about each file, however it is sent, and waits for the expected state.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  ClientCapabilities,
  Diagnostic,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver-protocol';
import { ProgressType } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import type { Status } from '../../server/src/lsp/messages.ts';
import type { ServeOptions } from '../../server/src/lsp/server.ts';
import type { FileSystem } from '../../server/src/workspace/file-system.ts';
import { inFolder } from './command.ts';
import { TestClient } from './test-client.ts';

const partialResult = new ProgressType<WorkspaceDiagnosticReportPartialResult>();

export class WorkspaceClient {
  readonly folder: string;
  /**
   * The last shown state of each file, by its path in the folder: codes, in order. Files without findings are not in
   * it.
   */
  readonly shown = new Map<string, readonly string[]>();
  /** Files whose findings were pushed. */
  readonly pushed = new Set<string>();
  readonly resultIds = new Map<string, string>();
  /** Number of reports, for any file. */
  reports = 0;
  readonly client: TestClient;
  status: Status | undefined;
  settings: Readonly<Record<string, unknown>> = {};
  readonly #waiting = new Set<() => void>();
  #asked = 0;

  constructor(folder: string, options?: ServeOptions, machine?: FileSystem) {
    this.folder = folder;
    this.client = TestClient.inProcess(
      {
        'workspace/configuration': ({ items }: { items: unknown[] }) => items.map(() => this.settings),
      },
      options,
      machine,
    );
    this.client.connection.onNotification('menderLint/status', (status: Status) => {
      this.status = status;
      this.#tell();
    });
    this.client.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        if (diagnostics.length > 0) this.pushed.add(uri);
        else this.pushed.delete(uri);
        this.#show(uri, diagnostics);
      },
    );
  }

  async start(
    capabilities: ClientCapabilities,
    roots: readonly string[] = [''],
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await this.client.start(
      capabilities,
      { showsStatus: true, ...more },
      roots.map(root => this.uri(root)),
    );
  }

  uri(path: string): string {
    return URI.file(path === '' ? this.folder : join(this.folder, path)).toString();
  }

  /** Pulls the workspace, as VS Code does; resolves with how the request ended. */
  ask(previous: ReadonlyMap<string, string> = this.resultIds): { ended: Promise<unknown>; cancel: () => void } {
    const token = `partial-${++this.#asked}`;
    this.client.connection.onProgress(partialResult, token, ({ items }) => {
      for (const item of items) {
        assert.equal(item.kind, 'full');
        this.#show(item.uri, 'items' in item ? item.items : []);
        if (item.resultId === undefined) this.resultIds.delete(item.uri);
        else this.resultIds.set(item.uri, item.resultId);
      }
    });
    const source = new AbortController();
    const previousResultIds = [...previous].map(([uri, value]) => ({ uri, value }));
    const ended = this.client.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds, partialResultToken: token },
      {
        isCancellationRequested: false,
        onCancellationRequested: (listener: (event: unknown) => void) => {
          source.signal.addEventListener('abort', () => listener(undefined));
          return { dispose: () => undefined };
        },
      },
    );
    return { ended: ended.catch((error: Error) => error), cancel: () => source.abort() };
  }

  /** Waits until exactly these files have findings, with these codes. */
  async untilShown(expected: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const wanted = JSON.stringify(Object.entries(expected).sort());
    await this.until(() => JSON.stringify([...this.shown].sort()) === wanted);
  }

  async untilReady(): Promise<void> {
    await this.until(() => this.status !== undefined && this.status.kind !== 'checking');
  }

  /** Any message may make it true; the timeout of the test ends a wait that would never end. */
  until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise(resolve => {
      const look = () => {
        if (!holds()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Reports changed files to the server, as an editor's watcher does. */
  async changed(type: 'created' | 'changed' | 'deleted', ...paths: readonly string[]): Promise<void> {
    const number = { created: 1, changed: 2, deleted: 3 }[type];
    await this.client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: paths.map(path => ({ uri: this.uri(path), type: number })),
    });
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.settings = settings;
    await this.client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  #show(uri: string, diagnostics: readonly Diagnostic[]): void {
    const path = URI.parse(uri).fsPath.slice(this.folder.length + 1);
    this.reports++;
    if (diagnostics.length === 0) this.shown.delete(path);
    else
      this.shown.set(
        path,
        diagnostics.map(({ code }) => String(code)),
      );
    this.#tell();
  }

  #tell(): void {
    for (const look of this.#waiting) look();
  }
}

/** A workspace with these files and a client of it, while `use` runs. */
export function inWorkspace(
  files: Readonly<Record<string, string>>,
  use: (client: WorkspaceClient) => Promise<void>,
  machine?: FileSystem,
): Promise<void> {
  return inFolder(files, async folder => {
    const client = new WorkspaceClient(folder, undefined, machine);
    try {
      await use(client);
    } finally {
      client.client.connection.dispose();
    }
  });
}
