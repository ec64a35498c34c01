/**
 * Selects the documents that the server gets: all files of the user's, since only the server decides what a document
 * is.
 */
import type * as vscode from 'vscode';

/** A scheme keeps out the views of other documents, such as `git:`, in which nothing can be put right. */
const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

export const documentSelector = schemes.map(scheme => ({ scheme }));

export function isForServer({ uri }: vscode.TextDocument): boolean {
  return schemes.includes(uri.scheme);
}
