/**
 * Whether anything in the window concerns Mender: otherwise no server is started. Reads names, and texts of open
 * documents.
 */
import * as vscode from 'vscode';
import { mayConcernMender, namesOfMender } from '../../server/src/mender/keywords.ts';
import { isForServer } from './selector.ts';

export const globOfMender = `**/{${namesOfMender.join(',')}}`;

/** What a disk that is slow needs for a tree that is big. Milliseconds. */
const LONGEST_SEARCH = 60_000;

/** Looks for names alone, and not where the user has VS Code not look. Undefined when the search took too long. */
export async function workspaceIsRelevant(longest = LONGEST_SEARCH): Promise<boolean | undefined> {
  const { workspaceFolders = [] } = vscode.workspace;
  if (workspaceFolders.some(({ name }) => mayConcernMender(name, ''))) return true;
  if (workspaceFolders.length === 0) return false;
  const search = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => search.cancel(), longest);
  try {
    const found = await vscode.workspace.findFiles(globOfMender, undefined, 1, search.token);
    if (found.length > 0) return true;
    return search.token.isCancellationRequested ? undefined : false;
  } finally {
    clearTimeout(timer);
    search.dispose();
  }
}

/** `text`: what there is to look at. */
export function documentIsRelevant(document: vscode.TextDocument, text = document.getText()): boolean {
  return isForServer(document) && mayConcernMender(pathInWorkspace(document.uri), text);
}

/**
 * Whether a file of the workspace is named after Mender. A watcher reports others too, such as those of VS Code itself.
 */
export function isNamedRelevantly(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined && mayConcernMender(pathInWorkspace(uri), '');
}

/** Where the folder of a workspace lies says nothing of what is in it. */
function pathInWorkspace(uri: vscode.Uri): string {
  return `/${vscode.workspace.asRelativePath(uri, false)}`;
}

/** Whether a document outside of the workspace may be looked through for what a project has rules for. */
export async function isInProject({ uri }: vscode.TextDocument): Promise<boolean> {
  if (uri.scheme !== 'file' || vscode.workspace.getWorkspaceFolder(uri)) return false;
  for (let folder = vscode.Uri.joinPath(uri, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    if (await isThere(vscode.Uri.joinPath(folder, '.mender-lint.json'))) return true;
    if (folder.path === vscode.Uri.joinPath(folder, '..').path) return false;
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
