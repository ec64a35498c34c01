/** The command that says why a file is checked or not. It returns the sentence that it shows. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, open, openNew } from './editing.ts';

const why = (uri?: vscode.Uri) => vscode.commands.executeCommand<string>('menderLint.why', uri);

describe('why a file is checked', () => {
  afterEach(closeAll);

  it('is shown for a file that is not open, from the menu of the explorer', async () => {
    assert.match(await why(file('etc/mender/mender.conf')), /^mender\.conf is checked: .*by its name\.$/);
  });

  it('is shown for the file in the active editor', async () => {
    await open(file('state-scripts/ArtifactInstall_Enter_00'));
    assert.equal(await why(), 'ArtifactInstall_Enter_00 is checked: shebang /bin/sh.');
  });

  it('is shown for a file that is not checked', async () => {
    const { document } = await openNew('notes.md', 'mender commit\n');
    assert.match(
      await why(document.uri),
      /^notes\.md is not checked, because it is .*by its extension, which is checked only when `markdown` is included; it names `mender commit`\.$/,
    );
  });

  it('needs a file', async () => {
    assert.equal(await why(), 'Open the file that you want to ask about.');
  });
});
