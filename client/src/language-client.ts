/** The client's side of the protocol. Big, hence a bundle of its own, which is read when a server is to be started. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { STATUS, type Status } from '../../server/src/lsp/messages.ts';
import { documentSelector } from './selector.ts';

export type { LanguageClient };

export interface ClientOptions {
  /** Path of the server's bundle. */
  readonly module: string;
  readonly output: vscode.LogOutputChannel;
  showStatus(status: Status): void;
}

/** A client that is not started yet. */
export function createLanguageClient({ module, output, showStatus }: ClientOptions): LanguageClient {
  const client = new LanguageClient(
    'menderLint',
    'Mender Lint',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: [...documentSelector()],
      initializationOptions: { showsStatus: true },
      outputChannel: output,
      traceOutputChannel: output,
      // The client's own default is to ask when a file is opened only.
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    },
  );
  client.onNotification(STATUS, showStatus);
  return client;
}
