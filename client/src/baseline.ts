/**
 * *Create or Update Baseline*: records the current findings as known. An existing one is replaced only after a
 * confirmation.
 */
import * as vscode from 'vscode';
import { BASELINE, type BaselineFile, type BaselineParams } from '../../server/src/lsp/messages.ts';
import { askWithProgress } from './ask-with-progress.ts';
import { chosenFolder } from './folder.ts';
import type { Server } from './server.ts';
import { counted } from './status-text.ts';

export async function createBaseline(server: Server): Promise<void> {
  const file = await asked(server, 'recording findings', false);
  if (!file) return;
  const uri = vscode.Uri.parse(file.uri);
  const recorded = `${counted(file.findings, 'finding')} in ${counted(file.files, 'file')}`;
  if ((await isThere(uri)) && !(await confirmed(`Replace the baseline? It will have ${recorded}.`))) return;
  await write(uri, file, `Recorded ${recorded} in ${vscode.workspace.asRelativePath(uri)}.`);
}

/** *Prune Baseline*: removes entries that are no longer found, and adds none. */
export async function pruneBaseline(server: Server): Promise<void> {
  const file = await asked(server, 'looking for what is gone', true);
  if (!file) return;
  const uri = vscode.Uri.parse(file.uri);
  const gone = file.before - file.findings;
  const left = `${counted(file.findings, 'finding')} ${file.findings === 1 ? 'is' : 'are'} left in the baseline.`;
  if (!(await isThere(uri))) void vscode.window.showInformationMessage('There is no baseline to prune.');
  else if (gone === 0) void vscode.window.showInformationMessage(`Nothing is gone: ${left}`);
  else await write(uri, file, `Pruned ${counted(gone, 'finding')}; ${left}`);
}

async function asked(server: Server, doing: string, prune: boolean): Promise<BaselineFile | null> {
  const folder = await chosenFolder();
  if (!folder) return null;
  const params: BaselineParams = { uri: folder.uri.toString(), prune };
  return (await askWithProgress<BaselineFile | null>(server, doing, BASELINE, params)) ?? null;
}

async function write(uri: vscode.Uri, { text }: BaselineFile, done: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  void vscode.window.showInformationMessage(done);
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
