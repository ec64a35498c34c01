/** Entry point in VS Code: starts the language server when the first file for it is opened. Knows no rule. */
import * as vscode from 'vscode';
import { isForServer } from './selector.ts';
import { Server } from './server.ts';

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Mender Lint', { log: true });
  const server = new Server(context, output);
  context.subscriptions.push(
    output,
    server,
    vscode.commands.registerCommand('menderLint.restart', () => server.restart()),
    vscode.commands.registerCommand('menderLint.showOutput', () => output.show()),
  );
  // JSON files activate the extension too, and most of them are nobody's mender.conf: no server for those.
  const startFor = (document: vscode.TextDocument) => {
    if (isForServer(document)) void server.start();
  };
  vscode.workspace.textDocuments.forEach(startFor);
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(startFor));
}
