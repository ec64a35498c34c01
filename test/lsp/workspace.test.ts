/** The files of a workspace that are not open, over the protocol. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { yoctoTree } from '../bench/yocto-tree.ts';
import { pushWithWorkspace, vscode } from '../support/clients.ts';
import { inWorkspace, WorkspaceClient } from '../support/workspace-client.ts';

const commit = '#!/bin/sh\nmender commit\n';
const files = {
  'a/ArtifactInstall_Enter_00': commit,
  'b/mender.conf': '{ "DBus": {} }',
  'b/quiet.sh': '#!/bin/sh\nmender-update commit\n',
  'notes.md': 'mender commit',
};
const found = { 'a/ArtifactInstall_Enter_00': ['mender-commit'], 'b/mender.conf': ['config-dbus'] };

/** VS Code, and a client that does not pull. */
const clients = { 'asks for diagnostics': vscode, 'waits for diagnostics': pushWithWorkspace } as const;

for (const [kind, capabilities] of Object.entries(clients)) {
  const start = async (client: WorkspaceClient, roots?: readonly string[]) => {
    await client.start(capabilities, roots);
    if (capabilities === vscode) client.ask();
  };

  describe(`a workspace of a client that ${kind}`, () => {
    it('has the findings of all files, and a report of no other file', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        await client.untilReady();
        assert.equal(client.reports, 2);
        assert.deepEqual(client.status, {
          kind: 'ready',
          files: 2,
          findings: 2,
          targets: ['5.1'],
          leftOut: [],
          notIncluded:
            "1 file that names something of Mender's is of a kind that is not checked unless the option `include` names it: `markdown` (1).",
        });
      }));

    it('knows an open file by its path, however the client escapes that', () =>
      inWorkspace({ 'a(b)/agent@1.sh': commit }, async client => {
        const uri = `file://${client.folder}/a(b)/agent@1.sh`;
        assert.notEqual(uri, client.uri('a(b)/agent@1.sh'));
        await start(client);
        await client.client.open(uri, '#!/bin/sh\nmender rollback\n');
        if (capabilities === vscode) await client.untilReady();
        else await client.until(() => client.status?.kind === 'ready' && client.pushed.has(uri));
        assert.deepEqual([...client.pushed], capabilities === vscode ? [] : [uri]);
      }));

    it('follows files that are written, deleted and renamed, extensionless ones too', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        client.write('new/tool', commit);
        await client.changed('created', 'new/tool');
        await client.untilShown({ ...found, 'new/tool': ['mender-commit'] });
        client.write('new/tool', '#!/bin/sh\ntrue\n');
        await client.changed('changed', 'new/tool');
        await client.untilShown(found);
        await rename(join(client.folder, 'a'), join(client.folder, 'z'));
        await client.changed('deleted', 'a');
        await client.changed('created', 'z');
        await client.untilShown({ 'z/ArtifactInstall_Enter_00': ['mender-commit'], 'b/mender.conf': ['config-dbus'] });
        client.remove('b/mender.conf');
        await client.changed('deleted', 'b/mender.conf');
        await client.untilShown({ 'z/ArtifactInstall_Enter_00': ['mender-commit'] });
      }));

    it('follows ignore files, and folders that turn out to be those of a build', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        client.write('.gitignore', 'a/\n');
        await client.changed('created', '.gitignore');
        await client.untilShown({ 'b/mender.conf': ['config-dbus'] });
        client.write('b/conf/bblayers.conf', '');
        await client.changed('created', 'b/conf/bblayers.conf');
        await client.untilShown({});
        client.remove('.gitignore');
        await client.changed('deleted', '.gitignore');
        await client.untilShown({ 'a/ArtifactInstall_Enter_00': ['mender-commit'] });
      }));

    it('ignores changes in skipped folders', () =>
      inWorkspace({ ...files, '.gitignore': 'out/\n' }, async client => {
        await start(client);
        await client.untilShown(found);
        client.write('out/a.sh', commit);
        client.write('c.sh', commit);
        await client.changed('created', 'out/a.sh', 'c.sh');
        await client.untilShown({ ...found, 'c.sh': ['mender-commit'] });
      }));

    it('takes ten thousand files at once, as a checkout of git brings them', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        const paths = Array.from({ length: 10_000 }, (_, n) => `many/${n % 100}/script-${n}.sh`);
        const noisy = new Set(paths.filter((_, n) => n % 500 === 0));
        for (const path of paths) client.write(path, noisy.has(path) ? commit : 'true\n');
        await client.changed('created', ...paths);
        await client.untilShown({ ...found, ...Object.fromEntries([...noisy].map(path => [path, ['mender-commit']])) });
        client.remove('many');
        await client.changed('deleted', ...paths);
        await client.untilShown(found);
      }));

    it('keeps the findings of a file that is closed, as they are on disk', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        const uri = client.uri('a/ArtifactInstall_Enter_00');
        await client.client.open(uri, `${commit}mender install x\n`);
        if (capabilities === vscode) {
          const { items } = await client.client.pull(uri);
          assert.equal(items?.length, 2);
        } else await client.untilShown({ ...found, 'a/ArtifactInstall_Enter_00': ['mender-commit', 'mender-install'] });
        const before = client.reports;
        await client.client.close(uri);
        if (capabilities === vscode) await client.client.pull(uri);
        await client.until(() => client.reports > before);
        await client.untilShown(found);
      }));

    it('forgets a file that is closed after it has been deleted', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        const uri = client.uri('b/mender.conf');
        await client.client.open(uri, '{ "DBus": {} }', 'json');
        client.remove('b/mender.conf');
        await client.changed('deleted', 'b/mender.conf');
        await client.client.close(uri);
        await client.untilShown({ 'a/ArtifactInstall_Enter_00': ['mender-commit'] });
      }));

    it('takes and drops folders', () =>
      inWorkspace(files, async client => {
        await start(client, ['a']);
        await client.untilShown({ 'a/ArtifactInstall_Enter_00': ['mender-commit'] });
        const change = (added: readonly string[], removed: readonly string[]) =>
          client.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
            event: {
              added: added.map(path => ({ uri: client.uri(path), name: path })),
              removed: removed.map(path => ({ uri: client.uri(path), name: path })),
            },
          });
        await change(['b'], []);
        await client.untilShown(found);
        await change([], ['a']);
        await client.untilShown({ 'b/mender.conf': ['config-dbus'] });
      }));

    it('reports files once when one folder is in the other', () =>
      inWorkspace(files, async client => {
        await start(client, ['', 'a']);
        await client.untilShown(found);
        await client.untilReady();
        assert.equal(client.reports, 2);
      }));

    it('leaves the files of a folder in another one to that folder, whatever is checked again', () =>
      inWorkspace({ 'a.sh': commit, 'x/in/b.sh': commit }, async client => {
        const both = { 'a.sh': ['mender-commit'], 'x/in/b.sh': ['mender-commit'] };
        await start(client, ['x/in', '']);
        await client.untilShown(both);
        client.write('c.sh', commit);
        await client.client.connection.sendNotification('menderLint/checkWorkspace');
        await client.untilShown({ ...both, 'c.sh': ['mender-commit'] });
        client.write('x/.gitignore', '');
        client.write('x/in/d.sh', commit);
        await client.changed('created', 'x/.gitignore', 'x/in/d.sh');
        await client.untilShown({ ...both, 'c.sh': ['mender-commit'], 'x/in/d.sh': ['mender-commit'] });
        await client.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [{ uri: client.uri(''), name: '' }] },
        });
        await client.untilShown({ 'x/in/b.sh': ['mender-commit'], 'x/in/d.sh': ['mender-commit'] });
      }));

    it('follows a file that becomes a folder, and the repository and the builds that folders belong to', () =>
      inWorkspace(
        { d: commit, '.gitignore': 'own.sh\n', 'sub/own.sh': commit, 'b/host/a.sh': commit, 'dl/x.sh': commit },
        async client => {
          const code = ['mender-commit'];
          await start(client);
          await client.untilShown({ d: code, 'b/host/a.sh': code, 'dl/x.sh': code });
          client.remove('d');
          client.write('d/e.sh', commit);
          await client.changed('changed', 'd');
          await client.untilShown({ 'd/e.sh': code, 'b/host/a.sh': code, 'dl/x.sh': code });
          for (const name of ['build', 'images', 'target']) client.write(`b/${name}/x`, '');
          await client.changed('created', 'b/target');
          await client.untilShown({ 'd/e.sh': code, 'dl/x.sh': code });
          client.write('dl/x.sh.done', '');
          await client.changed('created', 'dl/x.sh.done');
          await client.untilShown({ 'd/e.sh': code });
          client.write('sub/.git/HEAD', '');
          await client.changed('created', 'sub/.git');
          await client.untilShown({ 'd/e.sh': code, 'sub/own.sh': code });
          client.remove('sub/.git');
          await client.changed('deleted', 'sub/.git');
          await client.untilShown({ 'd/e.sh': code });
        },
      ));

    it('follows links to files elsewhere', () =>
      inWorkspace({ 'ws/a.sh': commit, 'far.sh': commit }, async client => {
        const near = { 'ws/a.sh': ['mender-commit'] };
        const both = { ...near, 'far.sh': ['mender-commit'] };
        const link = (name: string) => symlinkSync('../far.sh', join(client.folder, name));
        link('ws/one.sh');
        await start(client, ['ws']);
        await client.untilShown(both);
        client.remove('ws/one.sh');
        await client.changed('deleted', 'ws/one.sh');
        await client.untilShown(near);
        client.write('ws/d/other.sh', 'true\n');
        symlinkSync('../../far.sh', join(client.folder, 'ws/d/in.sh'));
        await client.changed('created', 'ws/d');
        await client.untilShown(both);
        client.remove('ws/d');
        await client.changed('deleted', 'ws/d');
        await client.untilShown(near);
        link('ws/two.sh');
        link('ws/three.sh');
        await client.changed('created', 'ws/two.sh', 'ws/three.sh');
        await client.untilShown(both);
        client.write('far.sh', 'true\n');
        await client.changed('changed', 'far.sh');
        await client.untilShown(near);
        client.write('far.sh', commit);
        await client.client.connection.sendNotification('menderLint/checkWorkspace');
        await client.untilShown(both);
        client.write('far.sh', 'true\n');
        await client.client.connection.sendNotification('menderLint/checkWorkspace');
        await client.untilShown(near);
      }));

    it('continues where something cannot be read', () =>
      inWorkspace({ 'a.sh': commit, 'p/conf/x.sh': commit }, async client => {
        symlinkSync('bblayers.conf', join(client.folder, 'p/conf/bblayers.conf'));
        await start(client);
        await client.untilShown({ 'a.sh': ['mender-commit'], 'p/conf/x.sh': ['mender-commit'] });
        symlinkSync('loop.sh', join(client.folder, 'loop.sh'));
        client.remove('a.sh');
        await client.changed('created', 'loop.sh', `${'x'.repeat(300)}.sh`);
        await client.changed('deleted', 'a.sh');
        await client.untilShown({ 'p/conf/x.sh': ['mender-commit'] });
      }));

    it('reports each file that is too large once, and as long as it is', () =>
      inWorkspace({ 'sub/big.sh': `${commit}${'#'.repeat(400)}`, 'a.sh': commit }, async client => {
        client.settings = { limits: { fileSize: 100 } };
        const leftOut = () => client.status?.leftOut.map(sentence => sentence.slice(0, 6)).join();
        await start(client);
        await client.untilShown({ 'a.sh': ['mender-commit'] });
        await client.untilReady();
        assert.equal(leftOut(), '1 file');
        client.write('sub/.gitignore', '');
        client.write('sub/bigger.sh', `${commit}${'#'.repeat(500)}`);
        await client.changed('created', 'sub/.gitignore', 'sub/bigger.sh');
        await client.until(() => leftOut() === '2 file');
        client.write('sub/big.sh', commit);
        await client.changed('changed', 'sub/big.sh');
        await client.until(() => leftOut() === '1 file');
        client.remove('sub/bigger.sh');
        await client.changed('deleted', 'sub/bigger.sh');
        await client.until(() => leftOut() === '');
      }));

    it('shows findings beyond the limit as soon as there is room', () =>
      inWorkspace({ 'a.sh': `${commit}mender rollback\n`, 'b.sh': `${commit}mender rollback\n` }, async client => {
        client.settings = { limits: { findings: 2 } };
        await start(client);
        await client.untilReady();
        assert.deepEqual([...client.shown.keys()], ['a.sh']);
        client.write('a.sh', 'true\n');
        await client.changed('changed', 'a.sh');
        await client.untilShown({ 'b.sh': ['mender-commit', 'mender-rollback'] });
        await client.until(() => client.status?.leftOut.length === 0);
      }));

    it('follows its settings', () =>
      inWorkspace(files, async client => {
        await start(client);
        await client.untilShown(found);
        await client.configure({ exclude: ['a'] });
        await client.untilShown({ 'b/mender.conf': ['config-dbus'] });
        await client.configure({ rules: { 'config-dbus': 'off' } });
        await client.untilShown({ 'a/ArtifactInstall_Enter_00': ['mender-commit'] });
        await client.configure({ diagnosticMode: 'openFiles' });
        await client.untilShown({});
        await client.configure({});
        await client.untilShown(found);
      }));

    it('looks at code blocks and strings when they are included', () =>
      inWorkspace(
        { ...files, 'a.md': '```sh\nmender commit\n```\n', 'b.py': 'run("mender commit")\n' },
        async client => {
          await start(client);
          await client.untilShown(found);
          await client.configure({ include: ['markdown'] });
          await client.untilShown({ ...found, 'a.md': ['mender-commit'] });
          await client.configure({ include: ['markdown', 'strings'] });
          await client.untilShown({ ...found, 'a.md': ['mender-commit'], 'b.py': ['mender-commit'] });
          await client.configure({ include: [] });
          await client.untilShown(found);
        },
      ));

    it('checks unreported changes on request, and shows what the limits hid', () =>
      inWorkspace(files, async client => {
        client.settings = { limits: { findings: 3 } };
        client.write('0/three.sh', `${commit}mender show-artifact\nmender rollback\n`);
        await start(client);
        await client.untilReady();
        assert.equal(client.status?.findings, 3);
        // With the same length: neither its size nor an event shows the change.
        client.write('a/ArtifactInstall_Enter_00', '#!/bin/sh\nmenderscommit\n');
        client.write('b/mender.conf', '{ "DEus": {} }');
        await client.client.connection.sendNotification('menderLint/checkWorkspace');
        await client.untilShown({ '0/three.sh': ['mender-commit', 'mender-show-artifact', 'mender-rollback'] });
      }));

    it('reports what its limits leave out', () =>
      inWorkspace({ ...files, 'c.sh': `${commit}${'mender commit\n'.repeat(4)}` }, async client => {
        client.settings = { limits: { findingsPerFile: 3, findings: 4 } };
        await start(client);
        await client.until(() => client.status?.kind === 'ready');
        assert.equal(client.status?.findings, 4);
        assert.deepEqual(
          client.status?.leftOut.map(sentence => /`(\w+)`/.exec(sentence)![1]),
          ['findingsPerFile', 'findings'],
        );
        await client.configure({});
        await client.until(() => client.status?.leftOut.length === 0 && client.status.findings === 7);
      }));
  });
}

describe('workspace/diagnostic', () => {
  it('is held open while nothing changes', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      const asked = client.ask();
      await client.untilShown(found);
      await client.untilReady();
      // The answer to a request comes after everything that the server had sent before.
      await client.client.request('menderLint/why', { uri: client.uri('notes.md') });
      let ended = false;
      void asked.ended.then(() => {
        ended = true;
      });
      await new Promise(setImmediate);
      assert.equal(ended, false);
      assert.equal(client.reports, 2);
    }));

  it('is answered with what the client does not have', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      client.ask();
      await client.untilShown(found);
      await client.untilReady();
      const again = client.ask();
      client.write('b/mender.conf', '{}');
      await client.changed('changed', 'b/mender.conf');
      await client.untilShown({ 'a/ArtifactInstall_Enter_00': ['mender-commit'] });
      assert.equal(client.reports, 3);
      again.cancel();
    }));

  it('clears files that the client knows from a former server', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      client.shown.set('gone.sh', ['mender-commit']);
      client.ask(new Map([[client.uri('gone.sh'), 'of-another-server:1']]));
      await client.untilShown(found);
    }));

  it('reports open documents too, except those that the client asks about', () =>
    inWorkspace(files, async client => {
      const [script, unasked] = ['a/ArtifactInstall_Enter_00', 'b/mender.conf'] as const;
      await client.start(vscode);
      for (const [path, language] of [
        [script, 'shellscript'],
        [unasked, 'json'],
      ] as const)
        await client.client.open(client.uri(path), files[path], language);
      await client.client.request('textDocument/diagnostic', { textDocument: { uri: client.uri(script) } });
      client.ask();
      await client.untilShown({ [unasked]: ['config-dbus'] });
      await client.untilReady();
      assert.equal(client.reports, 1);
      client.write(unasked, '{}');
      await client.changed('changed', unasked);
      await client.untilShown({});
      await client.client.close(client.uri(script));
      await client.untilShown({ [script]: ['mender-commit'] });
    }));

  it('ends when it is cancelled, or requested again', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      const [first, second] = [client.ask(), client.ask()];
      assert.deepEqual(await first.ended, { items: [] });
      second.cancel();
      assert.match(String(await second.ended), /cancelled/);
    }));

  it('without partial results is answered at each change', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      const known = new Map<string, string>();
      // The number of changes depends on how much of the scan fits into a slice.
      while (known.size < Object.keys(found).length) {
        const report = await client.client.request<{ items: readonly { uri: string; resultId: string }[] }>(
          'workspace/diagnostic',
          { previousResultIds: [...known].map(([uri, value]) => ({ uri, value })) },
        );
        assert.ok(report.items.length > 0);
        for (const { uri, resultId } of report.items) {
          assert.ok(!known.has(uri), uri);
          known.set(uri, resultId);
        }
      }
      assert.deepEqual(
        [...known.keys()].sort(),
        Object.keys(found)
          .map(path => client.uri(path))
          .sort(),
      );
    }));
});

describe('a slow check', () => {
  const count = 4000;
  const many = Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n % 40}/${n}.sh`, commit]));
  /** When some, but not all, of the files have been reported. */
  const midway = async (client: WorkspaceClient) => {
    await client.start(vscode);
    client.ask();
    await client.until(() => client.shown.size > 0);
    assert.ok(client.shown.size < count);
  };

  it('notices rules that change meanwhile', () =>
    inWorkspace(many, async client => {
      await midway(client);
      await client.configure({ rules: { 'mender-commit': 'off' } });
      await client.until(() => client.status?.kind === 'ready' && client.shown.size === 0);
    }));

  it('leaves no findings of a folder that is closed meanwhile', () =>
    inWorkspace(many, async client => {
      await midway(client);
      await client.client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri: client.uri('7'), name: '7' }], removed: [{ uri: client.uri(''), name: '' }] },
      });
      await client.until(() => client.status?.kind === 'ready' && client.shown.size === count / 40);
    }));
});

describe('findings that were sent before the client asked', () => {
  it('are retracted when it does', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      await client.untilShown(found);
      assert.equal(client.pushed.size, 2);
      client.ask();
      await client.until(() => client.pushed.size === 0);
      await client.untilShown(found);
    }));
});

describe('menderLint/why', () => {
  for (const [path, checked, why] of [
    ['a/ArtifactInstall_Enter_00', true, /shebang/],
    ['b/mender.conf', true, /by its name/],
    ['notes.md', false, /extension/],
    ['nothing.sh', false, /not there/],
    ['../other.sh', false, /./],
  ] as const) {
    it(`explains ${path}`, () =>
      inWorkspace(files, async client => {
        await client.start(vscode);
        const answer = await client.client.request<{ checked: boolean; why: string }>('menderLint/why', {
          uri: client.uri(path),
        });
        assert.equal(answer.checked, checked);
        assert.match(answer.why, why);
      }));
  }

  it('says of an open file that it is checked only when its kind is included', () =>
    inWorkspace(files, async client => {
      await client.start(vscode);
      const uri = client.uri('notes.md');
      await client.client.open(uri, '```sh\nmender commit\n```\n', 'markdown');
      const answer = () => client.client.request<{ checked: boolean; why: string }>('menderLint/why', { uri });
      assert.equal((await answer()).checked, false);
      await client.configure({ include: ['markdown'] });
      assert.deepEqual(await answer(), { checked: true, why: 'Markdown by its extension' });
    }));
});

describe('progress of a slow check', () => {
  const ways: Readonly<Record<string, (client: WorkspaceClient) => Promise<void>>> = {
    'somebody asks for it': client => client.client.connection.sendNotification('menderLint/checkWorkspace'),
    'settings have all files looked for anew': client => client.configure({ exclude: ['nothing'] }),
  };
  for (const [when, again] of Object.entries(ways)) {
    it(`counts files, and ends the check when it is cancelled, until ${when}`, async () => {
      const { folder, seeded } = yoctoTree(20_000);
      const client = new WorkspaceClient(folder, { unnoticed: 0 });
      const shown: { kind: string; cancellable?: boolean; message?: string }[] = [];
      client.client.connection.onUnhandledProgress(({ token, value }) => {
        shown.push(value as (typeof shown)[number]);
        if (shown.length === 1)
          void client.client.connection.sendNotification('window/workDoneProgress/cancel', { token });
      });
      try {
        await client.start(vscode);
        await client.until(() => client.status?.kind === 'cancelled');
        assert.equal(shown[0]?.kind, 'begin');
        assert.equal(shown[0]?.cancellable, true);
        assert.ok(client.status!.findings < seeded.findings);
        await again(client);
        await client.until(() => client.status?.kind === 'ready' && client.status.findings === seeded.findings);
        assert.match(shown.find(({ message }) => message)?.message ?? '', /^[\d,]+ of [\d,]+ files$/);
      } finally {
        client.client.connection.dispose();
      }
    });
  }
});
