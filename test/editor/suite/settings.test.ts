/** Settings take effect at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, openNew, until, untilCodes } from './editing.ts';

describe('settings', () => {
  const update = (name: string, value: unknown) =>
    vscode.workspace.getConfiguration('menderLint').update(name, value, vscode.ConfigurationTarget.Workspace);
  afterEach(async () => {
    for (const name of ['target', 'rules', 'enable']) await update(name, undefined);
    await closeAll();
  });

  it('change the target', async () => {
    const { document } = await openNew('target.sh', 'mender-update --datastore /d commit\nmender rollback\n');
    await untilCodes(document.uri, 'mender-rollback');
    await update('target', '4.0');
    await untilCodes(document.uri, 'option-not-available', 'mender-rollback');
    await update('target', undefined);
    await untilCodes(document.uri, 'mender-rollback');
  });

  it('change the severity of a rule, or switch it off', async () => {
    const { document } = await openNew('rules.sh', 'mender commit\nmender rollback\n');
    await untilCodes(document.uri, 'mender-commit', 'mender-rollback');
    await update('rules', { 'mender-commit': 'off', 'mender-rollback': 'information' });
    const [finding] = await untilCodes(document.uri, 'mender-rollback');
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(codeOf(finding!), 'mender-rollback');
  });

  it('switch checking off and on', async () => {
    const { document } = await openNew('enable.sh', 'mender commit\n');
    await untilCodes(document.uri, 'mender-commit');
    await update('enable', false);
    await until(document.uri, found => found.length === 0);
    await update('enable', true);
    await untilCodes(document.uri, 'mender-commit');
  });
});
