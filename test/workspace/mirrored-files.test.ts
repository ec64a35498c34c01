/** A mirror of remote files: what is fetched, when, and that a scan sees the same as on the disk. */
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import type { FileSystem, ReadOptions } from '../../server/src/workspace/file-system.ts';
import { type FileSource, MirroredFiles } from '../../server/src/workspace/mirrored-files.ts';
import { vscode } from '../support/clients.ts';
import { inFolder } from '../support/command.ts';
import { sourceOfMachine } from '../support/mirrored.ts';
import { inWorkspace } from '../support/workspace-client.ts';

type Files = Readonly<Record<string, string>>;

interface Mirrored {
  readonly folder: string;
  readonly files: MirroredFiles;
  /** Requested paths, in the folder. */
  asked(): { readonly folders: readonly string[]; readonly files: readonly string[] };
}

/** A mirror of a folder with these files, and the requests since the last call. */
function mirrored(content: Files, use: (mirror: Mirrored) => Promise<void>, limit?: number): Promise<void> {
  return inFolder(content, async folder => {
    const asked = { folders: [] as string[], files: [] as string[] };
    const files = new MirroredFiles(sourceOfMachine(asked, limit));
    files.addRoot(folder);
    const short = (path: string) => path.slice(folder.length + 1);
    await use({
      folder,
      files,
      asked: () => ({ folders: asked.folders.splice(0).map(short), files: asked.files.splice(0).map(short) }),
    });
  });
}

const mender: ReadOptions = { limit: 1000, words: ['mender'] };

describe('remote files', () => {
  it('look missing at first, and exist once they have been looked for', () =>
    mirrored({ 'a/b/c.sh': 'mender commit\n' }, async ({ folder, files, asked }) => {
      const path = join(folder, 'a/b/c.sh');
      assert.equal(files.kindOf(path), undefined);
      assert.equal(files.read(path, mender), 'unreadable');
      const content = { text: 'mender commit\n', encoding: 'utf-8' };
      assert.deepEqual(await files.settled(() => files.read(path, mender)), content);
      assert.deepEqual(asked(), { folders: ['', 'a', 'a/b'], files: ['a/b/c.sh'] });
      assert.deepEqual(
        [files.kindOf(path), files.kindOf(join(folder, 'a')), files.kindOf(folder)],
        ['file', 'folder', 'folder'],
      );
      assert.deepEqual(files.read(path, { limit: 1000 }), content);
      assert.deepEqual(asked(), { folders: [], files: [] });
    }));

  it('are fetched with the files of their folder that decide about others', () =>
    mirrored(
      { '.gitignore': 'x\n', 'a/.mender-lint.json': '{}', 'a/conf/layer.conf': '', 'a/x.sh': '' },
      async ({ folder, files, asked }) => {
        await files.settled(() => files.list(join(folder, 'a/conf')));
        assert.deepEqual(asked().files, ['.gitignore', 'a/.mender-lint.json', 'a/conf/layer.conf']);
      },
    ));

  const contents: readonly (readonly [what: string, bytes: string | Uint8Array])[] = [
    ['a text with the word', 'mender commit\n'],
    ['a text without it', 'true\n'],
    ['no text', 'mender\0'],
    ['zeros without the word', '\0\0'],
    ['Latin-1', Uint8Array.of(0x6d, 0x65, 0x6e, 0x64, 0x65, 0x72, 0xe4, 0x80, 0x9f)],
    ['a byte order mark', '\uFEFFmender commit\n'],
    ['too large, with the word at the end', `${'#'.repeat(1500)}mender`],
    ['too large, without it', '#'.repeat(1500)],
    ['as large as may be', `mender${'#'.repeat(994)}`],
    ['one byte larger', `mender${'#'.repeat(995)}`],
    ['an archive', Uint8Array.of(0x1f, 0x8b, 0x6d, 0x65, 0x6e, 0x64, 0x65, 0x72)],
    ['a word beyond ASCII', 'gerät\n'],
    ['nothing', ''],
  ];
  const ways: Readonly<Record<string, ReadOptions>> = {
    'for its words': mender,
    'whatever is in it': { limit: 1000 },
    'as somebody has named it': { ...mender, isNamed: true },
    'for the words of a project': { limit: 1000, words: ['gerät'] },
  };
  for (const [what, bytes] of contents) {
    it(`are read as on the disk: ${what}`, () =>
      mirrored({}, async ({ folder, files }) => {
        const path = join(folder, 'file');
        writeFileSync(path, bytes);
        for (const [way, how] of Object.entries(ways))
          assert.deepEqual(await files.settled(() => files.read(path, how)), nodeFiles.read(path, how), way);
      }));
  }

  it('are requested once for all who look for them', () =>
    mirrored({ 'a.sh': 'mender', 'b.sh': 'true' }, async ({ folder, files, asked }) => {
      const look = () => ['a.sh', 'b.sh'].map(name => files.read(join(folder, name), mender));
      const [first, second] = await Promise.all([files.settled(look), files.settled(look)]);
      assert.deepEqual(first, second);
      await files.settled(look);
      assert.deepEqual(asked(), { folders: [''], files: ['a.sh', 'b.sh'] });
    }));

  it('are remembered as lacking all words that were searched', () =>
    mirrored({ 'a.sh': 'true' }, async ({ folder, files, asked }) => {
      const path = join(folder, 'a.sh');
      const look = () => [['mender'], ['other']].map(words => files.read(path, { limit: 1000, words }));
      assert.deepEqual(await files.settled(look), ['without-words', 'without-words']);
      assert.deepEqual(asked().files, ['a.sh', 'a.sh']);
    }));

  it('are not fetched when they are too large for any use', () =>
    mirrored(
      { 'large.sh': `mender ${'#'.repeat(200)}` },
      async ({ folder, files }) => {
        assert.equal(await files.settled(() => files.read(join(folder, 'large.sh'), mender)), 'too-large');
      },
      100,
    ));

  it('are current after a change, also in new folders', () =>
    mirrored({ 'a.sh': 'mender commit' }, async ({ folder, files }) => {
      const text = (name: string) =>
        files.settled(() => {
          const content = files.read(join(folder, name), mender);
          return typeof content === 'string' ? content : content.text;
        });
      assert.equal(await text('a.sh'), 'mender commit');
      writeFileSync(join(folder, 'a.sh'), 'mender rollback');
      assert.equal(await text('a.sh'), 'mender commit');
      files.forget([join(folder, 'a.sh')]);
      assert.equal(await text('a.sh'), 'mender rollback');
      rmSync(join(folder, 'a.sh'));
      files.forget([join(folder, 'a.sh')]);
      assert.equal(await text('a.sh'), 'unreadable');
    }));

  it('that change while they are fetched are fetched again', async () => {
    let text = 'mender commit';
    let onRead: (() => void) | undefined;
    const source: FileSource = {
      list: async () => [[{ name: 'a.sh', kind: 'file', isLink: false }]],
      read: async () => {
        const bytes = new TextEncoder().encode(text);
        onRead?.();
        return [bytes];
      },
    };
    const files = new MirroredFiles(source);
    files.addRoot('/w');
    onRead = () => {
      onRead = undefined;
      text = 'mender rollback';
      files.forget(['/w/a.sh']);
    };
    const content = await files.settled(() => files.read('/w/a.sh', mender));
    assert.deepEqual(content, { text: 'mender rollback', encoding: 'utf-8' });
  });

  it('outside of the workspace are missing, also those of a removed folder', () =>
    mirrored({ 'in/a.sh': 'mender', 'out/b.sh': 'mender' }, async ({ folder, files, asked }) => {
      files.removeRoot(folder);
      files.addRoot(join(folder, 'in'));
      assert.equal(await files.settled(() => files.kindOf(join(folder, 'out/b.sh'))), undefined);
      assert.equal(await files.settled(() => files.kindOf(join(folder, 'in/a.sh'))), 'file');
      files.removeRoot(join(folder, 'in'));
      assert.equal(await files.settled(() => files.kindOf(join(folder, 'in/a.sh'))), undefined);
      assert.deepEqual(asked().folders, ['in']);
    }));

  it('cannot be read when the client sends nothing, and nothing waits for them', async () => {
    const fails = () => Promise.reject(new Error('gone'));
    const files = new MirroredFiles({ list: fails, read: fails });
    files.addRoot('/w');
    assert.equal(await files.settled(() => files.list('/w')), undefined);
  });

  it('are no longer looked for after a cancellation', () =>
    mirrored({ 'a.sh': 'mender' }, async ({ folder, files, asked }) => {
      const look = () => files.read(join(folder, 'a.sh'), mender);
      assert.equal(await files.settled(look, AbortSignal.abort()), 'unreadable');
      assert.deepEqual(asked(), { folders: [], files: [] });
    }));
});

describe('a remote workspace', () => {
  const files: Files = {
    'scripts/ArtifactInstall_Enter_00': '#!/bin/sh\nmender commit\n',
    'scripts/plain.sh': 'true\n',
    'units/a.service': '[Unit]\nWants=mender-client.service\n',
    'etc/mender.conf': '{ "DBus": {} }',
    'out/ignored.sh': 'mender commit\n',
    '.gitignore': 'out/\n',
    'quiet/.mender-lint.json': '{ "rules": { "mender-commit": "off" } }',
    'quiet/deep/er/a.sh': 'mender commit\nmender rollback\n',
    'meta-x/conf/layer.conf': 'LAYERSERIES_COMPAT_x = "kirkstone"\n',
    // Right on that release, and only there.
    'meta-x/recipes/a.bb': 'MENDER_FEATURES_ENABLE:append = " mender-client-install"\n',
    'meta-y/recipes/a.bb': 'MENDER_FEATURES_ENABLE:append = " mender-client-install"\n',
    'notes.md': '```sh\nmender commit\n```\n',
    'node_modules/x/a.sh': 'mender commit\n',
  };
  const found = async (machine: FileSystem) => {
    let shown: unknown;
    await inWorkspace(
      files,
      async client => {
        await client.start(vscode);
        client.ask();
        await client.until(() => client.shown.size > 0);
        await client.untilReady();
        shown = Object.fromEntries([...client.shown].sort());
      },
      machine,
    );
    return shown;
  };

  it('has the same findings as on the disk', async () => {
    const onDisk = await found(nodeFiles);
    assert.deepEqual(await found(new MirroredFiles(sourceOfMachine())), onDisk);
    assert.deepEqual(onDisk, {
      'etc/mender.conf': ['config-dbus'],
      'meta-y/recipes/a.bb': ['recipe-feature'],
      'quiet/deep/er/a.sh': ['mender-rollback'],
      'scripts/ArtifactInstall_Enter_00': ['mender-commit'],
      'units/a.service': ['unit-wants'],
    });
  });

  it('fetches neither excluded files nor those that are not requested', async () => {
    const asked = { folders: [] as string[], files: [] as string[] };
    await found(new MirroredFiles(sourceOfMachine(asked)));
    for (const path of asked.files) assert.doesNotMatch(path, /ignored|notes|node_modules/);
    for (const path of asked.folders) assert.doesNotMatch(path, /\/out|node_modules/);
    assert.equal(new Set(asked.files).size, asked.files.length);
  });
});
