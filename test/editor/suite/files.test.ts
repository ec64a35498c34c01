/** Files of each kind: their language, and where the squiggles are. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  committed,
  file,
  git,
  open,
  openNew,
  textOf,
  until,
  untilCodes,
  untilLanguage,
} from './editing.ts';

describe('opening a file', () => {
  afterEach(closeAll);

  const files: readonly (readonly [
    path: string,
    language: string,
    findings: readonly (readonly [code: string, text: string])[],
  ])[] = [
    ['state-scripts/ArtifactInstall_Enter_00', 'shellscript', [['mender-show-artifact', 'mender show-artifact']]],
    ['modules/v3/app-bundle', 'shellscript', [['journalctl-unit', 'mender-client']]],
    [
      'inventory/mender-inventory-product',
      'shellscript',
      [
        ['mender-show-artifact', 'mender show-artifact'],
        ['mender-version', 'mender -version'],
        ['systemctl-query', 'systemctl is-active --quiet mender-client'],
      ],
    ],
    [
      'etc/mender/mender.conf',
      'json',
      [
        ['config-wrong-type', '"UpdatePollIntervalSeconds": "1800"'],
        ['config-daemon-log-level', '"DaemonLogLevel": "warn"'],
        ['config-https-client-key', '"Key"'],
        ['config-connectivity', '"Connectivity"'],
        ['config-control-map-expiry', '"UpdateControlMapExpirationTimeSeconds": 90'],
      ],
    ],
    [
      'systemd/product-agent.service',
      'systemd-unit',
      [
        ['unit-wants', 'mender-client.service'],
        ['unit-ordering', 'mender-client.service'],
        ['unit-requires', 'mender-client.service'],
        ['mender-show-provides', 'mender show-provides'],
      ],
    ],
    [
      'systemd/mender-client.service.d/debug.conf',
      'systemd-unit',
      [
        ['unit-drop-in', '[Service]'],
        ['mender-daemon', '/usr/bin/mender --log-level debug daemon'],
      ],
    ],
    ['systemd/product-check.timer', 'systemd-unit', [['unit-activation', 'mender-client.service']]],
  ];
  for (const [path, language, expected] of files) {
    it(`${path}: language and exact ranges`, async () => {
      const uri = file(path);
      const editor = await open(uri);
      await untilLanguage(editor.document, language);
      const findings = await untilCodes(uri, ...expected.map(([code]) => code));
      assert.deepEqual(
        findings.map(finding => [codeOf(finding), textOf(editor, finding)]),
        expected,
      );
    });
  }

  it('of a template of a unit shows it as a unit', async () => {
    const { document } = await openNew('agent.service.in', '# @NAME@\n[Unit]\nWants=mender-client.service\n');
    assert.equal(document.languageId, 'systemd-unit');
    await untilCodes(document.uri, 'unit-wants');
  });

  it('leaves the language of a unit to the extension that claims it, and has findings', async () => {
    const { document } = await openNew('agent.claimed.service', '[Unit]\nWants=mender-client.service\n');
    await untilCodes(document.uri, 'unit-wants');
    assert.equal(document.languageId, 'systemd-conf');
  });

  it('leaves a unit plain when the user has chosen that', async () => {
    const editor = await openNew('plain.service', '# comment\n[Unit]\nWants=mender-client.service\n');
    await untilLanguage(editor.document, 'systemd-unit');
    const document = await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await untilCodes(document.uri, 'unit-wants');
    assert.equal(document.languageId, 'plaintext');
  });

  it('strikes through no error, links to the rule, and shows each finding once', async () => {
    const uri = file('state-scripts/ArtifactCommit_Leave_10');
    await open(uri);
    const findings = await until(uri, found => found.length === 3);
    for (const finding of findings) {
      assert.deepEqual(finding.tags ?? [], []);
      assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
      assert.ok(
        typeof finding.code === 'object' &&
          /docs\/rules\/[a-z-]+\.md$/.test((finding.code as { target: vscode.Uri }).target.path),
      );
    }
    const keys = findings.map(
      finding => `${codeOf(finding)} ${finding.range.start.line}:${finding.range.start.character}`,
    );
    assert.equal(new Set(keys).size, keys.length);
  });

  it('explains a use in a hover', async () => {
    const uri = file('state-scripts/ArtifactInstall_Enter_00');
    await open(uri);
    const [finding] = await until(uri, found => found.length === 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      finding!.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    assert.match(text, /mender-update knows the installed Artifact/);
  });

  it('is silent where both generations are meant', async () => {
    const editor = await openNew(
      'both.sh',
      'if command -v mender-update; then mender-update commit; else mender commit; fi\nmender rollback\n',
    );
    await untilCodes(editor.document.uri, 'mender-rollback');
  });

  it('never checks views of other documents', async () => {
    const uri = file('state-scripts/ArtifactInstall_Enter_00');
    await open(uri);
    await until(uri, found => found.length === 1);
    const document = await vscode.workspace.openTextDocument(await committed(uri));
    assert.match(document.getText(), /mender show-artifact/);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'shellscript'));
    await vscode.commands.executeCommand('menderLint.showOutput');
    // A file opened afterwards has its findings: the views would have been ready before.
    const later = await openNew('later.sh', 'mender commit\n');
    await untilCodes(later.document.uri, 'mender-commit');
    const checked = vscode.languages
      .getDiagnostics()
      .filter(([, found]) => found.some(({ source }) => source === 'mender-lint'));
    assert.deepEqual([...new Set(checked.map(([{ scheme }]) => scheme))], ['file']);
  });

  it('has findings for a document in no tab, which VS Code does not pull', async () => {
    const uri = file('loaded.sh');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('mender commit\n'));
    await untilCodes(uri, 'mender-commit');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.workspace.fs.writeFile(uri, Buffer.from('mender commit\nmender rollback\n'));
    await untilCodes(uri, 'mender-commit', 'mender-rollback');
    assert.equal(document.isClosed, false);
    await vscode.workspace.fs.delete(uri);
    await until(uri, found => found.length === 0);
  });

  it('keeps the findings when the file is closed, and clears them when it is renamed, deleted or reverted by git', async () => {
    const uri = file('scripts/watchdog.sh');
    await open(uri);
    await until(uri, found => found.length === 4);
    await closeAll();

    const one = (await openNew('one.sh', 'mender commit\n')).document.uri;
    await untilCodes(one, 'mender-commit');
    const two = file('two.sh');
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(one, two);
    await vscode.workspace.applyEdit(rename);
    await untilCodes(two, 'mender-commit');
    await until(one, found => found.length === 0);
    const remove = new vscode.WorkspaceEdit();
    remove.deleteFile(two);
    await vscode.workspace.applyEdit(remove);
    await until(two, found => found.length === 0);

    const tracked = await openNew('tracked.sh', 'true\n');
    git('add', 'tracked.sh');
    git('commit', '-qm', 'tracked');
    await vscode.workspace.fs.writeFile(tracked.document.uri, Buffer.from('mender commit\n'));
    await untilCodes(tracked.document.uri, 'mender-commit');
    git('checkout', '--', 'tracked.sh');
    await until(tracked.document.uri, found => found.length === 0);
    await until(uri, found => found.length === 4);
  });
});
