/** The language server and its life: started once, restarted by command, stopped with the extension. */
import type * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { type Migration, STATUS, type Status } from '../../server/src/lsp/messages.ts';
import { documentSelector } from './selector.ts';
import type { StatusItem } from './status.ts';

export class Server implements vscode.Disposable {
  readonly #output: vscode.LogOutputChannel;
  readonly #module: string;
  readonly #status: StatusItem;
  #client: LanguageClient | undefined;
  #starting: Promise<void> | undefined;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, status: StatusItem) {
    this.#status = status;
    this.#output = output;
    this.#module = context.asAbsolutePath('dist/server.cjs');
  }

  /** Does nothing when the server has been started before. */
  start(): Promise<void> {
    this.#client ??= this.#create();
    this.#starting ??= this.#client.start().catch(error => {
      this.#output.error(
        `The language server did not start: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    return this.#starting;
  }

  get isStarted(): boolean {
    return this.#client !== undefined;
  }

  /** Starts the server if need be. */
  async request<Answer>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<Answer> {
    await this.start();
    return this.#client!.sendRequest<Answer>(method, params, token);
  }

  /** As VS Code has it, with its annotations. */
  async workspaceEdit(edit: Migration['edit']): Promise<vscode.WorkspaceEdit> {
    return this.#client!.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  async notify(method: string): Promise<void> {
    await this.start();
    await this.#client!.sendNotification(method);
  }

  async restart(): Promise<void> {
    const client = this.#client;
    if (!client) return this.start();
    await this.#starting;
    await client.restart();
    this.#output.info('The language server was restarted.');
  }

  dispose(): void {
    void this.#client?.dispose();
  }

  #create(): LanguageClient {
    const server: ServerOptions = { module: this.#module, transport: TransportKind.ipc };
    const options: LanguageClientOptions = {
      documentSelector,
      initializationOptions: { showsStatus: true },
      outputChannel: this.#output,
      traceOutputChannel: this.#output,
      // The client's own default is to ask when a file is opened only.
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    };
    const client = new LanguageClient('menderLint', 'Mender Lint', server, options);
    client.onNotification(STATUS, (status: Status) => this.#status.show(status));
    return client;
  }
}
