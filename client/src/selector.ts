/**
 * Selects the documents that the server gets: all files of the user's, since only the server decides what a document
 * is.
 */
import * as vscode from 'vscode';

/** A scheme keeps out the views of other documents, such as `git:`, in which nothing can be put right. */
const usual: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

export function documentSelector(): { readonly scheme: string }[] {
  return schemes().map(scheme => ({ scheme }));
}

export function isForServer({ uri }: vscode.TextDocument): boolean {
  return schemes().includes(uri.scheme);
}

/** In a browser a workspace may be anywhere. */
function schemes(): readonly string[] {
  const { workspaceFolders = [] } = vscode.workspace;
  return [...new Set([...usual, ...workspaceFolders.map(({ uri }) => uri.scheme)])];
}
