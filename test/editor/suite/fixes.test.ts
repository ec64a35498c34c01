/** The light bulb, and everything at once. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, apply, closeAll, fixBy, openNew, repeatUntil, until, untilCodes } from './editing.ts';

const script =
  '#!/bin/sh\nlog "$(mender show-artifact)"\nsystemctl restart mender-client\nsystemctl is-active mender-client\n';
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('mender-lint');

/** Actions that change the code, and not how it is checked. */
async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await actionsAt(uri, range);
  return actions.filter(({ title }) => !/^(?:Disable|Fix all|Explain) /.test(title));
}

describe('quick fixes', () => {
  afterEach(closeAll);

  it('are offered with a preferred one, which does what it says', async () => {
    const { document } = await openNew('fix-1.sh', script);
    const [show] = await until(document.uri, found => found.length === 3);
    const [action, ...others] = await fixesAt(document.uri, show!.range);
    assert.deepEqual(
      [action?.title, action?.isPreferred, others.length],
      ['Replace with `mender-update show-artifact`', true, 1],
    );
    await apply(action!);
    assert.equal(document.getText(), script.replace('mender show', 'mender-update show'));
    await untilCodes(document.uri, 'systemctl-control', 'systemctl-query');
  });

  it('let the user choose among services', async () => {
    const { document } = await openNew('fix-2.sh', script);
    const [, restart] = await until(document.uri, found => found.length === 3);
    const actions = await fixesAt(document.uri, restart!.range);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Replace with `mender-authd` and `mender-updated`',
        'Review: Replace with `mender-updated` only (deployments, inventory, state scripts)',
        'Review: Replace with `mender-authd` only (authentication, D-Bus, connection)',
        'Review: Support 3.x and 4.x+: ask for `mender-update` at run time, and keep `mender-client` where there is none',
      ],
    );
    assert.deepEqual(
      actions.map(({ isPreferred = false }) => isPreferred),
      [true, false, false, false],
    );
    await apply(actions[1]!);
    assert.equal(document.getText(), script.replace('restart mender-client', 'restart mender-updated'));
  });

  it('disable a rule for a line, a file or the project', async () => {
    const { document } = await openNew('fix-4.sh', script);
    const [show] = await until(document.uri, found => found.length === 3);
    const actions = await actionsAt(document.uri, show!.range);
    const disabling = actions.filter(({ title }) => title.startsWith('Disable '));
    assert.deepEqual(
      disabling.map(({ title }) => title),
      ['for this line', 'in this file', 'in .mender-lint.json'].map(where => `Disable mender-show-artifact ${where}`),
    );
    await apply(disabling[0]!);
    assert.match(document.getText(), /^# mender-lint: disable-next-line mender-show-artifact$/m);
    await untilCodes(document.uri, 'systemctl-control', 'systemctl-query');
  });

  it('to review are not preferred', async () => {
    const { document } = await openNew('fix-3.sh', script);
    const [, , active] = await until(document.uri, found => found.length === 3);
    const [action] = await actionsAt(document.uri, active!.range);
    assert.equal(action?.isPreferred ?? false, false);
    await apply(action!);
    assert.match(document.getText(), /systemctl is-active mender-authd && systemctl is-active mender-updated\n$/);
  });
});

describe('fixing everything', () => {
  const fixed = script
    .replace('mender show', 'mender-update show')
    .replace('restart mender-client', 'restart mender-authd mender-updated');
  afterEach(closeAll);

  it('by command applies the safe fixes', async () => {
    const { document } = await openNew('all-1.sh', script);
    await until(document.uri, found => found.length === 3);
    await fixBy('editor.action.fixAll', document, untilCodes(document.uri, 'systemctl-query'));
    assert.equal(document.getText(), fixed);
  });

  it('as a source action has a title that counts', async () => {
    const { document } = await openNew('all-2.sh', script);
    await until(document.uri, found => found.length === 3);
    const [action] = await actionsAt(document.uri, new vscode.Range(0, 0, 0, 0), FIX_ALL);
    assert.equal(action?.title, 'Fix all safe Mender findings (2 of 3)');
    await apply(action!);
    assert.equal(document.getText(), fixed);
  });

  it('happens on save if the user has enabled it', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update('codeActionsOnSave', { [FIX_ALL.value]: 'explicit' }, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await openNew('all-3.sh', script);
      await until(editor.document.uri, found => found.length === 3);
      const { document } = editor;
      let saves = 0;
      const savedFixed = new Promise<void>(resolve => {
        const listener = vscode.workspace.onDidSaveTextDocument(saved => {
          if (saved !== document || !document.getText().startsWith(fixed)) return;
          listener.dispose();
          resolve();
        });
      });
      // VS Code saves without the fixes when it has waited long enough for them: a user saves again.
      await repeatUntil(savedFixed, async () => {
        saves++;
        await editor.edit(edit => edit.insert(new vscode.Position(4, 0), '# changed\n'));
        await document.save();
      });
      assert.equal(document.getText(), fixed + '# changed\n'.repeat(saves));
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
