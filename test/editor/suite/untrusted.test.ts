import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, apply, openNew, untilCodes } from './editing.ts';

describe('a workspace that is not trusted', () => {
  it('is checked and fixed like any other: nothing in it is run', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openNew('untrusted.sh', 'mender commit\n');
    const [finding] = await untilCodes(document.uri, 'mender-commit');
    const [action] = await actionsAt(document.uri, finding!.range);
    await apply(action!);
    assert.equal(document.getText(), 'mender-update commit\n');
  });
});
