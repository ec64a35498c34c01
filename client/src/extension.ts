/** Entry point in VS Code: starts the language server when there is something for it. Knows no rule. */
import * as vscode from 'vscode';
import { CHECK_WORKSPACE } from '../../server/src/lsp/messages.ts';
import { migrate } from './migrate.ts';
import { Server } from './server.ts';
import { startWhenNeeded } from './start-when-needed.ts';
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
    startWhenNeeded(server, output),
  );
}
