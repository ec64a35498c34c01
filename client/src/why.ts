/** The command that says why a file is checked or not. */
import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Why } from '../../server/src/workspace/why.ts';
import type { Server } from './server.ts';

/** `uri` comes from the explorer's menu; else the file in the active editor is meant. */
export async function tellWhy(server: Server, uri = vscode.window.activeTextEditor?.document.uri): Promise<void> {
  if (!uri) {
    void vscode.window.showInformationMessage('Open the file that you want to ask about.');
    return;
  }
  const { checked, why } = await server.request<Why>('menderLint/why', { uri: uri.toString() });
  const name = basename(uri.path);
  void vscode.window.showInformationMessage(
    checked ? `${name} is checked: ${why}.` : `${name} is not checked, because it is ${why}.`,
  );
}
