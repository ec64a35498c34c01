/**
 * *Copy Diagnostic Report*: versions, counts and settings of the extension, for somebody who helps with a problem. No
 * paths, no texts, no secrets.
 */
import * as vscode from 'vscode';
import { REPORT } from '../../server/src/lsp/messages.ts';
import type { Server } from './server.ts';

/** Settings whose values reveal nothing about a project. */
const plain = ['enable', 'diagnosticMode', 'target', 'from', 'include', 'useIgnoreFiles'] as const;

export async function copyReport(server: Server, { extension }: vscode.ExtensionContext): Promise<string> {
  const settings = vscode.workspace.getConfiguration('menderLint');
  const { packageJSON } = extension as { packageJSON: { version: string } };
  const report = [
    await server.request<string>(REPORT, undefined),
    `VS Code ${vscode.version}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'in a browser' : 'on the desktop'}, remote: ${vscode.env.remoteName ?? 'no'}, extension ${packageJSON.version}`,
    `Language of the active editor: ${vscode.window.activeTextEditor?.document.languageId ?? 'none is open'}`,
    `Settings: ${plain.map(name => `${name} ${JSON.stringify(settings.get(name))}`).join(', ')}`,
  ].join('\n');
  await vscode.env.clipboard.writeText(report);
  void vscode.window.showInformationMessage('The report is in the clipboard.');
  return report;
}
