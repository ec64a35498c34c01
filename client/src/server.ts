/** The life of the language server: started once, restarted by command, stopped with the extension. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as vscode from 'vscode';
import type { Migration } from '../../server/src/lsp/messages.ts';
import type { LanguageClient } from './language-client.ts';
import { endServer, forkServer } from './server-process.ts';
import type { StatusItem } from './status.ts';

/** Set while there is a server to ask: in other windows the menus stay as they are. */
const STARTED = 'menderLint.serverStarted';

/** Where *Attach to Server* in .vscode/launch.json finds the server of the window that it debugs. */
const INSPECT = '--inspect=127.0.0.1:6009';

export class Server implements vscode.Disposable {
  /** The server's bundle. */
  readonly #module: string;
  readonly #isDebugged: boolean;
  readonly #output: vscode.LogOutputChannel;
  readonly #status: StatusItem;
  /** Started; rejected when that failed. */
  #client: Promise<LanguageClient> | undefined;
  #process: ChildProcess | undefined;
  readonly #didStart = new vscode.EventEmitter<void>();

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, status: StatusItem) {
    this.#module = context.asAbsolutePath('dist/server.cjs');
    this.#isDebugged = context.extensionMode === vscode.ExtensionMode.Development;
    this.#output = output;
    this.#status = status;
  }

  /** Does nothing when the server has been started before. */
  start(): void {
    this.#started().catch(() => undefined);
  }

  /** Each time that a server begins, also after one has crashed: it knows nothing of the workspace yet. */
  get onDidStart(): vscode.Event<void> {
    return this.#didStart.event;
  }

  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** Starts the server if need be. */
  async request<Answer>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Answer> {
    const client = await this.#started();
    return client.sendRequest<Answer>(method, params, token);
  }

  /** As VS Code has it, with its annotations. */
  async workspaceEdit(edit: Migration['edit']): Promise<vscode.WorkspaceEdit> {
    const client = await this.#started();
    return client.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  async notify(method: string): Promise<void> {
    const client = await this.#started();
    await client.sendNotification(method);
  }

  async restart(): Promise<void> {
    await this.#stop();
    await this.#started();
  }

  dispose(): void {
    this.#didStart.dispose();
    void this.#stop();
  }

  #started(): Promise<LanguageClient> {
    this.#client ??= this.#start().catch(error => {
      this.#output.error(`The language server did not start: ${textOf(error)}`);
      throw error;
    });
    return this.#client;
  }

  async #start(): Promise<LanguageClient> {
    const { createLanguageClient } = await import('./language-client.ts');
    const client = createLanguageClient({
      output: this.#output,
      server: () => this.#fork(),
      showStatus: status => this.#status.show(status),
    });
    await client.start();
    this.#output.info(`The language server ${client.initializeResult?.serverInfo?.version} runs.`);
    this.#status.appear();
    await vscode.commands.executeCommand('setContext', STARTED, true);
    return client;
  }

  #fork(): ChildProcess {
    const server = forkServer(this.#module, this.#isDebugged ? [INSPECT] : []);
    // What it prints beside the protocol is why it crashes.
    createInterface({ input: server.stderr! }).on('line', line => this.#output.error(line));
    this.#process = server;
    this.#didStart.fire();
    return server;
  }

  async #stop(): Promise<void> {
    const starting = this.#client;
    const server = this.#process;
    this.#client = undefined;
    try {
      const client = await starting;
      await client?.dispose();
    } catch (error) {
      this.#output.warn(`The language server did not stop: ${textOf(error)}`);
    }
    if (server) endServer(server);
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
