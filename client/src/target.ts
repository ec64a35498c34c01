/** *Select Target Version*: changes the options file of a project if that sets the target; else the settings. */
import * as vscode from 'vscode';
import { SELECT_TARGET, type SelectedTarget, type SelectTargetParams } from '../../server/src/lsp/messages.ts';
import { valuesOf } from './manifest-values.ts';
import type { Server } from './server.ts';

export async function selectTarget(server: Server, context: vscode.ExtensionContext): Promise<void> {
  const items = valuesOf(context, 'target').map(({ value, meaning }) => ({ label: value, description: meaning }));
  const picked = await vscode.window.showQuickPick(items.reverse(), {
    title: 'Release of mender-update and mender-auth that the files are to work with',
  });
  if (!picked) return;
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  const about = active?.scheme === 'file' ? vscode.Uri.joinPath(active, '..') : folder?.uri;
  const params: SelectTargetParams = { target: picked.label, ...(about ? { uri: about.toString() } : {}) };
  const { edit } = await server.request<SelectedTarget>(SELECT_TARGET, params);
  if (edit) {
    const made = await server.workspaceEdit(edit);
    if (await vscode.workspace.applyEdit(made)) await Promise.all(made.entries().map(([uri]) => saved(uri)));
    return;
  }
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration('menderLint').update('target', picked.label, folder ? Workspace : Global);
}

/** The file on disk counts. */
async function saved(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await document.save();
}
