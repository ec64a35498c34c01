/** The client's side of the protocol, wherever the server runs. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, ErrorAction, type LanguageClientOptions } from 'vscode-languageclient';
import { documentSelector } from './selector.ts';

/** `client`: the client that is created with them. */
export function clientOptions(
  output: vscode.LogOutputChannel,
  client: () => BaseLanguageClient,
): LanguageClientOptions {
  let ended: ReturnType<BaseLanguageClient['createDefaultErrorHandler']> | undefined;
  return {
    documentSelector: documentSelector(),
    // Hovers contain text of files that nobody must trust: links run no commands, and HTML is shown as text.
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions: { showsStatus: true, explainsRules: true, previewsFixes: true, checksJson: checksJson() },
    outputChannel: output,
    traceOutputChannel: output,
    errorHandler: {
      // Failed writes to a server that has gone must not prevent starting the next one, as four of them would by
      // default.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        ended ??= client().createDefaultErrorHandler();
        return ended.closed();
      },
    },
    // By default the client pulls only when a file is opened.
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
}

/** Whether VS Code itself reports invalid JSON: once is enough. */
function checksJson(): boolean {
  const isThere = vscode.extensions.getExtension('vscode.json-language-features') !== undefined;
  return isThere && vscode.workspace.getConfiguration('json').get('validate.enable', true);
}
