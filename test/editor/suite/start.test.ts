/** Before anything of interest is opened. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, file, manifest, open, serverProcesses, untilCodes } from './editing.ts';

describe('the extension', () => {
  it('is the installed one, and fits this VS Code', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    assert.match(extension.extensionPath, new RegExp(`/${extensionId}-[^/]*$`));
    const least = manifest().engines.vscode.replace('^', '').split('.').map(Number);
    const here = vscode.version.split('.').map(Number);
    assert.ok(here[0]! > least[0]! || here[1]! >= least[1]!);
  });

  it('starts no server for a JSON file of another program', async () => {
    const editor = await open(file('package.json'));
    assert.equal(editor.document.languageId, 'json');
    await vscode.extensions.getExtension(extensionId)!.activate();
    assert.deepEqual(serverProcesses(), []);
  });

  it('starts one when a file it can check is opened', async () => {
    await open(file('state-scripts/ArtifactInstall_Enter_00'));
    await untilCodes(file('state-scripts/ArtifactInstall_Enter_00'), 'mender-show-artifact');
    assert.equal(serverProcesses().length, 1);
  });

  it('has commands that the palette shows', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ['menderLint.restart', 'menderLint.showOutput'])
      assert.ok(commands.includes(command), command);
    await vscode.commands.executeCommand('menderLint.showOutput');
  });
});
