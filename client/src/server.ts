/** The language server and its life: started once, restarted by command, stopped with the extension. */
import * as vscode from 'vscode';
import type { Migration } from '../../server/src/lsp/messages.ts';
import type { LanguageClient } from './language-client.ts';
import type { StatusItem } from './status.ts';

/** Set while there is a server to ask: in other windows the menus stay as they are. */
const STARTED = 'menderLint.serverStarted';

export class Server implements vscode.Disposable {
  readonly #output: vscode.LogOutputChannel;
  readonly #module: string;
  readonly #status: StatusItem;
  #client: Promise<LanguageClient> | undefined;
  #starting: Promise<void> | undefined;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, status: StatusItem) {
    this.#status = status;
    this.#output = output;
    this.#module = context.asAbsolutePath('dist/server.cjs');
  }

  /** Does nothing when the server has been started before. */
  start(): Promise<void> {
    this.#client ??= this.#load();
    this.#starting ??= this.#client
      .then(async client => {
        await client.start();
        await vscode.commands.executeCommand('setContext', STARTED, true);
      })
      .catch(error => {
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
    if (!this.isStarted) return this.start();
    const client = await this.#started();
    await client.restart();
    this.#output.info('The language server was restarted.');
  }

  /** Starts it anew when it is for other documents than before. */
  async selectAgain(): Promise<void> {
    const loading = this.#client;
    if (!loading) return;
    await this.#starting;
    const client = await loading;
    this.#client = undefined;
    this.#starting = undefined;
    await client.dispose();
    await this.start();
  }

  dispose(): void {
    void this.#client?.then(client => client.dispose());
  }

  async #started(): Promise<LanguageClient> {
    await this.start();
    return this.#client!;
  }

  async #load(): Promise<LanguageClient> {
    const { createLanguageClient } = await import('./language-client.ts');
    return createLanguageClient({
      module: this.#module,
      output: this.#output,
      showStatus: status => this.#status.show(status),
    });
  }
}
