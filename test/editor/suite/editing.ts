/** What the tests do as a user would, and waits that end with an event, never with a time. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

export const extensionId = 'mender-lint.mender-lint';

/** Ends when VS Code has activated the extension by itself, of which it does not tell. */
export async function untilActive(): Promise<void> {
  while (!vscode.extensions.getExtension(extensionId)!.isActive) await new Promise(setImmediate);
}

/** A file of the first folder of the workspace. */
export function file(path: string, folder = 0): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![folder]!.uri, path);
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'mender-lint');
}

/** Ends when the findings of a file are as they should be; the time-out of the test says that they never were. */
export function until(
  uri: vscode.Uri,
  isSo: (findings: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return new Promise(resolve => {
    const look = () => {
      const findings = findingsOf(uri);
      if (!isSo(findings)) return;
      listener.dispose();
      resolve(findings);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Ends when a document is of this language, at once or once the extension has given it one. */
export function untilLanguage(document: vscode.TextDocument, language: string): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (document.languageId !== language) return;
      listener.dispose();
      resolve();
    };
    const listener = vscode.workspace.onDidOpenTextDocument(look);
    look();
  });
}

export function untilCodes(uri: vscode.Uri, ...codes: readonly string[]): Promise<vscode.Diagnostic[]> {
  return until(uri, findings => JSON.stringify(findings.map(codeOf)) === JSON.stringify(codes));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function textOf(editor: vscode.TextEditor, { range }: vscode.Diagnostic): string {
  return editor.document.getText(range);
}

/** A new file with this text, opened. */
export async function openNew(path: string, text: string, folder = 0): Promise<vscode.TextEditor> {
  const uri = file(path, folder);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return open(uri);
}

export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
    10,
  );
  return actions.filter(
    action =>
      action.title !== 'Fix this problem' &&
      (action.diagnostics === undefined || action.diagnostics.every(({ source }) => source === 'mender-lint')),
  );
}

export async function apply({ edit }: vscode.CodeAction): Promise<void> {
  assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert').then(undefined, () => undefined);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
    cwd: vscode.workspace.workspaceFolders![0]!.uri.fsPath,
    stdio: 'ignore',
  });
}

/**
 * Does something again and again, until what is to come of it has come. The pauses grow: what takes longer than one must not be disturbed
 * for ever.
 */
export async function repeatUntil(noticed: Promise<unknown>, act: () => unknown): Promise<void> {
  let isNoticed = false;
  const end = noticed.then(() => {
    isNoticed = true;
  });
  for (let pause = FIRST_PAUSE; !isNoticed; pause *= 2) {
    await act();
    await Promise.race([end, new Promise(resolve => setTimeout(resolve, pause))]);
  }
}

/** Milliseconds: more than VS Code takes to tell of a change. */
const FIRST_PAUSE = 500;

/**
 * Ends when the window has as many folders as its workspace file names. A VS Code in a browser that reads such a file for the first time
 * may be ready before it and then has none, until the file changes.
 */
export async function untilFolders(number: number): Promise<void> {
  const { workspace } = vscode;
  const areThere = () => workspace.workspaceFolders?.length === number;
  if (areThere()) return;
  const told = new Promise<void>(resolve => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      if (!areThere()) return;
      listener.dispose();
      resolve();
    });
  });
  const { fsPath } = workspace.workspaceFile!;
  const text = readFileSync(fsPath, 'utf8');
  await repeatUntil(told, () => writeFileSync(fsPath, text));
}

/**
 * Ends when VS Code has told of a change that it did not make itself. Its watcher comes up long after the window, and what happens on the
 * disk before that nobody is told of.
 */
export async function untilWatched(): Promise<void> {
  const { fsPath } = file('watched');
  const watcher = vscode.workspace.createFileSystemWatcher('**/watched');
  const told = new Promise<void>(resolve => {
    watcher.onDidCreate(() => resolve());
    watcher.onDidChange(() => resolve());
  });
  await repeatUntil(told, () => writeFileSync(fsPath, `${Date.now()}`));
  watcher.dispose();
  rmSync(fsPath);
}

/** The document that VS Code's git shows for the last commit of a file. */
export async function committed(uri: vscode.Uri): Promise<vscode.Uri> {
  const git = await vscode.extensions
    .getExtension<{ getAPI(version: 1): GitApi }>('vscode.git')!
    .activate()
    .then(extension => extension.getAPI(1));
  await git.openRepository(vscode.workspace.workspaceFolders![0]!.uri);
  return git.toGitUri(uri, 'HEAD');
}

interface GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

/** Process ids of the language servers that this extension host has started. */
export function serverProcesses(): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap(line => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && /mender-lint[^ ]*\/dist\/server\.cjs/.test(command!) ? [Number(pid)] : [];
  });
}

/** Resolves when a process of somebody else's is no more. */
export async function ended(pid: number): Promise<void> {
  await once(spawn('tail', [`--pid=${pid}`, '-f', '/dev/null']), 'exit');
}

export function manifest(): {
  readonly engines: { readonly vscode: string };
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
} {
  return JSON.parse(readFileSync(`${vscode.extensions.getExtension(extensionId)!.extensionPath}/package.json`, 'utf8'));
}
