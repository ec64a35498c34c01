/** The command that explains why a file is checked or not. */
import * as vscode from 'vscode';
import { WHY, type Why, type WhyParams } from '../../server/src/lsp/messages.ts';
import type { Server } from './server.ts';

/**
 * `uri` comes from the explorer's menu; else the file in the active editor is meant. Returns the sentence that it has
 * shown.
 */
export async function tellWhy(server: Server, uri = vscode.window.activeTextEditor?.document.uri): Promise<string> {
  const told = uri ? await sentenceOn(server, uri) : 'Open the file that you want to ask about.';
  void vscode.window.showInformationMessage(told);
  return told;
}

async function sentenceOn(server: Server, uri: vscode.Uri): Promise<string> {
  const { checked, why } = await server.request<Why>(WHY, { uri: uri.toString() } satisfies WhyParams);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return checked ? `${name} is checked: ${why}.` : `${name} is not checked, because it is ${why}.`;
}
