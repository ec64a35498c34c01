/** *Create Configuration*: creates the options file of a project, or opens the existing one. */
import * as vscode from 'vscode';
import { chosenFolder } from './folder.ts';
import type { StatusItem } from './status.ts';

const NAME = '.mender-lint.json';

export async function createConfiguration({ last }: StatusItem): Promise<void> {
  const folder = await chosenFolder();
  if (!folder) return;
  const uri = vscode.Uri.joinPath(folder.uri, NAME);
  const edit = new vscode.WorkspaceEdit();
  const target = last.targets[0] ?? vscode.workspace.getConfiguration('menderLint', folder).get<string>('target');
  const text = `${JSON.stringify({ target, rules: {}, exclude: [] }, undefined, 2)}\n`;
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri);
}
