/** The language server and its life: started once, restarted by command, stopped with the extension. */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Migration } from '../../server/src/lsp/messages.ts';
import { FirstLooks } from './first-look.ts';
import type { LanguageClient } from './language-client.ts';
import { endServer, forkServer, isRunning, type ServerFiles } from './server-process.ts';
import type { StatusItem } from './status.ts';

/** Milliseconds in which the page shows what was seen at the first look: the server as it starts would take the processor away from it. */
const HEAD_START = 300;

/** Set while there is a server to ask: in other windows the menus stay as they are. */
const STARTED = 'menderLint.serverStarted';

export class Server implements vscode.Disposable {
  readonly #files: ServerFiles;
  readonly #output: vscode.LogOutputChannel;
  readonly #status: StatusItem;
  readonly #firstLooks: FirstLooks;
  /** From when it is asked for until it answers. */
  #isStarting = false;
  /** Started; rejected when that failed. */
  #client: Promise<LanguageClient> | undefined;
  #process: ChildProcess | undefined;

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel, status: StatusItem) {
    this.#files = {
      module: context.asAbsolutePath('dist/server.cjs'),
      compiled: vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath,
    };
    this.#firstLooks = new FirstLooks(this.#files);
    this.#output = output;
    this.#status = status;
  }

  /** For a document, or for whatever is in the workspace. Does nothing when the server has been started before. */
  start(document?: vscode.TextDocument): void {
    const look = document && this.#lookAt(document);
    this.#started(look).catch(() => undefined);
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
    void this.#stop();
    this.#firstLooks.dispose();
  }

  #started(look?: Promise<boolean>): Promise<LanguageClient> {
    this.#client ??= this.#start(look).catch(error => {
      this.#isStarting = false;
      this.#firstLooks.endAll();
      this.#output.error(`The language server did not start: ${textOf(error)}`);
      throw error;
    });
    return this.#client;
  }

  /** Before the server can. Whether there is something to be seen of the document then. */
  async #lookAt(document: vscode.TextDocument): Promise<boolean> {
    // The activation does not wait for it.
    await new Promise(setImmediate);
    if (!this.#isStarting) return false;
    try {
      return this.#firstLooks.show(document);
    } catch (error) {
      this.#output.error(`The first look failed: ${textOf(error)}`);
      return false;
    }
  }

  async #start(look: Promise<boolean> | undefined): Promise<LanguageClient> {
    this.#isStarting = true;
    if (await look) await pause(HEAD_START);
    // The process first: it comes up while the code of the client is read.
    let ahead: ChildProcess | undefined = forkServer(this.#files);
    const { createLanguageClient } = await import('./language-client.ts');
    const client = createLanguageClient({
      output: this.#output,
      server: () => {
        const server = ahead && isRunning(ahead) ? ahead : forkServer(this.#files);
        ahead = undefined;
        this.#process = server;
        // What it prints beside the protocol is why it crashes.
        createInterface({ input: server.stderr! }).on('line', line => this.#output.error(line));
        return server;
      },
      showStatus: status => this.#status.show(status),
      heard: uri => this.#firstLooks.end(uri),
    });
    await client.start();
    this.#isStarting = false;
    this.#firstLooks.handOver();
    this.#output.info(`The language server ${client.initializeResult?.serverInfo?.version} runs.`);
    this.#status.appear();
    await vscode.commands.executeCommand('setContext', STARTED, true);
    return client;
  }

  async #stop(): Promise<void> {
    this.#firstLooks.endAll();
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
