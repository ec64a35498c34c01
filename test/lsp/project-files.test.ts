/** The options file of a project in the editor: for open files and for the others, and when it changes. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { pushWithWorkspace, vscode } from '../support/clients.ts';
import { commandIn } from '../support/command.ts';
import { editsOf } from '../support/test-client.ts';
import { inWorkspace, type WorkspaceClient } from '../support/workspace-client.ts';

const commit = '#!/bin/sh\nmender commit\n';
const feature = 'MENDER_FEATURES_ENABLE = "mender-client-install"\n';
const off = JSON.stringify({ rules: { 'mender-commit': 'off' } });

for (const [kind, capabilities] of Object.entries({ asks: vscode, waits: pushWithWorkspace })) {
  describe(`options of a project for a client that ${kind}`, () => {
    it('apply to files that are not open, and override settings', () =>
      inWorkspace({ 'a/.mender-lint.json': off, 'a/x.sh': commit, 'b/x.sh': commit }, async client => {
        client.settings = { rules: { 'mender-commit': 'warning' } };
        await client.start(capabilities);
        if (capabilities === vscode) client.ask();
        await client.untilShown({ 'b/x.sh': ['mender-commit'] });
        client.write('.mender-lint.json', JSON.stringify({ exclude: ['b'] }));
        await client.changed('created', '.mender-lint.json');
        await client.untilShown({});
        client.remove('.mender-lint.json');
        client.remove('a/.mender-lint.json');
        await client.changed('deleted', '.mender-lint.json', 'a/.mender-lint.json');
        await client.untilShown({ 'a/x.sh': ['mender-commit'], 'b/x.sh': ['mender-commit'] });
      }));

    it('apply to open files, and are read again when they change', () =>
      inWorkspace({ 'x.sh': commit }, async client => {
        await client.start(capabilities);
        const uri = client.uri('x.sh');
        await client.client.open(uri, commit);
        const codes = async () => (await client.client.pull(uri)).items?.map(({ code }) => code);
        if (capabilities === vscode) assert.deepEqual(await codes(), ['mender-commit']);
        else await client.untilShown({ 'x.sh': ['mender-commit'] });
        client.write('.mender-lint.json', off);
        await client.changed('created', '.mender-lint.json');
        if (capabilities === vscode) {
          await client.client.next('workspace/diagnostic/refresh');
          assert.deepEqual(await codes(), []);
        } else await client.untilShown({});
      }));

    it('may add rules, also for files that do not name Mender', () =>
      inWorkspace({ 'x.sh': '#!/bin/sh\nacme-ota x\n' }, async client => {
        await client.start(capabilities);
        if (capabilities === vscode) client.ask();
        await client.untilReady();
        const extraRules = [{ id: 'acme-ota', command: 'acme-ota', to: 'acme-update', why: 'It has a new name.' }];
        client.write('.mender-lint.json', JSON.stringify({ extraRules }));
        await client.changed('created', '.mender-lint.json');
        await client.untilShown({ 'x.sh': ['acme-ota'] });
        const uri = client.uri('x.sh');
        await client.client.open(uri, '#!/bin/sh\nacme-ota x\n');
        const position = { line: 1, character: 2 };
        const hover = await client.client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
        assert.match(JSON.stringify(hover.contents), /a rule of this project.*It has a new name/);
        const actions = await client.client.request<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri },
          range: { start: position, end: position },
          context: { diagnostics: [], only: ['quickfix'] },
        });
        assert.deepEqual(
          actions.map(({ title }) => title),
          [
            'Review: Replace with `acme-update`',
            'Disable acme-ota for this line',
            'Disable acme-ota in this file',
            'Disable acme-ota in .mender-lint.json',
          ],
        );
        client.write('.mender-lint.json', JSON.stringify({ extraRules, rules: { 'acme-ota': 'off' } }));
        await client.changed('changed', '.mender-lint.json');
        if (capabilities === vscode) assert.deepEqual((await client.client.pull(uri)).items, []);
        else await client.untilShown({});
      }));

    it('are overridden by the release of Yocto that a layer or a kas file names, also when that changes', () =>
      inWorkspace({ 'meta/conf/distro/x.conf': feature }, async client => {
        await client.start(capabilities);
        if (capabilities === vscode) client.ask();
        const found = { 'meta/conf/distro/x.conf': ['recipe-feature'] };
        await client.untilShown(found);
        client.write('meta/conf/layer.conf', 'LAYERSERIES_COMPAT_x = "kirkstone"\n');
        await client.changed('created', 'meta/conf/layer.conf');
        await client.untilShown({});
        client.write('kas/x.yml', 'header: { version: 14 }\nrepos: { poky: { branch: scarthgap } }\n');
        await client.changed('created', 'kas/x.yml');
        await client.untilShown(found);
        client.remove('kas/x.yml');
        await client.changed('deleted', 'kas/x.yml');
        await client.untilShown({});
      }));

    it('may be accompanied by a baseline', () =>
      inWorkspace({ 'x.sh': `${commit}mender rollback\n`, 'y.sh': commit }, async client => {
        assert.equal((await commandIn(client.folder)('baseline', 'x.sh')).code, 0);
        await client.start(capabilities);
        if (capabilities === vscode) client.ask();
        await client.untilShown({ 'y.sh': ['mender-commit'] });
        client.write('x.sh', `${commit}mender install x\nmender rollback\n`);
        await client.changed('changed', 'x.sh');
        await client.untilShown({ 'x.sh': ['mender-install'], 'y.sh': ['mender-commit'] });
        assert.equal((await commandIn(client.folder)('baseline')).code, 0);
        await client.changed('changed', '.mender-lint-baseline.json');
        await client.untilShown({});
      }));

    it('are not used when they belong to another user, which is shown and logged', () =>
      inWorkspace(
        { '.mender-lint.json': off, 'x.sh': commit },
        async client => {
          await client.start(capabilities);
          if (capabilities === vscode) client.ask();
          await client.untilShown({ '.mender-lint.json': ['options-file'], 'x.sh': ['mender-commit'] });
          const logged = client.client.takeLogged().map(({ params }) => (params as { message: string }).message);
          assert.equal(logged.length, 1);
          assert.match(logged[0]!, /\/\.mender-lint\.json:1:1: This file is not used: .* belongs to user 1001,/);
        },
        { ...nodeFiles, user: 1000, ownerOf: path => (path.endsWith('.json') ? 1001 : 1000) },
      ));

    it('have their mistakes shown and logged once, and removed when they are corrected', () =>
      inWorkspace(
        { '.mender-lint.json': '{ "rulez": {}, "rules": { "mender-commit": "off" } }', 'x.sh': commit },
        async client => {
          await client.start(capabilities);
          if (capabilities === vscode) client.ask();
          await client.untilShown({ '.mender-lint.json': ['options-file'] });
          await client.untilReady();
          const logged = client.client.takeLogged().map(({ params }) => (params as { message: string }).message);
          assert.equal(logged.length, 1);
          assert.match(logged[0]!, /\/\.mender-lint\.json:1:3: The file has no option `rulez`/);
          client.write('.mender-lint.json', off);
          await client.changed('changed', '.mender-lint.json');
          await client.untilShown({});
        },
      ));
  });
}

describe('an options file that is no JSON', () => {
  it('is reported once: by an editor that has it open and reads JSON, else by the server', () =>
    inWorkspace({ '.mender-lint.json': '{ "rulez": 1, "exclude": [], }x', 'x.sh': commit }, async client => {
      await client.start(vscode, [''], { checksJson: true });
      client.ask();
      await client.until(() => client.shown.get('.mender-lint.json')?.length === 2);
      await client.client.open(client.uri('.mender-lint.json'), '{ "rulez": 1, "exclude": [], }x', 'jsonc');
      await client.until(() => client.shown.get('.mender-lint.json')?.length === 1);
      await client.client.close(client.uri('.mender-lint.json'));
      await client.until(() => client.shown.get('.mender-lint.json')?.length === 2);
      assert.equal(client.client.takeLogged().length, 2);
    }));
});

describe('disabling a rule for a project', () => {
  const disable = async (client: WorkspaceClient, path: string, text: string, rule: string) => {
    await client.start(vscode);
    client.ask();
    await client.untilReady();
    await client.client.open(client.uri(path), text, 'json');
    const { items } = await client.client.pull(client.uri(path));
    const diagnostics = items as Diagnostic[];
    const actions = await client.client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(path) },
      range: diagnostics[0]!.range,
      context: { diagnostics, only: ['quickfix'] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title).filter(title => title.startsWith('Disable')),
      [`Disable ${rule} in .mender-lint.json`],
    );
    return actions.at(-1)!.edit;
  };

  it('writes into its options file, which may have comments', () =>
    inWorkspace({ 'p/.mender-lint.json': '{\n  // Ours.\n  "target": "5.0",\n}\n' }, async client => {
      const edit = await disable(client, 'p/x/mender.conf', '{ "DBus": {} }', 'config-dbus');
      assert.deepEqual(editsOf(edit, client.uri('p/.mender-lint.json')), [
        {
          range: { start: { line: 2, character: 0 }, end: { line: 2, character: 18 } },
          newText: '  "target": "5.0",\n  "rules": {\n    "config-dbus": "off"\n  },',
        },
      ]);
    }));

  it('makes one at the root of the workspace', () =>
    inWorkspace({}, async client => {
      const edit = await disable(client, 'x/mender.conf', '{ "DBus": {} }', 'config-dbus');
      const uri = client.uri('.mender-lint.json');
      assert.deepEqual(edit?.documentChanges?.[0], { kind: 'create', uri, options: { ignoreIfExists: true } });
      const { newText } = editsOf(edit, uri)[0]!;
      assert.deepEqual(JSON.parse(newText), { rules: { 'config-dbus': 'off' } });
    }));
});
