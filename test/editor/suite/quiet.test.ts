/** Where there is nothing for it, the extension does not stir. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, file, openNew, serverProcesses, until, untilCodes } from './editing.ts';

describe('a workspace without Mender', () => {
  it('does not even activate the extension for a text', async () => {
    const { document } = await openNew('notes.txt', 'Notes\n');
    assert.equal(document.languageId, 'plaintext');
    // Whether it is active tells nothing: VS Code and its own extensions open JSON files when they like.
    const { activationEvents } = vscode.extensions.getExtension(extensionId)!.packageJSON as {
      activationEvents: string[];
    };
    for (const event of ['*', 'onStartupFinished', 'onLanguage', `onLanguage:${document.languageId}`])
      assert.ok(!activationEvents.includes(event), event);
    assert.deepEqual(serverProcesses(), []);
  });

  it('has no server for a JSON file of another program', async () => {
    const editor = await openNew('package.json', '{ "name": "of-another-program" }\n');
    assert.equal(editor.document.languageId, 'json');
    await vscode.extensions.getExtension(extensionId)!.activate();
    assert.deepEqual(serverProcesses(), []);
  });

  it('has one when a file it can check is opened, which then finds the others', async () => {
    await vscode.workspace.fs.writeFile(file('hidden/tool'), Buffer.from('#!/bin/sh\nmender rollback\n'));
    const { document } = await openNew('script.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    await untilCodes(file('hidden/tool'), 'mender-rollback');
    assert.equal(serverProcesses().length, 1);
  });

  it('shows open files only, when that is wanted', async () => {
    const settings = vscode.workspace.getConfiguration('menderLint');
    await settings.update('diagnosticMode', 'openFiles', vscode.ConfigurationTarget.Workspace);
    await until(file('hidden/tool'), found => found.length === 0);
    await untilCodes(file('script.sh'), 'mender-commit');
    await settings.update('diagnosticMode', 'off', vscode.ConfigurationTarget.Workspace);
    await until(file('script.sh'), found => found.length === 0);
    await settings.update('diagnosticMode', undefined, vscode.ConfigurationTarget.Workspace);
    await untilCodes(file('hidden/tool'), 'mender-rollback');
    await untilCodes(file('script.sh'), 'mender-commit');
  });
});
