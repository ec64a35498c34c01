/** The client's side of the protocol. Large, hence a bundle of its own, loaded when a server is to be started. */
import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import { ErrorAction, IPCMessageReader, IPCMessageWriter, LanguageClient } from 'vscode-languageclient/node';
import { STATUS, type Status } from '../../server/src/lsp/messages.ts';
import { documentSelector } from './selector.ts';

export type { LanguageClient };

export interface ClientOptions {
  readonly output: vscode.LogOutputChannel;
  /** A server that nobody talks to yet; called again when it has crashed. */
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
    {
      documentSelector,
      // What is shown in a hover comes of files that nobody has to trust: no link in it runs a command, no HTML is any.
      markdown: { isTrusted: false, supportHtml: false },
      initializationOptions: { showsStatus: true, explainsRules: true, previewsFixes: true, checksJson: checksJson() },
      outputChannel: output,
      traceOutputChannel: output,
      errorHandler: {
        // What cannot be sent to a server that has gone is no reason to do without the next one, as it would be by
        // default from four on.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ended.closed(),
      },
      // The client's own default is to ask when a file is opened only.
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    },
  );
  const ended = client.createDefaultErrorHandler();
  client.onNotification(STATUS, showStatus);
  return client;
}

/** Whether VS Code itself says what is wrong with JSON: once is enough. */
function checksJson(): boolean {
  const isThere = vscode.extensions.getExtension('vscode.json-language-features') !== undefined;
  return isThere && vscode.workspace.getConfiguration('json').get('validate.enable', true);
}
