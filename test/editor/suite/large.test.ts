/** A workspace of 20,000 files, none of which is opened. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { file, findingsOf, git, serverProcesses, untilWatched } from './editing.ts';

/** Resolves when these numbers of files and findings are shown. */
function untilCounted(files: number, findings: number): Promise<void> {
  return new Promise(resolve => {
    const look = () => {
      const found = counted();
      if (found.files !== files || found.findings !== findings) return;
      listener.dispose();
      resolve();
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

function counted(): { files: number; findings: number } {
  const all = vscode.languages
    .getDiagnostics()
    .map(([, found]) => found.filter(({ source }) => source === 'mender-lint').length)
    .filter(number => number > 0);
  return { files: all.length, findings: all.reduce((sum, number) => sum + number, 0) };
}

const seeded = () =>
  JSON.parse(readFileSync(file('seeded.json').fsPath, 'utf8')) as { files: number; findings: number };

describe('a workspace of 20,000 files', () => {
  it('shows all its problems without one being opened, and none twice through links', async () => {
    const { files, findings } = seeded();
    await untilCounted(files, findings);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ uri }) => vscode.workspace.getWorkspaceFolder(uri)),
      [],
    );
  });

  it('reflects edits, deletes and switches of git', async () => {
    const { files, findings } = seeded();
    await untilWatched();
    git('checkout', '-q', 'fixed');
    await untilCounted(0, 0);
    git('checkout', '-q', 'main');
    await untilCounted(files, findings);
    await vscode.workspace.fs.writeFile(file('new tool'), Buffer.from('#!/bin/sh\nmender commit\n'));
    await untilCounted(files + 1, findings + 1);
    await vscode.workspace.fs.delete(file('new tool'));
    await untilCounted(files, findings);
    assert.deepEqual(findingsOf(file('new tool')), []);
  });

  it('has one server, which does nothing while nothing changes', () => {
    const [server, ...others] = serverProcesses();
    assert.deepEqual(others, []);
    assert.ok(server);
  });
});
