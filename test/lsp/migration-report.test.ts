/** The report of a migration, from the server: the same as that of the command line. */
import assert from 'node:assert/strict';
import type { MigrationReportParams } from '../../server/src/lsp/messages.ts';
import { vscode } from '../support/clients.ts';
import { commandIn } from '../support/command.ts';
import { inWorkspace, type WorkspaceClient } from '../support/workspace-client.ts';

const files = {
  'a/commit.sh': '#!/bin/sh\nmender commit\nmender commit\n',
  'b/service.sh': '#!/bin/sh\nsystemctl is-active mender-client\n',
  'b/quiet.sh': '#!/bin/sh\nmender-update commit\n',
  'c/hand.sh': '#!/bin/sh\nmender $COMMAND\n',
  'docs/how.md': '```sh\nmender commit\n```\n',
  CODEOWNERS: '*.sh @shell\n/a/ @state\n',
};

/** For one finding in each of these files, of any rule. */
const baseline = (...paths: readonly string[]) =>
  JSON.stringify({
    version: 1,
    files: Object.fromEntries(paths.map(path => [path, { 'mender-commit 0000000000000000': 1 }])),
  });

const asked = (client: WorkspaceClient, format: MigrationReportParams['format']) =>
  client.client.request<string | null>('menderLint/migrationReport', { format });

interface Json {
  readonly complete: boolean;
  readonly files: { readonly checked: number };
  readonly notChecked: readonly { readonly path: string; readonly why: string }[];
  readonly remarks: readonly string[];
  readonly findings: readonly { readonly path: string; readonly rule: string }[];
  readonly asked: { readonly target: string | readonly string[]; readonly paths: readonly string[] };
}

const json = async (client: WorkspaceClient) => JSON.parse((await asked(client, 'json'))!) as Json;

const brief = ({ findings }: Json) => findings.map(({ path, rule }) => `${path} ${rule}`);

const cases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'as it is': {},
  'in a repository, of which a folder is open': { '.git/HEAD': 'ref: refs/heads/main\n' },
  'with an options file': {
    '.mender-lint.json': JSON.stringify({ target: '4.0', from: '3.5', rules: { 'mender-commit': 'warning' } }),
  },
  'with what is left out by it': { '.mender-lint.json': JSON.stringify({ exclude: ['c'] }) },
  'with a baseline': { '.mender-lint-baseline.json': baseline('a/commit.sh', 'gone.sh', 'b/quiet.sh', 'c/hand.sh') },
};

describe('menderLint/migrationReport', () => {
  for (const [name, others] of Object.entries(cases))
    for (const format of ['markdown', 'html', 'json'] as const)
      it(`is in ${format} what the command line writes ${name}`, () =>
        inWorkspace({ ...files, ...others }, async client => {
          await client.start(vscode);
          await client.untilReady();
          const { code, out } = await commandIn(client.folder)('report', '--format', format);
          assert.equal(code, 0);
          assert.equal(await asked(client, format), out);
        }));

  it('counts the text in an editor, not the one on disk', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilReady();
      const before = await json(client);
      await client.client.open(client.uri('a/commit.sh'), '#!/bin/sh\nmender rollback\n');
      const after = await json(client);
      assert.deepEqual(brief(after), [
        'a/commit.sh mender-rollback',
        'b/service.sh systemctl-query',
        'c/hand.sh mender-dynamic-command',
      ]);
      assert.deepEqual([before.files.checked, before.complete], [after.files.checked, after.complete]);
    }));

  it('says what was not checked', () =>
    inWorkspace({ 'one/a.sh': 'mender commit\n', 'one/.mender-lint.json': '{ "target": "nope" }' }, async client => {
      await client.start(vscode);
      await client.untilReady();
      const mistaken = await json(client);
      assert.deepEqual(mistaken.remarks, ['There are mistakes in `one/.mender-lint.json`.']);
      assert.equal(mistaken.complete, false);
    }));

  it('says so where checking is switched off', () =>
    inWorkspace({ 'a.sh': 'mender commit\n' }, async client => {
      client.settings = { enable: false };
      await client.start(vscode);
      await client.untilReady();
      const { complete, findings, notChecked } = await json(client);
      assert.deepEqual([complete, findings], [false, []]);
      assert.deepEqual(notChecked, [{ path: '.', why: 'a folder for which checking is switched off' }]);
    }));

  it('has all folders of a workspace, named from their common folder', () =>
    inWorkspace(
      {
        'x/one/a.sh': 'mender commit\n',
        'x/two/a.sh': 'mender commit\n',
        'x/two/.mender-lint.json': '{ "target": "4.0" }',
        'x/closed/a.sh': 'mender commit\n',
      },
      async client => {
        await client.start(vscode, ['x/one', 'x/two']);
        await client.untilReady();
        const report = await json(client);
        assert.deepEqual(brief(report), ['one/a.sh mender-commit', 'two/a.sh mender-commit']);
        assert.deepEqual(report.asked.paths, ['one', 'two']);
        assert.deepEqual(report.asked.target, ['5.1', '4.0']);
        assert.match((await asked(client, 'markdown'))!, /^# Migration to Mender client 5\.1 and 4\.0$/m);
      },
    ));

  it('is null where no folder is open, and an error for another format', () =>
    inWorkspace({}, async client => {
      await client.start(vscode, []);
      assert.equal(await asked(client, 'markdown'), null);
      await assert.rejects(asked(client, 'pdf' as 'html'), /there is no format pdf/);
    }));
});
