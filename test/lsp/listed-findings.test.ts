/** The findings of the workspace, as a view of them receives them. */
import assert from 'node:assert/strict';
import type { FileFindings, FindingsParams } from '../../server/src/lsp/messages.ts';
import { bareMinimum, vscode } from '../support/clients.ts';
import { inWorkspace, type WorkspaceClient } from '../support/workspace-client.ts';

const files = {
  'a/commit.sh': '#!/bin/sh\nmender commit\n',
  'b/service.sh': '#!/bin/sh\nsystemctl is-active mender-client\n',
  'b/quiet.sh': '#!/bin/sh\nmender-update commit\n',
  'c/hand.sh': '#!/bin/sh\nmender $COMMAND\n',
};

const ask = (client: WorkspaceClient, params: FindingsParams = {}) =>
  client.client.request<readonly FileFindings[]>('menderLint/findings', params);

const brief = (client: WorkspaceClient, found: readonly FileFindings[]) =>
  found
    .map(({ uri, findings }) => [
      uri.slice(client.uri('').length + 1),
      findings.map(({ rule, todo }) => `${rule} ${todo}`).join(),
    ])
    .sort();

describe('menderLint/findings', () => {
  it('has all shown findings, and what can be done about them', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      const found = await ask(client);
      assert.deepEqual(brief(client, found), [
        ['a/commit.sh', 'mender-commit safe'],
        ['b/service.sh', 'systemctl-query review'],
        ['c/hand.sh', 'mender-dynamic-command by-hand'],
      ]);
      assert.deepEqual(found.find(({ uri }) => uri.endsWith('commit.sh'))?.findings, [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 13 } },
          rule: 'mender-commit',
          title: '`mender commit`',
          message: 'Use `mender-update commit`: `mender commit` is gone since 4.0.',
          todo: 'safe',
          fix: 'Replace with `mender-update commit`',
        },
      ]);
    }));

  it('has also requested files without findings, and open ones as they are in the editor', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      await client.client.open(client.uri('a/commit.sh'), '#!/bin/sh\n');
      await client.client.open(client.uri('b/quiet.sh'), '#!/bin/sh\nmender rollback\n');
      const uris = ['a/commit.sh', 'b/quiet.sh', 'none'].map(path => client.uri(path));
      assert.deepEqual(brief(client, await ask(client, { uris: [...uris, 'untitled:x'] })).slice(1), [
        ['a/commit.sh', ''],
        ['b/quiet.sh', 'mender-rollback safe'],
        ['none', ''],
      ]);
      assert.equal((await ask(client)).find(({ uri }) => uri.endsWith('quiet.sh'))?.findings.length, 1);
    }));

  it('names custom rules by their titles', () =>
    inWorkspace(
      {
        'a.sh': '#!/bin/sh\nour-updater now\n',
        '.mender-lint.json': JSON.stringify({
          extraRules: [{ id: 'our-updater', command: 'our-updater', message: 'Use mender-update.' }],
        }),
      },
      async client => {
        await client.start(vscode);
        await client.untilReady();
        const [found] = await ask(client);
        assert.equal(found?.findings[0]?.rule, 'our-updater');
        assert.match(found.findings[0].title, /our-updater/);
      },
    ));

  it('does not exist for a client whose diagnostics contain no fixes', () =>
    inWorkspace(files, async client => {
      await client.start(bareMinimum);
      await assert.rejects(ask(client), /Unhandled method/);
    }));
});
