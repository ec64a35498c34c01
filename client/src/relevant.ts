/**
 * Whether anything in the window concerns Mender: otherwise no server is started. Reads names, and texts of open
 * documents.
 */
import * as vscode from 'vscode';
import { mayConcernMender, namesOfMender } from '../../server/src/languages/keywords.ts';
import { isForServer } from './selector.ts';

export const globOfMender = `**/{${namesOfMender.join(',')}}`;

/** Milliseconds that a slow disk needs for a big tree. */
const LONGEST_SEARCH = 60_000;

/**
 * Searches names only, and not the files that the user excludes from VS Code's search. Undefined when the search took
 * too long.
 */
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

/** `text`: the text to look at. */
export function documentIsRelevant(document: vscode.TextDocument, text = document.getText()): boolean {
  return isForServer(document) && mayConcernMender(pathInWorkspace(document.uri), text);
}

/**
 * Whether a file of the workspace is named after Mender. A watcher reports others, too, such as those of VS Code
 * itself.
 */
export function isNamedRelevantly(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined && mayConcernMender(pathInWorkspace(uri), '');
}

/** The path of a workspace's folder says nothing about its contents. */
function pathInWorkspace(uri: vscode.Uri): string {
  return `/${vscode.workspace.asRelativePath(uri, false)}`;
}

/** Whether a document outside of the workspace may be searched for words of custom rules. */
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
