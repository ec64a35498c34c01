/** The commands, as somebody runs them from the palette. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, file, openNew, until, untilCodes } from './editing.ts';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly category?: string }[] };
}

function untilTab(label: RegExp): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      if (!label.test(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '')) return;
      listener.dispose();
      resolve();
    };
    const listener = vscode.window.tabGroups.onDidChangeTabs(look);
    look();
  });
}

describe('commands', () => {
  afterEach(closeAll);

  it('all exist, under one prefix', async () => {
    const { contributes } = vscode.extensions.getExtension(extensionId)!.packageJSON as Manifest;
    const registered = await vscode.commands.getCommands(true);
    for (const { command, category } of contributes.commands) {
      assert.ok(registered.includes(command), command);
      assert.equal(category, 'Mender Lint', command);
    }
  });

  it('explain a rule without a network', async () => {
    await openNew('explained.sh', 'mender commit\n').then(({ document }) => untilCodes(document.uri, 'mender-commit'));
    const page = vscode.Uri.from({ scheme: 'mender-lint-rule', path: '/mender-commit.md' });
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# mender-commit\n/);
    await vscode.commands.executeCommand('menderLint.explainRule', 'mender-commit');
    await untilTab(/mender-commit\.md/);
  });

  it('fix all that is safe in a file', async () => {
    const { document } = await openNew('fixed.sh', 'mender commit\nmender rollback\n');
    await untilCodes(document.uri, 'mender-commit', 'mender-rollback');
    await vscode.commands.executeCommand('menderLint.fixFile');
    assert.equal(document.getText(), 'mender-update commit\nmender-update rollback\n');
    await until(document.uri, found => found.length === 0);
    await vscode.commands.executeCommand('menderLint.fixFile');
    assert.equal(document.getText(), 'mender-update commit\nmender-update rollback\n');
  });

  it('create a configuration once', async () => {
    const uri = file('.mender-lint.json');
    try {
      await vscode.commands.executeCommand('menderLint.createConfiguration');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
      assert.match(vscode.window.activeTextEditor.document.getText(), /"target": "5\.1"/);
      await vscode.commands.executeCommand('menderLint.createConfiguration');
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('copy a report that names no file', async () => {
    const { document } = await openNew('reported.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    const report = await vscode.commands.executeCommand<string>('menderLint.copyReport');
    assert.match(report, /^Mender Lint [\s\S]*VS Code /);
    assert.ok(!report.includes(file('').fsPath));
  });
});
