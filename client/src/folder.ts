/**
 * The folder of the workspace that a command applies to: that of the active editor, the only one, or the chosen one.
 */
import * as vscode from 'vscode';

export async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const { workspaceFolders = [] } = vscode.workspace;
  const active = vscode.window.activeTextEditor?.document.uri;
  const around = active && vscode.workspace.getWorkspaceFolder(active);
  if (around || workspaceFolders.length === 1) return around ?? workspaceFolders[0];
  if (workspaceFolders.length > 1) return vscode.window.showWorkspaceFolderPick();
  void vscode.window.showInformationMessage('Open a folder first.');
  return undefined;
}
