/** The peer as an extension: it starts bash-language-server, as npm installs it, like its own extension for VS Code. */
import type * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const client = new LanguageClient(
    'bash',
    'Bash',
    {
      command: process.execPath,
      args: [context.asAbsolutePath('node_modules/bash-language-server/out/cli.js'), 'start'],
    },
    { documentSelector: [{ scheme: 'file', language: 'shellscript' }] },
  );
  context.subscriptions.push(client);
  await client.start();
}
