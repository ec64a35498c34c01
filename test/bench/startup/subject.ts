/** The extension under test, as the extension host sees it. */
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';

const candidates = ['mender-lint.mender-lint', 'mender-lint-tests.peer'];

/** Whichever of the two is installed. */
export function subject(): vscode.Extension<unknown> {
  const [extension] = candidates.flatMap(id => vscode.extensions.getExtension(id) ?? []);
  if (!extension) throw new Error('neither extension is installed');
  return extension;
}

export function fileOfWorkspace(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Milliseconds between two measurements of the extension host. */
const LOOK = 500;
/** Milliseconds of processor time that count as idle. */
const LITTLE = 25;
/** Consecutive idle measurements that mean rest, and not a pause. */
const QUIET_LOOKS = 4;

/** Resolves when VS Code has finished its own start, or its work for shown files, however long that takes. */
export async function rest(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    const before = process.cpuUsage();
    await pause(LOOK);
    const { user, system } = process.cpuUsage(before);
    quiet = (user + system) / 1000 < LITTLE ? quiet + 1 : 0;
  }
}

/** Resolves when the extension has been activated: its own findings may appear before VS Code says so. */
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

/** From the marks for VS Code's `Developer: Startup Performance`; what VS Code itself does in between is left out. */
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
