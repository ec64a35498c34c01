/** Entry point in VS Code: starts the language server when there is something for it. Knows no rule. */
import * as vscode from 'vscode';
import { CHECK_WORKSPACE } from '../../server/src/lsp/messages.ts';
import { migrate } from './migrate.ts';
import { workspaceIsRelevant } from './relevant.ts';
import { isForServer } from './selector.ts';
import { Server } from './server.ts';
import { StatusItem } from './status.ts';
import { tellWhy } from './why.ts';

export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Mender Lint', { log: true });
  const status = new StatusItem();
  const server = new Server(context, output, status);
  context.subscriptions.push(
    output,
    server,
    status,
    vscode.commands.registerCommand('menderLint.checkWorkspace', () => server.notify(CHECK_WORKSPACE)),
    vscode.commands.registerCommand('menderLint.migrate', () => migrate(server)),
    vscode.commands.registerCommand('menderLint.migrateFolder', (folder: vscode.Uri) => migrate(server, folder)),
    vscode.commands.registerCommand('menderLint.why', (uri?: vscode.Uri) => tellWhy(server, uri)),
    vscode.commands.registerCommand('menderLint.restart', () => server.restart()),
    vscode.commands.registerCommand('menderLint.showOutput', () => output.show()),
  );
  // JSON files activate the extension too, and most of them are nobody's mender.conf: no server for those.
  const startFor = (document: vscode.TextDocument) => {
    if (isForServer(document)) server.start();
  };
  const startForWorkspace = async () => {
    if (!server.isStarted && (await workspaceIsRelevant())) server.start();
  };
  vscode.workspace.textDocuments.forEach(startFor);
  void startForWorkspace();
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeWorkspaceFolders(startForWorkspace),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration('menderLint')) return;
      if (server.isStarted && change.affectsConfiguration('menderLint.include')) void server.restart();
      vscode.workspace.textDocuments.forEach(startFor);
      void startForWorkspace();
    }),
  );
}
