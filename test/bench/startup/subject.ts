/** The extension under test, as the extension host sees it. */
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

const candidates = ['mender-lint.mender-lint', 'mender-lint-tests.peer'];

/** The one of the two that is installed. */
export function subject(): vscode.Extension<unknown> {
  const [extension] = candidates.flatMap(id => vscode.extensions.getExtension(id) ?? []);
  if (!extension) throw new Error('neither extension is installed');
  return extension;
}

export function fileOfWorkspace(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Milliseconds after which VS Code has done what it does at its own start, or for the files that it has shown. */
const REST = 3000;

export async function rest(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, REST));
}

export async function show(name: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileOfWorkspace(name)));
}

interface Marks {
  readonly MonacoPerformanceMarks: { getMarks(): readonly { name: string; startTime: number }[] };
}

/** By the marks that VS Code's `Developer: Startup Performance` is made from; what VS Code itself does in between is left out. */
export function activation({ id }: vscode.Extension<unknown>): number | null {
  const marks = (globalThis as unknown as Marks).MonacoPerformanceMarks.getMarks();
  const times = ['willLoadExtensionCode', 'didLoadExtensionCode', 'willActivateExtension', 'didActivateExtension'].map(
    name => marks.find(mark => mark.name === `code/extHost/${name}/${id}`)?.startTime,
  );
  const [willLoad, didLoad, willActivate, didActivate] = times;
  if (willLoad === undefined || didLoad === undefined || willActivate === undefined || didActivate === undefined)
    return null;
  return didLoad - willLoad + (didActivate - willActivate);
}

/** Processes that this host has started from a file of the extension. */
export function servers({ extensionPath }: vscode.Extension<unknown>): number {
  const list = execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').filter(line => line.trim().startsWith(`${process.pid} `) && line.includes(extensionPath))
    .length;
}
