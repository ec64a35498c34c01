/** The extension under test, as the extension host sees it. */
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';

const candidates = ['mender-lint.mender-lint', 'mender-lint-tests.peer'];

/** The one of the two that is installed. */
export function keywords(): vscode.Extension<unknown> {
  const [extension] = candidates.flatMap(id => vscode.extensions.getExtension(id) ?? []);
  if (!extension) throw new Error('neither extension is installed');
  return extension;
}

export function fileOfWorkspace(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Milliseconds between two looks at what the extension host has done meanwhile. */
const LOOK = 500;
/** Milliseconds of processor time in which little is done. */
const LITTLE = 25;
/** Looks in a row that tell rest from a pause. */
const QUIET_LOOKS = 4;

/** Ends when VS Code has done what it does at its own start, or for the files that it has shown, however long that takes. */
export async function rest(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    const before = process.cpuUsage();
    await pause(LOOK);
    const { user, system } = process.cpuUsage(before);
    quiet = (user + system) / 1000 < LITTLE ? quiet + 1 : 0;
  }
}

/** Ends when the extension has been activated: its own findings may be there before VS Code says so. */
export async function untilActive(extension: vscode.Extension<unknown>): Promise<number> {
  for (;;) {
    const time = activation(extension);
    if (time !== null) return time;
    await pause(LOOK / 10);
  }
}

export async function show(name: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileOfWorkspace(name)));
}

interface Marks {
  readonly MonacoPerformanceMarks: { getMarks(): readonly { name: string; startTime: number }[] };
}

/** By the marks that VS Code's `Developer: Startup Performance` is made from; what VS Code itself does in between is left out. */
function activation({ id }: vscode.Extension<unknown>): number | null {
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
