/** Before anything relevant is opened. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, file, manifest, serverProcesses, until } from './editing.ts';

describe('the extension', () => {
  it('is the installed one, and fits this VS Code', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    assert.match(extension.extensionPath, new RegExp(`/${extensionId}-[^/]*$`));
    const least = manifest().engines.vscode.replace('^', '').split('.').map(Number);
    const here = vscode.version.split('.').map(Number);
    assert.ok(here[0]! > least[0]! || here[1]! >= least[1]!);
  });

  it('has found everything in the workspace before a file is opened', async () => {
    const known: Readonly<Record<string, number>> = {
      'scripts/watchdog.sh': 4,
      'etc/mender/mender.conf': 5,
      'state-scripts/ArtifactInstall_Enter_00': 1,
      'systemd/product-agent.service': 4,
    };
    for (const [path, number] of Object.entries(known)) await until(file(path), found => found.length === number);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ uri }) => vscode.workspace.getWorkspaceFolder(uri)),
      [],
    );
    assert.equal(serverProcesses().length, 1);
  });

  it('has the commands that the palette shows', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const { command } of manifest().contributes.commands) assert.ok(commands.includes(command), command);
    await vscode.commands.executeCommand('menderLint.showOutput');
    await vscode.commands.executeCommand('menderLint.checkWorkspace');
  });
});
