/** A workspace whose settings restrict checks to open files. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, file, findingsOf, serverProcesses, untilCodes } from './editing.ts';

describe('a workspace in which only open files are checked', () => {
  it('has no server while none is open', async () => {
    await vscode.extensions.getExtension(extensionId)!.activate();
    assert.deepEqual(serverProcesses(), []);
  });

  it('has one as soon as all files are checked', async () => {
    const unopened = file('state-scripts/ArtifactInstall_Enter_00');
    assert.deepEqual(findingsOf(unopened), []);
    await vscode.workspace
      .getConfiguration('menderLint')
      .update('diagnosticMode', undefined, vscode.ConfigurationTarget.Workspace);
    await untilCodes(unopened, 'mender-show-artifact');
    assert.equal(serverProcesses().length, 1);
  });
});
