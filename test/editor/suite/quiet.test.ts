/** Where there is nothing for it, the extension does not stir. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, extensionId, file, openNew, serverProcesses, until, untilCodes } from './editing.ts';

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

  it('has one when a file it can check is opened, and its findings and fixes', async () => {
    const { document } = await openNew('script.sh', 'mender commit\n');
    const [found] = await untilCodes(document.uri, 'mender-commit');
    assert.equal(document.getText(found!.range), 'mender commit');
    assert.match(String((found!.code as { target: vscode.Uri }).target), /mender-commit\.md$/);
    assert.deepEqual(found!.tags, [vscode.DiagnosticTag.Deprecated]);
    assert.notEqual((await actionsAt(document.uri, found!.range)).length, 0);
    assert.equal(serverProcesses().length, 1);
  });

  it('finds then what is in files that nobody opens', async () => {
    await vscode.workspace.fs.writeFile(file('hidden/tool'), Buffer.from('#!/bin/sh\nmender rollback\n'));
    await untilCodes(file('hidden/tool'), 'mender-rollback');
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
