/** *Create or Update Baseline*: the findings of today are known from then on. One that is there is replaced only when that is confirmed. */
import * as vscode from 'vscode';
import { BASELINE, type BaselineFile, type BaselineParams } from '../../server/src/lsp/messages.ts';
import { chosenFolder } from './folder.ts';
import type { Server } from './server.ts';
import { counted } from './status-text.ts';

export async function createBaseline(server: Server): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) return;
  const params: BaselineParams = { uri: folder.uri.toString() };
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: 'Mender Lint: recording findings',
    cancellable: true,
  };
  const file = await vscode.window.withProgress(options, async (_progress, token) => {
    try {
      return await server.request<BaselineFile | null>(BASELINE, params, token);
    } catch (error) {
      if (token.isCancellationRequested) return null;
      throw error;
    }
  });
  if (!file) return;
  const uri = vscode.Uri.parse(file.uri);
  const recorded = `${counted(file.findings, 'finding')} in ${counted(file.files, 'file')}`;
  if ((await isThere(uri)) && !(await confirmed(`Replace the baseline? It will have ${recorded}.`))) return;
  await vscode.workspace.fs.writeFile(uri, Buffer.from(file.text));
  void vscode.window.showInformationMessage(`Recorded ${recorded} in ${vscode.workspace.asRelativePath(uri)}.`);
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function confirmed(question: string): Promise<boolean> {
  return (await vscode.window.showWarningMessage(question, { modal: true }, 'Replace')) === 'Replace';
}
