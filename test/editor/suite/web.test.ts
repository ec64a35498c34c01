/** What only the browser must be tested for: files that are not open are read through VS Code, without Node. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  extensionId,
  file,
  findingsOf,
  open,
  repeatUntil,
  textOf,
  until,
  untilCodes,
} from './window.ts';

async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = file(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** VS Code's watcher starts long after the window, and earlier changes are never reported. */
async function writeUntil(path: string, text: string, noticed: Promise<unknown>): Promise<void> {
  let number = 0;
  // Another text each time: an equal text is no change.
  await repeatUntil(noticed, () => write(path, `${text}${'\n'.repeat(number++)}`));
}

describe('in a browser', () => {
  afterEach(closeAll);

  it('the extension runs where no program can be started', () => {
    assert.ok(vscode.extensions.getExtension(extensionId), 'it is in another extension host');
    assert.ok(!('process' in globalThis && 'versions' in globalThis.process && globalThis.process.versions.node));
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.ok(file('').scheme !== 'file', file('').scheme);
  });

  it('a file has its squiggles', async () => {
    const uri = file('state-scripts/ArtifactCommit_Leave_10');
    const editor = await open(uri);
    const findings = await until(uri, found => found.length === 3);
    assert.deepEqual(
      findings.map(finding => [codeOf(finding), textOf(editor, finding)]),
      [
        ['mender-show-artifact', 'mender show-artifact'],
        ['mender-send-inventory', '/usr/bin/mender -log-level warn send-inventory'],
        ['systemctl-control', 'mender-client'],
      ],
    );
  });

  const unopened: readonly (readonly [path: string, codes: readonly string[]])[] = [
    ['modules/v3/app-bundle', ['journalctl-unit']],
    ['systemd/product-check.timer', ['unit-activation']],
    ['systemd/mender-client.service.d/debug.conf', ['unit-drop-in', 'mender-daemon']],
  ];
  for (const [path, codes] of unopened) {
    it(`${path}, which is not open, has its findings`, async () => {
      await untilCodes(file(path), ...codes);
      const opened = vscode.workspace.textDocuments.map(({ uri }) => uri.path);
      assert.ok(!opened.includes(file(path).path));
    });
  }

  it('changes on the disk are noticed, and files that go', async () => {
    const uri = file('later/deploy.sh');
    await writeUntil('later/deploy.sh', 'mender commit\n', untilCodes(uri, 'mender-commit'));
    await writeUntil('later/deploy.sh', 'mender rollback\n', untilCodes(uri, 'mender-rollback'));
    await vscode.workspace.fs.delete(uri);
    await until(uri, found => found.length === 0);
  });

  it('options of a project apply to files that are not open', async () => {
    const uri = await write('project/deploy.sh', 'mender commit\nmender rollback\n');
    await untilCodes(uri, 'mender-commit', 'mender-rollback');
    await write('project/.mender-lint.json', '{ "rules": { "mender-commit": "off" } }');
    await untilCodes(uri, 'mender-rollback');
    await vscode.workspace.fs.delete(file('project/.mender-lint.json'));
    await untilCodes(uri, 'mender-commit', 'mender-rollback');
    await write('project/.gitignore', '*.sh\n');
    await until(uri, found => found.length === 0);
    await vscode.workspace.fs.delete(file('project'), { recursive: true });
  });

  it('a key of mender.conf is explained', async () => {
    const uri = file('etc/mender/mender.conf');
    const { document } = await open(uri);
    const at = document.positionAt(document.getText().indexOf('UpdatePollIntervalSeconds') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map(content => (typeof content === 'string' ? content : content.value)),
    );
    assert.match(texts.join('\n'), /UpdatePollIntervalSeconds/);
  });

  it('a rule is explained', async () => {
    const page = vscode.Uri.from({ scheme: 'mender-lint-rule', path: '/mender-commit.md' });
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# mender-commit\n/);
  });

  it('a baseline is created from the findings', async () => {
    const uri = file('scripts/watchdog.sh');
    await until(uri, found => found.length === 4);
    await vscode.commands.executeCommand('menderLint.createBaseline');
    try {
      await until(uri, found => found.length === 0);
    } finally {
      await vscode.workspace.fs.delete(file('.mender-lint-baseline.json'));
    }
    await until(uri, found => found.length === 4);
  });

  it('impossible actions are not offered, or reported', async () => {
    assert.deepEqual(await vscode.tasks.fetchTasks({ type: 'mender-lint' }), []);
    const archive = await write('release.mender', 'mender commit\n');
    const why = await vscode.commands.executeCommand<string>('menderLint.why', archive);
    assert.match(why, /^release\.mender is not checked, because it is an artifact of Mender, .*command line/);
    await vscode.workspace.fs.delete(archive);
  });

  it('a report says where it runs, and nothing of the files', async () => {
    const report = await vscode.commands.executeCommand<string>('menderLint.copyReport');
    assert.match(report, /^Mender Lint \S+, in a browser \(.*Chrome/);
    assert.match(report, /Workspace: ready, \d+ findings/);
    assert.ok(!report.includes(file('').path));
    assert.ok(findingsOf(file('etc/mender/mender.conf')).length > 0);
  });
});
