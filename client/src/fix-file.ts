/**
 * *Fix All Safe Problems in File*. Asks for the fix and applies it itself: VS Code's own command does nothing when the
 * light bulb asks for actions at the same time.
 */
import * as vscode from 'vscode';

const KIND = 'source.fixAll.mender-lint';

/** Fixes are for the text that they were asked for: how often somebody may type meanwhile. */
const MOST_TRIES = 5;

export async function fixFile(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return say('Open the file that you want to fix.');
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { version } = document;
    const fixes = await fixesOf(document).then(undefined, (error: unknown) => {
      // VS Code cancels the question when the text changes.
      if (document.version === version) throw error;
      return [];
    });
    if (document.version !== version) continue;
    const [fix] = fixes;
    if (!fix?.edit) return say('There is nothing to fix safely in this file.');
    if (await vscode.workspace.applyEdit(fix.edit)) return;
  }
  say('The file changed all the time. Run the command again.');
}

function fixesOf(document: vscode.TextDocument): Thenable<readonly vscode.CodeAction[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, all, KIND, 1);
}

function say(text: string): void {
  vscode.window.showInformationMessage(`Mender Lint: ${text}`);
}
