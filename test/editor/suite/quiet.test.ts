/** Where there is nothing to check, the extension does nothing. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { file, open, openNew, serverProcesses, textOf, until, untilActive, untilCodes } from './editing.ts';

describe('a workspace without Mender', () => {
  const files: readonly (readonly [name: string, language: string, text: string])[] = [
    ['notes.txt', 'plaintext', 'Notes\n'],
    ['package.json', 'json', '{ "name": "of-another-program" }\n'],
    ['build.yml', 'yaml', 'script: make\n'],
    ['recommender.py', 'python', 'import recommender\n'],
    ['script.sh', 'shellscript', '#!/bin/sh\n'],
  ];
  for (const [name, language, text] of files) {
    it(`has the extension active, and no server for ${name}`, async () => {
      const { document } = await openNew(name, text);
      assert.equal(document.languageId, language);
      await untilActive();
      assert.deepEqual(serverProcesses(), []);
    });
  }

  it('has no server for a file that VS Code itself opens and changes without showing it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mender-'));
    const uri = vscode.Uri.file(join(folder, 'settings.json'));
    await vscode.workspace.fs.writeFile(uri, Buffer.from('{}\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 1), '"mender": "mender commit"');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(serverProcesses(), []);
    await document.save();
    await rm(folder, { recursive: true });
  });

  it('has a server as soon as something of Mender is typed', async () => {
    const editor = await open(file('script.sh'));
    for (const text of ['men', 'der commit\n']) {
      assert.deepEqual(serverProcesses(), []);
      await editor.edit(edit => edit.insert(editor.document.positionAt(editor.document.getText().length), text));
    }
    const [finding] = await untilCodes(editor.document.uri, 'mender-commit');
    assert.equal(textOf(editor, finding!), 'mender commit');
  });

  it('then has findings in files that are not open', async () => {
    await vscode.workspace.fs.writeFile(file('hidden/tool'), Buffer.from('#!/bin/sh\nmender rollback\n'));
    await untilCodes(file('hidden/tool'), 'mender-rollback');
  });

  it('shows only open files, if the settings say so', async () => {
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
