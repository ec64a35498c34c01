/** The migration view: what is left, group by group, until nothing is. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, file, untilCodes } from './editing.ts';

const texts = {
  'left/commit.sh': '#!/bin/sh\nmender commit\n',
  'left/query.sh': '#!/bin/sh\nsystemctl is-active mender-client\n',
  'left/hand.sh': '#!/bin/sh\nmender $COMMAND\n',
};

interface Contributions {
  readonly views: { readonly explorer: readonly { readonly id: string; readonly when: string }[] };
  readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  readonly commands: readonly { readonly command: string; readonly icon?: string }[];
}

function contributions(): Contributions {
  const { contributes } = vscode.extensions.getExtension(extensionId)!.packageJSON as { contributes: Contributions };
  return contributes;
}

describe('the migration view', () => {
  before(async () => {
    for (const [path, text] of Object.entries(texts))
      await vscode.workspace.fs.writeFile(file(path), Buffer.from(text));
    await untilCodes(file('left/commit.sh'), 'mender-commit');
    await untilCodes(file('left/query.sh'), 'systemctl-query');
    await untilCodes(file('left/hand.sh'), 'mender-dynamic-command');
  });

  after(async () => {
    await vscode.commands.executeCommand('menderLint.filterMigration', 'all');
    await vscode.commands.executeCommand('menderLint.groupMigration', 'rule');
    await closeAll();
    await vscode.workspace.fs.delete(file('left'), { recursive: true });
  });

  it('exists where the server is, with icons in its title', () => {
    const { views, menus, commands } = contributions();
    assert.deepEqual(
      views.explorer.map(({ id, when }) => [id, when]),
      [['menderLint.migration', 'menderLint.serverStarted']],
    );
    const icons = new Map(commands.map(({ command, icon }) => [command, icon]));
    for (const { command } of menus['view/title']!.slice(0, 4)) assert.ok(icons.get(command), command);
  });

  it('is shown, grouped and filtered by commands', async () => {
    await vscode.commands.executeCommand('menderLint.showMigration');
    for (const grouping of ['folder', 'safety', 'rule'])
      await vscode.commands.executeCommand('menderLint.groupMigration', grouping);
    for (const filter of ['safe', 'review', 'by-hand'])
      await vscode.commands.executeCommand('menderLint.filterMigration', filter);
  });

  for (const [format, extension, beginning] of [
    ['markdown', 'md', /^# Migration to Mender client 5\.1\n/],
    ['html', 'html', /^<!doctype html>/],
    ['json', 'json', /^\{\n {2}"report": "migration"/],
  ] as const)
    it(`exports a report as ${format}, and opens it`, async () => {
      const place = file(`left/report.${extension}`);
      await closeAll();
      await vscode.commands.executeCommand('menderLint.exportReport', format, place);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(place));
      assert.match(text, beginning);
      for (const rule of ['mender-commit', 'systemctl-query', 'mender-dynamic-command'])
        assert.ok(text.includes(rule), rule);
      assert.match(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '', /report\./);
    });

  it('opens the findings to review one after the other', async () => {
    await vscode.commands.executeCommand('menderLint.showMigration');
    await vscode.commands.executeCommand('menderLint.groupMigration', 'folder');
    await vscode.commands.executeCommand('menderLint.filterMigration', 'by-hand');
    await closeAll();
    const seen = new Set<string>();
    for (let place = ''; !seen.has(place); place = await next()) if (place !== '') seen.add(place);
    assert.ok(seen.has(`${file('left/hand.sh')}:1:0`), [...seen].join(' '));
    for (const path of ['left/commit.sh', 'left/query.sh']) assert.ok(!seen.has(`${file(path)}:1:0`), path);
  });
});

async function next(): Promise<string> {
  await vscode.commands.executeCommand('menderLint.nextToReview');
  const { document, selection } = vscode.window.activeTextEditor!;
  return `${document.uri}:${selection.start.line}:${selection.start.character}`;
}
