/** What the light bulb offers besides the fixes themselves, and its effects. */
import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { Migration } from '../../server/src/lsp/messages.ts';
import { pushOnly, vscode } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';
import { inWorkspace } from '../support/workspace-client.ts';

const ours = { explainsRules: true, previewsFixes: true };

async function actionsIn(
  path: string,
  text: string,
  capabilities = vscode,
  options: object = ours,
): Promise<CodeAction[]> {
  const client = TestClient.inProcess({ 'workspace/configuration': () => [null] });
  await client.start(capabilities, options);
  const uri = `file:///project/${encodeURI(path)}`;
  await client.open(uri, text, 'plaintext');
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    context: { diagnostics: [], only: ['quickfix'] },
  });
  client.connection.dispose();
  return actions;
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('the light bulb', () => {
  it('distinguishes safe fixes from those to review, one from all, and explains', async () => {
    const text = 'mender show-artifact\nsystemctl restart mender-client\nmender show-artifact\necho\n';
    assert.deepEqual(titles(await actionsIn('a.sh', text)), [
      'Replace with `mender-update show-artifact`',
      'Review: Support 3.x and 4.x+: call `mender-update`, or `mender` where there is none',
      'Fix all 2 safe problems of mender-show-artifact in this file',
      'Fix all 3 safe problems in this file',
      'Fix all of mender-show-artifact in the workspace (preview)',
      'Explain mender-show-artifact',
      'Disable mender-show-artifact for this line',
      'Disable mender-show-artifact in this file',
    ]);
  });

  it('has no commands of our client for others', async () => {
    const found = await actionsIn('a.sh', 'mender show-artifact\n', pushOnly, {});
    assert.deepEqual(
      found.filter(({ command }) => command),
      [],
    );
  });

  const moves: readonly [path: string, text: string, title: string, changes: readonly unknown[]][] = [
    [
      'etc/mender-client.service.d/proxy.conf',
      '[Service]\nEnvironment=A=b\n',
      'Review: Move it to `mender-authd.service.d` and `mender-updated.service.d`',
      [
        ['create', 'etc/mender-authd.service.d/proxy.conf'],
        ['edit', 'etc/mender-authd.service.d/proxy.conf', '[Service]\nEnvironment=A=b\n'],
        ['rename', 'etc/mender-client.service.d/proxy.conf', 'etc/mender-updated.service.d/proxy.conf'],
      ],
    ],
    [
      'recipes/mender-client/mender-client_%.bbappend',
      'SRC_URI += "file://a"\n',
      'Review: Rename it to `mender_%.bbappend`',
      [['rename', 'recipes/mender-client/mender-client_%.bbappend', 'recipes/mender-client/mender_%.bbappend']],
    ],
  ];
  for (const [path, text, title, changes] of moves)
    it(`moves a file as one edit: ${path}`, async () => {
      const found = await actionsIn(path, text);
      const action = found.find(other => other.title === title);
      assert.ok(action, titles(found).join('\n'));
      const short = (uri: string) => decodeURIComponent(uri).replace('file:///project/', '');
      assert.deepEqual(
        action.edit?.documentChanges?.map(change => {
          if (!('kind' in change))
            return [
              'edit',
              short(change.textDocument.uri),
              ...change.edits.map(edit => 'newText' in edit && edit.newText),
            ];
          return change.kind === 'rename'
            ? ['rename', short(change.oldUri), short(change.newUri)]
            : [change.kind, short((change as { uri: string }).uri)];
        }),
        changes,
      );
      assert.equal(
        (await actionsIn(path, text, pushOnly)).some(other => other.title === title),
        false,
      );
    });
});

describe('all fixes of one rule in the workspace', () => {
  const files = {
    'a/x.sh': 'mender commit\nmender rollback\n',
    'b.sh': 'mender commit\n',
    'c.sh': 'mender rollback\n',
  };

  it('are a separate edit', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      const found = await client.client.request<Migration>('menderLint/migrate', { rule: 'mender-commit' });
      const edits = (found.edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
        textDocument.uri.split('/').at(-1),
        edits.map(({ range }) => range.start.line),
      ]);
      assert.deepEqual(edits.sort(), [
        ['b.sh', [0]],
        ['x.sh', [0]],
      ]);
      assert.deepEqual([found.safe, found.review, found.left], [2, 0, 0]);
    }));
});

describe('the page of a rule', () => {
  it('comes from the server, also for a former id, and not for an unknown one', async () => {
    const client = TestClient.inProcess();
    await client.start(pushOnly);
    const page = (rule: string) => client.request<string | null>('menderLint/rulePage', { rule });
    assert.match((await page('mender-commit')) ?? '', /^# mender-commit\n[\s\S]*## Sources\n/);
    assert.match((await page('config-servers-and-server-url')) ?? '', /^# config-both-servers\n/);
    assert.equal(await page('no-such-rule'), null);
    await client.finish();
  });
});
