/** The server over the real protocol, with three clients. */
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { createDocument } from '../../server/src/languages/document.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { bareMinimum, pushOnly, vscode } from '../support/clients.ts';
import { inFolder } from '../support/command.ts';
import { editsOf, TestClient } from '../support/test-client.ts';

const uri = 'file:///project/ArtifactInstall_Enter_00';
const text = '#!/bin/sh\nlog "$(mender show-artifact)"\nsystemctl restart mender-client\n';
const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

function applied(before: string, action: CodeAction | undefined, at = uri): string | undefined {
  const document = createDocument({ uri: at, text: before });
  const edits = editsOf(action?.edit, at).map(edit => ({
    start: document.lines.offsetAt(edit.range.start),
    end: document.lines.offsetAt(edit.range.end),
    newText: edit.newText,
  }));
  return applyEdits(before, edits);
}

function actionsFor(
  client: TestClient,
  diagnostics: readonly Diagnostic[],
  only?: string[],
  where = range(1, 0, 40),
): Promise<CodeAction[]> {
  return client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: where,
    context: { diagnostics, ...(only ? { only } : {}) },
  });
}

describe('VS Code', () => {
  let client: TestClient;
  let settings: unknown;

  beforeEach(async () => {
    settings = null;
    client = TestClient.inProcess({ 'workspace/configuration': () => [settings] });
    const { capabilities, serverInfo } = await client.start(vscode);
    assert.equal(serverInfo?.name, 'mender-lint');
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'mender-lint',
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
    // For settings, and for files.
    await client.next('client/registerCapability');
    await client.next('client/registerCapability');
  });

  afterEach(() => client.finish());

  const pulled = async (at = uri) => {
    const report = await client.pull(at);
    return report.items ?? [];
  };

  it('pulls diagnostics with ranges, tags, links and fixes', async () => {
    await client.open(uri, text);
    const [show, restart] = await pulled();
    await client.next('workspace/configuration');
    assert.deepEqual(show?.range, range(1, 7, 27));
    assert.equal(show?.severity, 1);
    assert.equal(show?.source, 'mender-lint');
    assert.equal(show?.code, 'mender-show-artifact');
    assert.match(show?.codeDescription?.href ?? '', /docs\/rules\/mender-show-artifact\.md$/);
    assert.equal(show?.tags, undefined);
    assert.equal((show!.data as { fixes: unknown[] }).fixes.length, 2);
    assert.deepEqual(restart?.range, range(2, 18, 31));
  });

  it('strikes through deprecated uses that still work, never an error', async () => {
    const at = 'file:///project/a.sh';
    await client.open(
      at,
      'mender-update --data /data commit\nmender --version\nmender-update -log-level debug commit\n',
    );
    const found = await pulled(at);
    await client.next('workspace/configuration');
    assert.deepEqual(
      found.map(({ code, tags }) => [code, tags]),
      [
        ['data-option', [2]],
        ['mender-version', undefined],
        ['single-dash-option', undefined],
      ],
    );
  });

  it('underlines the key of a member on several lines', async () => {
    const conf = 'file:///etc/mender/mender.conf';
    await client.open(
      conf,
      '{\n  "DBus": {\n    "Enabled": true\n  },\n  "StateScriptTimeoutSeconds": "9"\n}\n',
      'json',
    );
    const found = await pulled(conf);
    await client.next('workspace/configuration');
    assert.deepEqual(
      found.map(diagnostic => diagnostic.range),
      [range(1, 2, 8), range(4, 2, 34)],
    );
  });

  it('underlines the first line of a command on several lines', async () => {
    const at = 'file:///project/a.sh';
    await client.open(at, 'mender setup \\\n    --quiet \\\n    --username x\nmender commit\n');
    const found = await pulled(at);
    await client.next('workspace/configuration');
    assert.deepEqual(
      found.map(diagnostic => diagnostic.range),
      [range(0, 0, 12), range(3, 0, 13)],
    );
  });

  it('gets an unchanged report when nothing has changed', async () => {
    await client.open(uri, text);
    const { resultId } = await client.pull(uri);
    await client.next('workspace/configuration');
    const again = await client.pull(uri, resultId);
    assert.deepEqual(again, { kind: 'unchanged', resultId });
  });

  it('sees each edit of a burst', async () => {
    await client.open(uri, 'x\n');
    for (const [index, letter] of [...'mender commit'].entries())
      await client.change(uri, { range: range(1, index, index), text: letter });
    const [found] = await pulled();
    await client.next('workspace/configuration');
    assert.deepEqual(found?.range, range(1, 0, 13));
  });

  it('may send several changes at once, and whole texts', async () => {
    await client.open(uri, 'a b\n');
    await client.change(uri, { range: range(0, 0, 1), text: 'mender' }, { range: range(0, 7, 8), text: 'commit' });
    assert.equal((await pulled())[0]?.code, 'mender-commit');
    await client.change(uri, { text: 'mender rollback' });
    assert.equal((await pulled())[0]?.code, 'mender-rollback');
    await client.next('workspace/configuration');
  });

  it('gets quick fixes from the data of the diagnostic', async () => {
    await client.open(uri, text);
    const diagnostics = await pulled();
    await client.next('workspace/configuration');
    const [first] = await actionsFor(client, [diagnostics[0]!], ['quickfix']);
    assert.equal(first?.title, 'Replace with `mender-update show-artifact`');
    assert.equal(first?.isPreferred, true);
    assert.equal(applied(text, first), text.replace('mender show', 'mender-update show'));
    const services = await actionsFor(client, [diagnostics[1]!], ['quickfix']);
    assert.deepEqual(
      services.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Replace with `mender-authd` and `mender-updated`', true],
        ['Review: Replace with `mender-updated` only (deployments, inventory, state scripts)', undefined],
        ['Review: Replace with `mender-authd` only (authentication, D-Bus, connection)', undefined],
        [
          'Review: Support 3.x and 4.x+: ask for `mender-update` at run time, and keep `mender-client` where there is none',
          undefined,
        ],
        ['Fix all 2 safe problems in this file', undefined],
        ['Disable systemctl-control for this line', undefined],
        ['Disable systemctl-control in this file', undefined],
      ],
    );
    assert.equal(applied(text, services[1]), text.replace('mender-client', 'mender-updated'));
  });

  it('disables a rule by a comment', async () => {
    await client.open(uri, text);
    const diagnostics = await pulled();
    await client.next('workspace/configuration');
    const actions = await actionsFor(client, [diagnostics[1]!], ['quickfix']);
    const [here, file] = actions.filter(({ title }) => title.startsWith('Disable'));
    assert.equal(
      applied(text, here),
      text.replace('systemctl', '# mender-lint: disable-next-line systemctl-control\nsystemctl'),
    );
    assert.equal(applied(text, file), text.replace('log', '# mender-lint: disable-file systemctl-control\nlog'));
    await client.change(uri, { text: applied(text, here)! });
    assert.deepEqual(
      (await pulled()).map(({ code }) => code),
      ['mender-show-artifact'],
    );
  });

  it('fixes all safe findings of one rule', async () => {
    const twice = `${text}log "$(mender show-artifact)"\nmender commit\n`;
    await client.open(uri, twice);
    const diagnostics = await pulled();
    await client.next('workspace/configuration');
    const actions = await actionsFor(client, [diagnostics[0]!], ['quickfix']);
    const action = actions.find(
      ({ title }) => title === 'Fix all 2 safe problems of mender-show-artifact in this file',
    );
    assert.equal(action?.edit, undefined);
    const resolved = await client.request<CodeAction>('codeAction/resolve', action);
    assert.equal(applied(twice, resolved), twice.replaceAll('$(mender show', '$(mender-update show'));
  });

  it('gets fresh quick fixes for a diagnostic that is out of date', async () => {
    await client.open(uri, text);
    const diagnostics = await pulled();
    await client.next('workspace/configuration');
    await client.change(uri, { range: range(1, 0, 0), text: '  ' });
    const [first] = await actionsFor(client, [diagnostics[0]!], ['quickfix']);
    const changed = text.replace('log', '  log');
    assert.equal(applied(changed, first), changed.replace('mender show', 'mender-update show'));
  });

  it('fixes all safe findings at once', async () => {
    await client.open(uri, text);
    const [action] = await actionsFor(client, [], ['source.fixAll']);
    await client.next('workspace/configuration');
    assert.equal(action?.kind, 'source.fixAll.mender-lint');
    assert.equal(
      applied(text, action),
      text.replace('mender show', 'mender-update show').replace('mender-client', 'mender-authd mender-updated'),
    );
  });

  it('shows what fix-all leaves, and why, when it is run by hand', async () => {
    const mixed = `${text}systemctl is-active mender-client\ndbus-send --dest=io.mender.UpdateManager / io.mender.Update1.X\n`;
    await client.open(uri, mixed);
    const asked = (triggerKind: 1 | 2) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: range(0, 0, 0),
        context: { diagnostics: [], only: ['source.fixAll'], triggerKind },
      });
    const [action] = await asked(1);
    assert.match(action!.title, / \(2 of 4\)$/);
    assert.equal((await asked(2))[0]?.command, undefined);
    await client.change(uri, { text: applied(mixed, action)! });
    await client.request('workspace/executeCommand', action!.command);
    await client.next('workspace/configuration');
    const { params } = await client.next('window/showMessage');
    assert.equal(
      (params as { message: string }).message,
      '2 findings are left in ArtifactInstall_Enter_00. 1 to review: systemctl-query. 1 without a fix: dbus-update-manager.',
    );
    // Nothing is safe any more: the user is told why.
    const [nothing] = await asked(1);
    assert.deepEqual([nothing?.edit, nothing?.command?.command], [undefined, 'menderLint.reportRemaining']);
    assert.deepEqual(await asked(2), []);
  });

  it('shows what fix-all leaves in a text that then names both generations, in the words of the command line', async () => {
    const one = 'if pidof mender; then echo running; fi\nmender check-update\n';
    await client.open(uri, one);
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: range(0, 0, 0),
      context: { diagnostics: [], only: ['source.fixAll'], triggerKind: 1 },
    });
    await client.change(uri, { text: applied(one, action)! });
    await client.request('workspace/executeCommand', action!.command);
    await client.next('workspace/configuration');
    const { params } = await client.next('window/showMessage');
    const { message } = params as { message: string };
    assert.equal(message, '1 finding is left in ArtifactInstall_Enter_00. 1 to review: process-name.');
  });

  it('resolves fix-all lazily in the light bulb', async () => {
    await client.open(uri, text);
    const actions = await actionsFor(client, []);
    await client.next('workspace/configuration');
    const fixAll = actions.find(({ kind }) => kind === 'source.fixAll.mender-lint');
    assert.equal(fixAll?.edit, undefined);
    const resolved = await client.request<CodeAction>('codeAction/resolve', fixAll);
    assert.match(applied(text, resolved) ?? '', /mender-authd mender-updated/);
  });

  it('offers nothing where nothing is wrong', async () => {
    await client.open(uri, 'echo\n');
    assert.deepEqual(await actionsFor(client, []), []);
    await client.next('workspace/configuration');
  });

  it('explains a use in a hover', async () => {
    await client.open(uri, text);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 10 },
    });
    await client.next('workspace/configuration');
    assert.deepEqual(hover.range, range(1, 7, 27));
    assert.match((hover.contents as { value: string }).value, /mender-update show-artifact[\s\S]*docs\/rules/);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } }),
      null,
    );
  });

  it('changes settings without a restart', async () => {
    await client.open(uri, 'mender-update --data /data commit\n');
    assert.equal((await pulled())[0]?.code, 'data-option');
    await client.next('workspace/configuration');
    settings = { target: '4.0' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/configuration');
    await client.next('workspace/diagnostic/refresh');
    assert.deepEqual(await pulled(), []);
  });

  it('is not asked to refresh when no setting has changed', async () => {
    await client.open(uri, text);
    await pulled();
    await client.next('workspace/configuration');
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.next('workspace/configuration');
    assert.equal((await pulled()).length, 2);
  });

  it('changes severities and switches rules off', async () => {
    settings = { rules: { 'systemctl-control': 'off', 'mender-show-artifact': 'information' } };
    await client.open(uri, text);
    assert.deepEqual(
      (await pulled()).map(({ code, severity }) => [code, severity]),
      [['mender-show-artifact', 3]],
    );
    await client.next('workspace/configuration');
  });

  it('switches checking off', async () => {
    settings = { enable: false };
    await client.open(uri, text);
    assert.deepEqual(await pulled(), []);
    await client.next('workspace/configuration');
  });

  it('logs invalid settings, and uses the defaults', async () => {
    settings = { target: '6', rules: { x: 'loud' }, enable: 'yes' };
    await client.open(uri, text);
    assert.equal((await pulled()).length, 2);
    await client.next('workspace/configuration');
    const messages = [
      await client.next('window/logMessage'),
      await client.next('window/logMessage'),
      await client.next('window/logMessage'),
    ];
    assert.match(JSON.stringify(messages), /`target` must be one of \\"4\.0\\", \\"5\.0\\", \\"5\.1\\"/);
  });

  it('has names in settings logged that are none, once each, and no rule of the project', () =>
    inFolder(
      {
        '.mender-lint.json': JSON.stringify({
          extraRules: [{ id: 'acme-ota', command: 'acme-ota', why: 'It is gone.' }],
        }),
      },
      async folder => {
        const unknown = {
          tagret: '5.1',
          trace: { server: 'off' },
          rules: { 'mender-comit': 'off', 'acme-ota': 'off' },
        };
        const own = TestClient.inProcess({ 'workspace/configuration': () => [unknown] });
        await own.start(vscode, { showsStatus: false });
        await own.next('client/registerCapability');
        await own.next('client/registerCapability');
        for (const name of ['a.sh', 'b.sh']) {
          const ownUri = `${pathToFileURL(folder).href}/${name}`;
          await own.open(ownUri, text);
          await own.pull(ownUri);
          await own.next('workspace/configuration');
        }
        for (const message of [
          'The settings have no option `tagret`; did you mean `target`?',
          'Option `rules`: There is no rule `mender-comit`; did you mean `mender-commit`?',
        ])
          assert.deepEqual((await own.next('window/logMessage')).params, { type: 2, message });
        await own.finish();
      },
    ));

  it('has what a client says of itself for no settings', async () => {
    const own = TestClient.inProcess();
    await own.start(pushOnly, { showsStatus: false, diagnosticChannel: 'push', targett: '5.1' });
    await own.open(uri, text);
    await own.diagnostics(uri);
    const message = 'The settings have no option `targett`; did you mean `target`?';
    assert.deepEqual((await own.next('window/logMessage')).params, { type: 2, message });
    await own.finish();
  });

  it('has different settings for different files', async () => {
    const other = 'file:///other/a.sh';
    const byFolder = TestClient.inProcess({
      'workspace/configuration': ({ items }: { items: { scopeUri: string }[] }) =>
        items.map(({ scopeUri }) => (scopeUri === other ? { enable: false } : null)),
    });
    await byFolder.start(vscode);
    await byFolder.next('client/registerCapability');
    await byFolder.next('client/registerCapability');
    await byFolder.open(uri, text);
    await byFolder.open(other, text);
    assert.equal((await byFolder.pull(uri)).items?.length, 2);
    assert.equal((await byFolder.pull(other)).items?.length, 0);
    await byFolder.next('workspace/configuration');
    await byFolder.next('workspace/configuration');
    await byFolder.finish();
  });

  it('shows no findings in views of other documents', async () => {
    for (const scheme of ['git', 'output', 'vscode-scm']) {
      await client.open(`${scheme}:/project/a.sh`, text);
      assert.deepEqual(await pulled(`${scheme}:/project/a.sh`), []);
    }
  });

  it('may ask about a document before it opens it', async () => {
    assert.deepEqual(await pulled(), []);
    await client.open(uri, text);
    await client.next('workspace/diagnostic/refresh');
    assert.equal((await pulled()).length, 2);
    await client.next('workspace/configuration');
  });

  it('may cancel', async () => {
    await client.open(uri, text);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    // Cancelled, or answered just before.
    await asked.catch((error: { code: number }) => assert.ok([-32800, -32802].includes(error.code)));
    assert.equal((await pulled()).length, 2);
    await client.next('workspace/configuration');
  });

  it('survives messages that are no requests', async () => {
    await client.open(uri, text);
    for (const method of [
      'textDocument/hover',
      'textDocument/codeAction',
      'textDocument/diagnostic',
      'codeAction/resolve',
      'no/such/method',
    ]) {
      for (const params of [{}, { textDocument: null }, { textDocument: { uri: 5 } }, []])
        await client.request(method, params).catch(() => undefined);
    }
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///unknown', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///unknown' } });
    await client.connection.sendNotification('no/such/notification', { a: 1 });
    await client.change(uri, { range: range(90, 90, 91), text: 'mender commit' });
    assert.equal((await pulled()).length, 3);
    await client.next('workspace/configuration');
    // Its log shows how it handled them.
    client.takeLogged();
  });
});

describe('a client that does not pull diagnostics', () => {
  it('is sent them on open and change, and none after close', async () => {
    const client = TestClient.inProcess();
    const { capabilities } = await client.start(pushOnly);
    assert.equal(capabilities.diagnosticProvider, undefined);
    await client.open(uri, text);
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['mender-show-artifact', 'systemctl-control'],
    );
    await client.change(uri, { text: 'mender commit' });
    assert.deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['mender-commit'],
    );
    await client.close(uri);
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.finish();
  });

  it('sends settings at the start and when they change', async () => {
    const client = TestClient.inProcess();
    await client.start(pushOnly, { rules: { 'systemctl-control': 'off' } });
    await client.open(uri, text);
    assert.equal((await client.diagnostics(uri)).length, 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { menderLint: { enable: false } },
    });
    assert.equal((await client.diagnostics(uri)).length, 0);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { menderLint: {} } });
    assert.equal((await client.diagnostics(uri)).length, 2);
    await client.finish();
  });

  it('gets unversioned edits, and a plain hover', async () => {
    const client = TestClient.inProcess();
    await client.start(pushOnly);
    await client.open(uri, text);
    const [show] = await client.diagnostics(uri);
    const [action] = await actionsFor(client, [show!], ['quickfix']);
    assert.ok(action?.edit?.changes);
    assert.equal(action?.isPreferred, undefined);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 10 },
    });
    assert.equal((hover.contents as { kind: string }).kind, 'plaintext');
    await client.finish();
  });

  it('may pull all the same', async () => {
    const client = TestClient.inProcess();
    const { capabilities } = await client.start({ textDocument: { diagnostic: {} } }, { diagnosticChannel: 'pull' });
    assert.ok(capabilities.diagnosticProvider);
    await client.open(uri, text);
    assert.equal((await client.pull(uri)).items?.length, 2);
    await client.finish();
  });
});

describe('a client that says nothing about itself', () => {
  it('is sent plain diagnostics', async () => {
    const client = TestClient.inProcess();
    const { capabilities } = await client.start(bareMinimum);
    assert.equal(capabilities.codeActionProvider, undefined);
    await client.open(uri, text);
    const [show] = await client.diagnostics(uri);
    assert.deepEqual(Object.keys(show!).sort(), ['code', 'message', 'range', 'severity', 'source']);
    assert.deepEqual(await actionsFor(client, [show!]), []);
    await client.finish();
  });

  it('that claims to answer about configuration, but does not, gets findings all the same', async () => {
    const client = TestClient.inProcess(
      { 'workspace/configuration': () => new Promise(() => undefined) },
      { longestWait: 1 },
    );
    await client.start({ workspace: { configuration: true } });
    await client.open(uri, text);
    await client.next('workspace/configuration');
    assert.equal((await client.diagnostics(uri)).length, 2);
    await client.finish();
  });
});

describe('an editor that reads JSON itself', () => {
  const conf = 'file:///etc/mender/mender.conf';
  const broken = '{\n  "ServerURL" "https://s"\n}\n';

  for (const [languageId, expected] of Object.entries({
    json: [],
    jsonc: ['config-invalid-json'],
  }))
    it(`reports itself what is no ${languageId}, or not`, async () => {
      const client = TestClient.inProcess();
      await client.start(pushOnly, { checksJson: true });
      await client.open(conf, broken, languageId);
      const codes = (await client.diagnostics(conf)).map(({ code }) => code);
      assert.deepEqual(
        codes.filter(code => code === 'config-invalid-json'),
        expected,
      );
      await client.finish();
    });

  it('has the fix and its reason all the same', async () => {
    const client = TestClient.inProcess();
    await client.start(pushOnly, { checksJson: true });
    await client.open(conf, '{\n  // a comment\n  "ServerURL": "https://s"\n}\n', 'json');
    assert.deepEqual(await client.diagnostics(conf), []);
    const place = { textDocument: { uri: conf }, range: range(1, 4, 4), context: { diagnostics: [] } };
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', place);
    assert.equal(action?.title, 'Review: Remove the comment');
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri: conf },
      position: { line: 1, character: 4 },
    });
    assert.match((hover.contents as { value: string }).value, /JSON/);
    await client.finish();
  });
});

describe('a hover', () => {
  it('has no link that runs a command, even where the client knows one', async () => {
    const client = TestClient.inProcess();
    await client.start(vscode, { explainsRules: true });
    await client.next('client/registerCapability');
    await client.next('client/registerCapability');
    await client.open(uri, text);
    const position = { line: 1, character: 10 };
    const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    await client.next('workspace/configuration');
    const { value } = hover.contents as { value: string };
    assert.match(value, /\[More on mender-show-artifact\]\(https:[^)]*\)$/);
    assert.doesNotMatch(value, /command:/);
    await client.finish();
  });
});
