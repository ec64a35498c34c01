/** Completion and explanations of correct text, in addition to those of VS Code itself. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openNew, untilCodes } from './editing.ts';

async function labelsAt(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('completion', () => {
  afterEach(closeAll);

  it('offers the keys of the target, without removed ones, each once', async () => {
    const { document } = await openNew('keys/mender.conf', '{\n  "DBus": {},\n  "Upd"\n}\n');
    const labels = await labelsAt(document.uri, new vscode.Position(2, 6));
    assert.equal(labels.filter(label => label === 'UpdatePollIntervalSeconds').length, 1);
    assert.ok(!labels.includes('UpdateControlMapExpirationTimeSeconds'));
  });

  it('offers the commands of the program', async () => {
    const { document } = await openNew('completed.sh', 'mender rollback\nmender-update com\n');
    await untilCodes(document.uri, 'mender-rollback');
    assert.ok((await labelsAt(document.uri, new vscode.Position(1, 17))).includes('check-update'));
  });

  it('offers the rules in the options of a project', async () => {
    const { document } = await openNew('sub/.mender-lint.json', '{ "rules": { "mender-com" } }');
    const labels = await labelsAt(document.uri, new vscode.Position(0, 24));
    assert.equal(labels.filter(label => label === 'mender-commit').length, 1);
  });
});
