/** Commands of an editor: the target, a baseline, a report, and unknown commands. */
import assert from 'node:assert/strict';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { BaselineFile, RuleName, SelectedTarget } from '../../server/src/lsp/messages.ts';
import { pushOnly, vscode } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';
import { inWorkspace, type WorkspaceClient } from '../support/workspace-client.ts';

const commit = '#!/bin/sh\nmender commit\n';

const started = async (client: WorkspaceClient) => {
  await client.start(vscode);
  await client.untilReady();
};

describe('a command', () => {
  it('that does not exist is an error', async () => {
    const client = TestClient.inProcess();
    await client.start(pushOnly);
    for (const command of ['nope', 'toString'])
      await assert.rejects(client.request('workspace/executeCommand', { command }), /There is no command "\w+"/);
    await client.finish();
  });
});

describe('the list of rules', () => {
  it('has ids and titles', async () => {
    const client = TestClient.inProcess();
    await client.start(pushOnly);
    const rules = await client.request<readonly RuleName[]>('menderLint/rules', undefined);
    assert.deepEqual(
      rules.find(({ id }) => id === 'mender-commit'),
      { id: 'mender-commit', title: '`mender commit`' },
    );
    await client.finish();
  });
});

describe('the status', () => {
  it('says which releases the folders are checked for', () =>
    inWorkspace({ 'a.sh': commit, 'sub/.mender-lint.json': '{ "target": "4.0" }' }, async client => {
      await started(client);
      assert.deepEqual(client.status?.targets, ['5.1']);
      client.write('.mender-lint.json', '{ "target": "5.0" }');
      await client.changed('created', '.mender-lint.json');
      await client.until(() => client.status?.targets[0] === '5.0');
    }));
});

describe('selecting a target', () => {
  it('is an edit of the options file that sets it, and of no other', () =>
    inWorkspace(
      { 'a/.mender-lint.json': '{ "target": "4.0" }', 'a/b/x.sh': commit, 'c/.mender-lint.json': '{ "rules": {} }' },
      async client => {
        await started(client);
        const select = (path: string) =>
          client.client.request<SelectedTarget>('menderLint/selectTarget', { uri: client.uri(path), target: '5.0' });
        const { edit } = await select('a/b');
        const [change] = edit!.documentChanges as TextDocumentEdit[];
        assert.equal(change?.textDocument.uri, client.uri('a/.mender-lint.json'));
        assert.deepEqual(
          change.edits.map(one => 'newText' in one && one.newText),
          ['"5.0"'],
        );
        assert.deepEqual(await select('c'), {});
        assert.deepEqual(await select(''), {});
      },
    ));
});

describe('a baseline from the editor', () => {
  it('contains the current findings, those of open documents included, and hides them once it is written', () =>
    inWorkspace({ 'a.sh': commit, 'sub/b.sh': commit, 'c.sh': '#!/bin/sh\nmender rollback\n' }, async client => {
      await started(client);
      client.ask();
      await client.untilShown({
        'a.sh': ['mender-commit'],
        'sub/b.sh': ['mender-commit'],
        'c.sh': ['mender-rollback'],
      });
      await client.client.open(client.uri('c.sh'), '#!/bin/sh\nmender-update rollback\n');
      const file = await client.client.request<BaselineFile>('menderLint/baseline', { uri: client.uri('') });
      assert.deepEqual([file.uri, file.findings, file.files], [client.uri('.mender-lint-baseline.json'), 2, 2]);
      client.write('.mender-lint-baseline.json', file.text);
      await client.changed('created', '.mender-lint-baseline.json');
      await client.until(() => !client.shown.has('a.sh') && !client.shown.has('sub/b.sh'));
      client.write('a.sh', '#!/bin/sh\n');
      const again = await client.client.request<BaselineFile>('menderLint/baseline', { uri: client.uri('sub') });
      assert.deepEqual([again.uri, again.findings], [file.uri, 1]);
      assert.equal(await client.client.request('menderLint/baseline', { uri: 'file:///elsewhere' }), null);
    }));
});

describe('pruning a baseline from the editor', () => {
  it('keeps entries that are still found, and adds nothing', () =>
    inWorkspace({ 'a.sh': commit, 'b.sh': commit, 'c.sh': commit }, async client => {
      await started(client);
      const ask = (prune: boolean) =>
        client.client.request<BaselineFile>('menderLint/baseline', { uri: client.uri(''), prune });
      assert.deepEqual(await ask(true).then(({ before, findings, files }) => [before, findings, files]), [0, 0, 0]);
      client.write('.mender-lint-baseline.json', (await ask(false)).text);
      await client.changed('created', '.mender-lint-baseline.json');
      client.write('a.sh', '#!/bin/sh\nmender rollback\n');
      await client.client.open(client.uri('b.sh'), '#!/bin/sh\n');
      const { before, findings, text } = await ask(true);
      assert.deepEqual([before, findings], [3, 1]);
      assert.deepEqual(Object.keys(JSON.parse(text).files), ['c.sh']);
    }));
});

describe('a diagnostic report', () => {
  it('has versions and counts, and neither a path nor a text', () =>
    inWorkspace(
      { 'secret-product/a.sh': commit, 'mender.conf': '{ "TenantToken": "top-secret", "DBus": {} }' },
      async client => {
        await started(client);
        const report = await client.client.request<string>('menderLint/report', undefined);
        assert.match(report, /^Mender Lint \d/);
        assert.match(report, /Targets: 5\.1\n/);
        assert.match(report, /Rules with findings: (?:config-dbus 1, )?mender-commit 1/);
        for (const text of [client.folder, 'secret', 'TenantToken']) assert.ok(!report.includes(text), text);
      },
    ));
});
