/**
 * What the tests do in a window as a user would, in every extension host, and waits that end with an event, never with
 * a time.
 */
import * as vscode from 'vscode';

export const extensionId = 'mender-lint.mender-lint';

/** Resolves when VS Code has activated the extension by itself, which it does not report. */
export async function untilActive(): Promise<void> {
  while (!vscode.extensions.getExtension(extensionId)!.isActive) await new Promise(resolve => setTimeout(resolve));
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

/** Resolves when the findings of a file are as expected; the time-out of the test says that they never were. */
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

/** Resolves when a document has this language, at once or once the extension has set it. */
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
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return open(uri);
}

/** At least one: VS Code drops the answer to a question when the light bulb asks at the same time. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  for (;;) {
    const actions = (await askForActions(uri, range, kind)).filter(
      action =>
        action.title !== 'Fix this problem' &&
        (action.diagnostics === undefined || action.diagnostics.every(({ source }) => source === 'mender-lint')),
    );
    if (actions.length > 0) return actions;
  }
}

function askForActions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Thenable<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, kind.value, 10);
}

export async function apply({ edit }: vscode.CodeAction): Promise<void> {
  if (!edit || !(await vscode.workspace.applyEdit(edit))) throw new Error('nothing was edited');
}

/**
 * Runs a command that makes the safe fixes of a document until they are made: VS Code cancels it when the light bulb
 * asks for actions at the same time. Two at once would be applied on top of each other, so it is run again only once a
 * later request is answered, or cancelled by a change, and nothing has changed.
 */
export async function fixBy(command: string, document: vscode.TextDocument, noticed: Promise<unknown>): Promise<void> {
  const before = document.getText();
  const cancelled = () => undefined;
  await repeatUntil(noticed, async () => {
    if (document.getText() !== before) return;
    await vscode.commands.executeCommand(command).then(undefined, cancelled);
    await askForActions(document.uri, new vscode.Range(0, 0, 0, 0), vscode.CodeActionKind.SourceFixAll).then(
      undefined,
      cancelled,
    );
  });
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert').then(undefined, () => undefined);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Repeats an action until its effect is noticed. The pauses grow: an effect that takes longer than one must not be
 * disturbed for ever.
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

/** Milliseconds: more than VS Code takes to report a change. */
const FIRST_PAUSE = 500;
