/**
 * A client at the other end of a real connection. Keeps what the server sends until the test has read it; `finish`
 * fails when something was never read.
 */
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { anyRuntime } from '../../server/src/lsp/runtime.ts';
import { type ServeOptions, serve } from '../../server/src/lsp/server.ts';
import { sourceReader } from '../../server/src/sources.ts';
import type { FileSystem } from '../../server/src/workspace/file-system.ts';

export interface Received {
  readonly method: string;
  readonly params: unknown;
}

type Answer = (params: never) => unknown;

const runtime = { ...anyRuntime, sources: () => Promise.resolve(sourceReader) };

export class TestClient {
  readonly connection: MessageConnection;
  readonly #received: Received[] = [];
  readonly #waiting: { method: string; resolve: (message: Received) => void }[] = [];
  #texts = new Map<string, { text: string; version: number }>();

  constructor(connection: MessageConnection, answers: Readonly<Record<string, Answer>> = {}) {
    this.connection = connection;
    connection.onNotification((method, params) => this.#receive({ method, params }));
    connection.onRequest((method, params) => {
      this.#receive({ method, params });
      const answer = answers[method];
      return answer ? answer(params as never) : null;
    });
    connection.listen();
  }

  /** A client of a server in this process. */
  static inProcess(
    answers?: Readonly<Record<string, Answer>>,
    options?: ServeOptions,
    machine: FileSystem = nodeFiles,
  ): TestClient {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    serve(connection, machine, { runtime, ...options });
    return new TestClient(
      createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)),
      answers,
    );
  }

  async start(
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    folders: readonly string[] = [],
  ): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      ...(folders.length > 0 ? { workspaceFolders: folders.map(uri => ({ uri, name: uri })) } : {}),
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'shellscript'): Promise<void> {
    this.#texts.set(uri, { text, version: 1 });
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends changes as they are; without a range, the whole text. */
  async change(uri: string, ...contentChanges: readonly { range?: unknown; text: string }[]): Promise<void> {
    const { version, text } = this.#texts.get(uri)!;
    this.#texts.set(uri, { text, version: version + 1 });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 1 },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params as object);
  }

  /** The next message of that method, sent already or still to come. */
  next(method: string): Promise<Received> {
    const index = this.#received.findIndex(message => message.method === method);
    if (index >= 0) return Promise.resolve(this.#received.splice(index, 1)[0]!);
    return new Promise(resolve => this.#waiting.push({ method, resolve }));
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const { params } = await this.next('textDocument/publishDiagnostics');
    const published = params as { uri: string; diagnostics: Diagnostic[] };
    assert.equal(published.uri, uri);
    return published.diagnostics;
  }

  async pull(
    uri: string,
    previousResultId?: string,
  ): Promise<{ kind: string; resultId?: string; items?: Diagnostic[] }> {
    return this.request('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    });
  }

  /** Takes everything that the server has logged so far. */
  takeLogged(): readonly Received[] {
    const logged = this.#received.filter(({ method }) => method === 'window/logMessage');
    for (const message of logged) this.#received.splice(this.#received.indexOf(message), 1);
    return logged;
  }

  /** Fails when the server sent something unexpected. */
  async finish(): Promise<void> {
    // The answer to a request comes after everything the server had sent before.
    await this.request('shutdown', undefined);
    assert.deepEqual(
      this.#received.map(({ method, params }) => [method, params]),
      [],
      'messages nobody read',
    );
    assert.deepEqual(
      this.#waiting.map(({ method }) => method),
      [],
      'messages that never came',
    );
    this.connection.dispose();
  }

  #receive(message: Received): void {
    const index = this.#waiting.findIndex(({ method }) => method === message.method);
    if (index >= 0) this.#waiting.splice(index, 1)[0]!.resolve(message);
    else this.#received.push(message);
  }
}

/** The edits of one document in a workspace edit, in either of its two forms. */
export function editsOf(edit: WorkspaceEdit | undefined, uri: string): readonly TextEdit[] {
  const versioned = edit?.documentChanges?.flatMap(change =>
    'edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return versioned ?? edit?.changes?.[uri] ?? [];
}
