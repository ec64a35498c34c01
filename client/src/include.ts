/** *Check Code Blocks and Strings, Too*: includes all kinds of files that are off by default. */
import * as vscode from 'vscode';
import { valuesOf } from './manifest-values.ts';

export async function includeAll(context: vscode.ExtensionContext): Promise<void> {
  const kinds = valuesOf(context, 'include').map(({ value }) => value);
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFolders ? Workspace : Global;
  await vscode.workspace.getConfiguration('menderLint').update('include', kinds, target);
}
