/** What depends on where the extension runs: with Node, or in a browser. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Status } from '../../server/src/lsp/messages.ts';

export interface Platform {
  createClient(commandContext: ClientContext): Promise<ServedClient>;
}

export interface ClientContext {
  readonly context: vscode.ExtensionContext;
  readonly output: vscode.LogOutputChannel;
  showStatus(status: Status): void;
  /** A server has started, at first or after a crash. */
  didStart(): void;
}

/** A client that is not started yet. */
export interface ServedClient {
  readonly client: BaseLanguageClient;
  /** Ends a server that should have ended, and hangs. */
  endServer(): void;
}
