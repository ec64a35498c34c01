/** The client's side of the protocol, wherever the server runs. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, ErrorAction, type LanguageClientOptions } from 'vscode-languageclient';
import { documentSelector } from './selector.ts';

/** `client`: who is made with them. */
export function clientOptions(
  output: vscode.LogOutputChannel,
  client: () => BaseLanguageClient,
): LanguageClientOptions {
  let ended: ReturnType<BaseLanguageClient['createDefaultErrorHandler']> | undefined;
  return {
    documentSelector: documentSelector(),
    // What is shown in a hover comes of files that nobody has to trust: no link in it runs a command, no HTML is any.
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions: { showsStatus: true, explainsRules: true, previewsFixes: true, checksJson: checksJson() },
    outputChannel: output,
    traceOutputChannel: output,
    errorHandler: {
      // What cannot be sent to a server that has gone is no reason to do without the next one, as it would be by
      // default from four on.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        ended ??= client().createDefaultErrorHandler();
        return ended.closed();
      },
    },
    // The client's own default is to ask when a file is opened only.
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
}

/** Whether VS Code itself says what is wrong with JSON: once is enough. */
function checksJson(): boolean {
  const isThere = vscode.extensions.getExtension('vscode.json-language-features') !== undefined;
  return isThere && vscode.workspace.getConfiguration('json').get('validate.enable', true);
}
