/** The client of a server with Node. Large, hence a separate bundle, loaded when a server must be started. */
import type { ChildProcess } from 'node:child_process';
import type * as vscode from 'vscode';
import { IPCMessageReader, IPCMessageWriter, LanguageClient } from 'vscode-languageclient/node';
import { STATUS, type Status } from '../../server/src/lsp/messages.ts';
import { clientOptions } from './client-options.ts';

export interface ClientOptions {
  readonly output: vscode.LogOutputChannel;
  /** A new server; called again when it has crashed. */
  server(): ChildProcess;
  showStatus(status: Status): void;
}

/** A client that is not started yet. */
export function createLanguageClient({ server, output, showStatus }: ClientOptions): LanguageClient {
  const client: LanguageClient = new LanguageClient(
    'menderLint',
    'Mender Lint',
    async () => {
      const process = server();
      return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
    },
    clientOptions(output, () => client),
  );
  client.onNotification(STATUS, showStatus);
  return client;
}
