/** Decides when the server is started: as soon as something in the window concerns Mender, and not before. */
import * as vscode from 'vscode';
import { documentIsRelevant, globOfMender, isInProject, isNamedRelevantly, workspaceIsRelevant } from './relevant.ts';
import { isForServer } from './selector.ts';
import type { Server } from './server.ts';

export function startWhenNeeded(server: Server, output: vscode.LogOutputChannel): vscode.Disposable {
  /** The answer is valid until other folders are opened, or a file named after Mender appears. */
  let relevant: Promise<boolean | undefined> | undefined;
  const search = async () => {
    const found = await workspaceIsRelevant();
    if (found === undefined)
      output.warn('Searching for files of Mender took too long. Run the command Check Workspace to check them anyway.');
    return found;
  };
  const startFor = async (document?: vscode.TextDocument) => {
    if (server.isStarted || !isWanted(document)) return;
    if (document && documentIsRelevant(document)) return server.start();
    relevant ??= search();
    const isNeeded = (await relevant) || (document !== undefined && (await isInProject(document)));
    if (isNeeded && !server.isStarted) server.start();
  };
  const startForAll = () => {
    void startFor();
    vscode.workspace.textDocuments.forEach(document => void startFor(document));
  };
  const created = vscode.workspace.createFileSystemWatcher(globOfMender, false, true, true);
  startForAll();
  return vscode.Disposable.from(
    created,
    created.onDidCreate(uri => {
      if (!isNamedRelevantly(uri)) return;
      relevant = Promise.resolve(true);
      startForAll();
    }),
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(({ document }) => void startFor(document))),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (server.isStarted || !isWanted(document)) return;
      if (documentIsRelevant(document, textAround(document, contentChanges))) server.start();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      relevant = undefined;
      startForAll();
    }),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('menderLint')) startForAll();
    }),
  );
}

/**
 * Outside of the workspace VS Code and other extensions open and change their own files, such as settings: only shown
 * documents count.
 */
function isOpenedByUser(document: vscode.TextDocument): boolean {
  if (document.isUntitled || vscode.workspace.getWorkspaceFolder(document.uri)) return true;
  return vscode.window.visibleTextEditors.some(editor => editor.document === document);
}

/** The workspace is searched only when all its files are to be checked. */
function isWanted(document: vscode.TextDocument | undefined): boolean {
  if (document && !(isForServer(document) && isOpenedByUser(document))) return false;
  const settings = vscode.workspace.getConfiguration('menderLint', document);
  const mode = settings.get('diagnosticMode');
  return settings.get<boolean>('enable', true) && (mode === 'workspace' || (mode === 'openFiles' && !!document));
}

/** The lines that one change has touched; with several changes, each has moved the others. */
function textAround(
  document: vscode.TextDocument,
  [change, ...others]: readonly vscode.TextDocumentContentChangeEvent[],
): string {
  if (!change || others.length > 0) return document.getText();
  const { line } = change.range.start;
  const last = line + change.text.split('\n').length - 1;
  return document.getText(new vscode.Range(line, 0, last, Number.MAX_SAFE_INTEGER));
}
