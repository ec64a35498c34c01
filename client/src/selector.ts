/**
 * The documents that are shown to the server: all that are somebody's file, since what a document is only the server
 * finds out.
 */
import type * as vscode from 'vscode';

/** A scheme keeps out the views of other documents, such as `git:`, in which nothing can be put right. */
const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

export const documentSelector = schemes.map(scheme => ({ scheme }));

export function isForServer({ uri }: vscode.TextDocument): boolean {
  return schemes.includes(uri.scheme);
}
