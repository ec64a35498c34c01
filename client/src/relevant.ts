/** Whether a workspace has anything to do with Mender: no server is started for one that has not. */
import * as vscode from 'vscode';

/** As in `activationEvents` of the manifest. */
const names = '**/{*mender*,Artifact*_*_[0-9][0-9]*}';

/** As long as VS Code itself looks for what activates an extension. Milliseconds. */
const LONGEST_SEARCH = 7000;

/** Looks for names alone, and not where the user has VS Code not look. */
export async function workspaceIsRelevant(): Promise<boolean> {
  const wanted = vscode.workspace.getConfiguration('menderLint');
  if (!vscode.workspace.workspaceFolders || wanted.get('diagnosticMode') !== 'workspace' || !wanted.get('enable'))
    return false;
  const search = new vscode.CancellationTokenSource();
  const timer = setTimeout(() => search.cancel(), LONGEST_SEARCH);
  try {
    const found = await vscode.workspace.findFiles(names, undefined, 1, search.token);
    return found.length > 0;
  } finally {
    clearTimeout(timer);
    search.dispose();
  }
}
