import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, open, openNew, until, untilCodes, untilFolders } from './editing.ts';

describe('a workspace of two folders', () => {
  before(() => untilFolders(2));

  it('has findings in a template in an unknown language', async () => {
    const { document } = await open(file('templates/tool.sh.in'));
    assert.equal(document.languageId, 'plaintext');
    await untilCodes(document.uri, 'mender-commit');
  });

  it('has settings for each of them', async () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 2);
    const text = 'mender-update --datastore /d commit\nmender rollback\n';
    const [old, current] = [await openNew('a.sh', text, 0), await openNew('a.sh', text, 1)];
    await untilCodes(old.document.uri, 'option-not-available', 'mender-rollback');
    await untilCodes(current.document.uri, 'mender-rollback');
    const settings = vscode.workspace.getConfiguration('menderLint', current.document.uri);
    await settings.update('enable', false, vscode.ConfigurationTarget.WorkspaceFolder);
    await until(current.document.uri, found => found.length === 0);
    await untilCodes(old.document.uri, 'option-not-available', 'mender-rollback');
  });

  it('has the findings of a folder that is added, and not of one that is removed', async () => {
    const added = vscode.Uri.joinPath(file('..'), 'added');
    const script = vscode.Uri.joinPath(added, 'commit.sh');
    await vscode.workspace.fs.writeFile(script, Buffer.from('mender commit\n'));
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: added }));
    await untilCodes(script, 'mender-commit');
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    await until(script, found => found.length === 0);
  });
});
