/** While the user types. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openNew, textOf, until, untilCodes } from './editing.ts';

describe('typing', () => {
  afterEach(closeAll);

  it('at speed ends in the right findings', async () => {
    const editor = await openNew('typed.sh', '#!/bin/sh\n\n# the end\nmender rollback\n');
    await untilCodes(editor.document.uri, 'mender-rollback');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    const line = 'if mender install "$x" && echo "$(mender show-artifact)"; then systemctl restart mender-client; fi';
    // There is no wait between the letters.
    await Promise.all([...line].map(text => vscode.commands.executeCommand('default:type', { text })));
    const findings = await untilCodes(
      editor.document.uri,
      'mender-install',
      'mender-show-artifact',
      'systemctl-control',
      'mender-rollback',
    );
    assert.deepEqual(
      findings.map(finding => textOf(editor, finding)),
      ['mender install', 'mender show-artifact', 'mender-client', 'mender rollback'],
    );
  });

  it('and undoing it restores the findings', async () => {
    const editor = await openNew('undone.sh', 'mender commit\n');
    await untilCodes(editor.document.uri, 'mender-commit');
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 0, 6), 'mender-update'));
    await until(editor.document.uri, found => found.length === 0);
    await vscode.commands.executeCommand('undo');
    await untilCodes(editor.document.uri, 'mender-commit');
  });

  it('in an untitled document works too', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'shellscript', content: 'mender commit\n' });
    await vscode.window.showTextDocument(document);
    await untilCodes(document.uri, 'mender-commit');
  });

  it('in a file that becomes a shell script when its language is chosen', async () => {
    const { document } = await openNew('plain.txt', 'mender commit\n');
    await vscode.languages.setTextDocumentLanguage(document, 'shellscript');
    await untilCodes(document.uri, 'mender-commit');
  });
});
