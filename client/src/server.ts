/** The life of the language server: started once, restarted by command, stopped with the extension. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Migration } from '../../server/src/lsp/messages.ts';
import type { Platform, ServedClient } from './platform.ts';
import type { StatusItem } from './status.ts';

/** Set while a server can be asked: in other windows the menus stay as they are. */
const STARTED = 'menderLint.serverStarted';

export class Server implements vscode.Disposable {
  readonly #platform: Platform;
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #status: StatusItem;
  /** Resolved when it has started; rejected when that failed. */
  #client: Promise<BaseLanguageClient> | undefined;
  #served: ServedClient | undefined;
  readonly #didStart = new vscode.EventEmitter<void>();

  constructor(
    platform: Platform,
    context: vscode.ExtensionContext,
    output: vscode.LogOutputChannel,
    status: StatusItem,
  ) {
    this.#platform = platform;
    this.#context = context;
    this.#output = output;
    this.#status = status;
  }

  /** Does nothing when the server has been started before. */
  start(): void {
    this.#started().catch(() => undefined);
  }

  /** Fired each time that a server starts, also after a crash: it knows nothing of the workspace yet. */
  get onDidStart(): vscode.Event<void> {
    return this.#didStart.event;
  }

  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** Starts the server if necessary. */
  async request<Answer>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Answer> {
    const client = await this.#started();
    return client.sendRequest<Answer>(method, params, token);
  }

  /** As VS Code's type, with its annotations. */
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

  #started(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start().catch(error => {
      this.#output.error(`The language server did not start: ${textOf(error)}`);
      throw error;
    });
    return this.#client;
  }

  async #start(): Promise<BaseLanguageClient> {
    const served = await this.#platform.createClient({
      context: this.#context,
      output: this.#output,
      showStatus: status => this.#status.show(status),
      didStart: () => this.#didStart.fire(),
    });
    this.#served = served;
    const { client } = served;
    await client.start();
    this.#output.info(`The language server ${client.initializeResult?.serverInfo?.version} runs.`);
    this.#status.appear();
    await vscode.commands.executeCommand('setContext', STARTED, true);
    return client;
  }

  async #stop(): Promise<void> {
    const starting = this.#client;
    const served = this.#served;
    this.#client = undefined;
    try {
      const client = await starting;
      await client?.dispose();
    } catch (error) {
      this.#output.warn(`The language server did not stop: ${textOf(error)}`);
    }
    served?.endServer();
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
