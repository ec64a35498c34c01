/**
 * Selects the documents that the server gets: all files of the user, since only the server decides what a document is.
 */
import * as vscode from 'vscode';

/** A list of schemes excludes views of other documents, such as `git:`, in which nothing can be fixed. */
const usual: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

export function documentSelector(): { readonly scheme: string }[] {
  return schemes().map(scheme => ({ scheme }));
}

export function isForServer({ uri }: vscode.TextDocument): boolean {
  return schemes().includes(uri.scheme);
}

/** In a browser a workspace may have any scheme. */
function schemes(): readonly string[] {
  const { workspaceFolders = [] } = vscode.workspace;
  return [...new Set([...usual, ...workspaceFolders.map(({ uri }) => uri.scheme)])];
}
