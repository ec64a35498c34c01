/** The whole workspace at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, findingsOf, open, until, untilCodes } from './editing.ts';

describe('migrating the workspace', () => {
  afterEach(closeAll);

  it('shows a preview with safe fixes selected, and undoes it in one step', async () => {
    const script = file('migrate/commit.sh');
    await vscode.workspace.fs.writeFile(script, Buffer.from('mender commit\nsystemctl is-active mender-client\n'));
    await untilCodes(script, 'mender-commit', 'systemctl-query');
    const migrated = vscode.commands.executeCommand('menderLint.migrateFolder', file('migrate'));
    await applied(migrated);
    await until(script, found => found.length === 1);
    const editor = await open(script);
    assert.equal(editor.document.lineAt(0).text, 'mender-update commit');
    assert.match(editor.document.lineAt(1).text, /^systemctl is-active mender-client$/);
    await vscode.commands.executeCommand('undo');
    await until(script, found => found.length === 2);
    assert.equal(findingsOf(script).length, 2);
  });
});

/** Applies the preview, as soon as it is shown: before, the command does nothing. */
async function applied(migrated: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const ended = migrated.then(() => {
    isDone = true;
  });
  while (!isDone) await vscode.commands.executeCommand('refactorPreview.apply');
  await ended;
}
