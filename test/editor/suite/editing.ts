/** Helpers that need Node: for processes, git, and changes that VS Code does not make itself. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { extensionId, file, repeatUntil } from './window.ts';

export * from './window.ts';

export function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
    cwd: vscode.workspace.workspaceFolders![0]!.uri.fsPath,
    stdio: 'ignore',
  });
}

/**
 * Resolves when the window has as many folders as its workspace file names. A VS Code in a browser that reads such a
 * file for the first time may be ready before it and then has none, until the file changes.
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
 * Resolves when VS Code has reported a change that it did not make itself. Its watcher starts long after the window,
 * and earlier changes on the disk are never reported.
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

/** Resolves when a process of another program has ended. */
export async function ended(pid: number): Promise<void> {
  await once(spawn('tail', [`--pid=${pid}`, '-f', '/dev/null']), 'exit');
}

export function manifest(): {
  readonly engines: { readonly vscode: string };
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
} {
  return JSON.parse(readFileSync(`${vscode.extensions.getExtension(extensionId)!.extensionPath}/package.json`, 'utf8'));
}
