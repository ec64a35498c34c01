/** All fixes of a workspace as one edit. */
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { type AnnotatedTextEdit, CancellationTokenSource, type TextDocumentEdit } from 'vscode-languageserver-protocol';
import { fingerprint, type MigrateParams, type Migration } from '../../server/src/lsp/messages.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { yoctoTree } from '../bench/yocto-tree.ts';
import { vscode } from '../support/clients.ts';
import { commandIn } from '../support/command.ts';
import { document } from '../support/texts.ts';
import { inWorkspace, WorkspaceClient } from '../support/workspace-client.ts';

const files = {
  'a/commit.sh': '#!/bin/sh\nmender commit\nmender rollback\n',
  'b/service.sh': '#!/bin/sh\nsystemctl is-active mender-client && mender -version\n',
  'b/mender.conf': '{ "DBus": {} }',
  'c/quiet.sh': '#!/bin/sh\nmender-update commit\n',
};

const conf =
  '{\n  "ServerURL": "https://a",\n  "DBus": { "Enabled": true },\n  "Connectivity": { "DisableKeepAlive": true }\n}\n';

async function migration(client: WorkspaceClient, path?: string): Promise<Migration> {
  return client.client.request('menderLint/migrate', path === undefined ? {} : { uri: client.uri(path) });
}

function changed({ edit }: Migration): Readonly<Record<string, readonly AnnotatedTextEdit[]>> {
  return Object.fromEntries(
    (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.uri.split('/').slice(-2).join('/'),
      edits as AnnotatedTextEdit[],
    ]),
  );
}

describe('menderLint/migrate', () => {
  it('collects the best fix of each finding, annotated by rule', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      const found = await migration(client);
      const edits = changed(found);
      assert.deepEqual(Object.keys(edits).sort(), ['a/commit.sh', 'b/mender.conf', 'b/service.sh']);
      const annotations = found.edit.changeAnnotations!;
      const [commit, rollback] = ['mender-commit', 'mender-rollback'].map(
        rule => Object.keys(annotations).find(id => id.startsWith(`${rule}:safe:`))!,
      );
      assert.deepEqual(
        edits['a/commit.sh']!.map(({ newText, annotationId }) => [newText, annotationId]),
        [
          ['mender-update', commit],
          ['mender-update', rollback],
        ],
      );
      assert.deepEqual(annotations[commit!], {
        label: 'mender-commit',
        description: 'Use mender-update commit: mender commit is gone since 4.0.',
        needsConfirmation: false,
      });
      const query = Object.entries(annotations).find(([id]) => id.startsWith('systemctl-query+mender-version:'))!;
      assert.equal(query[1].needsConfirmation, query[0].includes(':review:'));
      for (const { annotationId } of Object.values(edits).flat()) assert.ok(annotations[annotationId]);
      assert.equal(found.files, 3);
      assert.equal(found.safe + found.review + found.left, 5);
    }));

  it('is limited to one folder on request', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      assert.deepEqual(Object.keys(changed(await migration(client, 'b'))).sort(), ['b/mender.conf', 'b/service.sh']);
      assert.deepEqual(changed(await migration(client, 'c')), {});
    }));

  it('takes the text of open documents, with their versions', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      await client.client.open(client.uri('a/commit.sh'), '#!/bin/sh\n\n\nmender commit\n');
      const { edit } = await migration(client, 'a');
      const [change] = edit.documentChanges as TextDocumentEdit[];
      assert.equal(change?.textDocument.version, 1);
      assert.deepEqual(
        change?.edits.map(({ range }) => range.start.line),
        [3],
      );
      const unopened = (await migration(client, 'b')).edit.documentChanges as TextDocumentEdit[];
      assert.deepEqual([...new Set(unopened.map(({ textDocument }) => textDocument.version))], [null]);
    }));

  it('is limited on request to some files, and to what is safe and not in a baseline', () =>
    inWorkspace({ ...files, 'a/b/c/new.sh': 'mender commit\nmender daemon &\n' }, async client => {
      const wanted = ['a/commit.sh', 'a/b/c/new.sh', 'b/service.sh'].map(path => client.uri(path));
      const ask = (params: MigrateParams) => client.client.request<Migration>('menderLint/migrate', params);
      await client.start(vscode);
      await client.untilReady();
      await client.client.open(client.uri('a/commit.sh'), files['a/commit.sh']);
      assert.deepEqual(Object.keys(changed(await ask({ files: wanted }))).sort(), [
        'a/commit.sh',
        'b/service.sh',
        'c/new.sh',
      ]);
      assert.deepEqual(Object.keys(changed(await ask({ files: wanted.slice(1, 2) }))), ['c/new.sh']);
      assert.equal((await ask({ files: [] })).files, 0);
      const safe = await ask({ files: wanted.slice(1), safeOnly: true });
      assert.ok(Object.values(safe.edit.changeAnnotations!).every(({ needsConfirmation }) => !needsConfirmation));
      assert.deepEqual([safe.review, safe.later], [0, 0]);
      assert.ok(safe.safe > 0);
      await commandIn(client.folder)('baseline', 'a/commit.sh');
      await client.changed('created', '.mender-lint-baseline.json');
      const rest = await ask({ safeOnly: true });
      assert.ok(!Object.keys(changed(rest)).includes('a/commit.sh'));
      assert.ok(Object.keys(changed(rest)).includes('c/new.sh'));
    }));

  it('does not depend on what is shown', () =>
    inWorkspace(files, async client => {
      client.settings = { diagnosticMode: 'off', limits: { findings: 1 } };
      await client.start(vscode);
      await client.client.open(client.uri('a/commit.sh'), files['a/commit.sh']);
      assert.equal((await migration(client)).files, 3);
    }));

  it('fixes findings in a baseline, in files and in editors, as the command line does', () =>
    inWorkspace(files, async client => {
      await commandIn(client.folder)('baseline', '.');
      await client.start(vscode);
      await client.untilReady();
      assert.equal(client.status?.findings, 0);
      await client.client.open(client.uri('a/commit.sh'), files['a/commit.sh']);
      assert.equal((await client.client.pull(client.uri('a/commit.sh'))).items?.length, 0);
      const { files: number, safe, review } = await migration(client);
      assert.deepEqual([number, safe + review], [3, 5]);
    }));

  it('identifies its texts, whatever their line ends and byte order marks', () =>
    inWorkspace({ 'a.sh': '\uFEFF#!/bin/sh\r\n\r\nmender commit\r\n', 'b.sh': 'mender commit\n' }, async client => {
      await client.start(vscode);
      const { fingerprints } = await migration(client);
      assert.equal(fingerprints[client.uri('a.sh')], fingerprint('#!/bin/sh\n\nmender commit\n'));
      assert.notEqual(fingerprints[client.uri('b.sh')], fingerprint('mender  commit\n'));
    }));

  it('does everything at once', () =>
    inWorkspace({ 'mender.conf': conf }, async client => {
      await client.start(vscode);
      const found = await migration(client);
      const { lines } = document(conf);
      const edits = Object.values(changed(found)[`${basename(client.folder)}/mender.conf`]!).map(
        ({ range, newText }) => ({
          start: lines.offsetAt(range.start),
          end: lines.offsetAt(range.end),
          newText,
        }),
      );
      assert.equal(applyEdits(conf, edits), '{\n  "ServerURL": "https://a"\n}\n');
      assert.deepEqual([found.safe, found.left, found.later], [2, 0, 0]);
    }));

  it('can be cancelled', async () => {
    const client = new WorkspaceClient(yoctoTree(20_000).folder);
    const stop = new CancellationTokenSource();
    try {
      await client.start(vscode);
      await client.untilReady();
      const answer = client.client.connection.sendRequest('menderLint/migrate', {}, stop.token);
      // Answered after it, while the files are checked.
      await client.client.request('menderLint/why', { uri: 'untitled:x' });
      stop.cancel();
      await assert.rejects(answer, /cancelled/);
    } finally {
      client.client.connection.dispose();
    }
  });
});
