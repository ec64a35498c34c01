/** What is read of archives, how it is named, and what is reported about those that cannot be read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { artifact, dockerImage, type Entry, ociImage, sha256, tar, tarOf } from '../support/archives.ts';
import { root } from '../support/build.ts';
import { inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const scripts = { ArtifactCommit_Enter_00: script };
const fixture = (name: string) => readFileSync(join(root, 'test/fixtures/archives', name));

interface Case {
  readonly name: string;
  readonly files: () => Promise<Readonly<Record<string, string | Buffer>>>;
  readonly args: readonly string[];
  readonly code: 0 | 1 | 2;
  /** Places of findings, with their rules, in order. */
  readonly found?: readonly string[];
  /** Reports about what is not read, in order; none when it is missing. */
  readonly err?: readonly RegExp[];
}

const one = async (name: string, content: Promise<Buffer> | Buffer) => ({ [name]: await content });
const withEntry = (entry: Entry) => tar([{ name: 'a.sh', content: script }, entry]);
const commit = (path: string) => `${path} [mender-commit]`;

const read: readonly Case[] = [
  {
    name: 'state scripts of an Artifact',
    files: () => one('release.mender', artifact({ scripts })),
    args: ['release.mender'],
    code: 1,
    found: [commit('release.mender!scripts/ArtifactCommit_Enter_00')],
  },
  {
    name: 'an Artifact that is not compressed',
    files: () => one('a.mender', artifact({ scripts, compress: ['', bytes => bytes] })),
    args: ['a.mender'],
    code: 1,
    found: [commit('a.mender!scripts/ArtifactCommit_Enter_00')],
  },
  ...(['xz', 'zst'] as const).map(suffix => ({
    name: `an Artifact in ${suffix}, with an archive in xz in its payload`,
    files: () => one('a.mender', fixture(`release-${suffix}.mender`)),
    args: ['a.mender'],
    code: 1 as const,
    found: [
      'a.mender!data/0000/inner.tar.xz!app/run.sh [mender-show-artifact]',
      commit('a.mender!scripts/ArtifactCommit_Enter_00'),
    ],
  })),
  {
    name: 'a payload that is a script, and one in an archive',
    files: async () => ({
      'a.mender': await artifact({
        payload: { fix: script, 'files.tar.gz': gzipSync(await tarOf({ 'opt/x/run.sh': script })) },
      }),
    }),
    args: ['a.mender'],
    code: 1,
    found: [commit('a.mender!data/0000/files.tar.gz!opt/x/run.sh'), commit('a.mender!data/0000/fix')],
  },
  {
    name: 'an Artifact for an update module that is gone',
    files: () => one('a.mender', artifact({ type: 'docker' })),
    args: ['a.mender'],
    code: 1,
    found: ['a.mender!headers/0000/type-info [module-type]'],
  },
  {
    name: 'the same, for devices that have it',
    files: () => one('a.mender', artifact({ type: 'docker' })),
    args: ['a.mender', '--target', '4.0'],
    code: 0,
  },
  {
    name: 'meta-data that name a command, which nothing reads',
    files: () => one('a.mender', artifact({ metaData: '{"after":"mender commit"}' })),
    args: ['a.mender'],
    code: 2,
    err: [
      /a\.mender!headers\/0000\/meta-data is not checked, because it is of a kind that is not read and names `mender commit`/,
    ],
  },
  {
    name: 'a payload that is an image of a file system',
    files: () => one('a.mender', artifact({ scripts, payload: { 'rootfs.ext4': ext4 } })),
    args: ['a.mender'],
    code: 2,
    found: [commit('a.mender!scripts/ArtifactCommit_Enter_00')],
    err: [
      /a\.mender!data\/0000\/rootfs\.ext4 is not checked, because it is an image of a file system, which is not looked into/,
    ],
  },
  {
    name: 'the same, when it is meant',
    files: () => one('a.mender', artifact({ scripts, payload: { 'rootfs.ext4': ext4 } })),
    args: ['a.mender', '--exclude', '*.ext4'],
    code: 1,
    found: [commit('a.mender!scripts/ArtifactCommit_Enter_00')],
  },
  {
    name: 'a root file system, by the paths in it',
    files: () =>
      one(
        'rootfs.tar',
        tar([
          { name: './etc/rc.local', content: 'mender commit\n' },
          { name: '/usr/share/mender/modules/v3/app', content: '#!/bin/sh\nmender show-artifact\n' },
          { name: 'etc/mender/mender.conf', content: '{ "UpdateControlMapExpirationTimeSeconds": 1 }' },
          {
            name: 'etc/systemd/system/multi-user.target.wants/mender-client.service',
            type: 'symlink',
            linkname: '/lib/systemd/system/mender-client.service',
          },
          { name: 'usr/lib/hook', content: script },
          { name: 'usr/lib/hook.sh', type: 'link', linkname: 'usr/lib/hook' },
          { name: 'usr/share/doc/notes.txt', content: 'mender commit\n' },
        ]),
      ),
    args: ['rootfs.tar'],
    code: 1,
    found: [
      'rootfs.tar!etc/mender/mender.conf [config-control-map-expiry]',
      commit('rootfs.tar!etc/rc.local'),
      'rootfs.tar!etc/systemd/system/multi-user.target.wants/mender-client.service [unit-link-path]',
      commit('rootfs.tar!usr/lib/hook'),
      commit('rootfs.tar!usr/lib/hook.sh'),
      'rootfs.tar!usr/share/mender/modules/v3/app [mender-show-artifact]',
    ],
  },
  {
    name: 'archives in a root file system, three deep, and what is no archive at all',
    files: async () => ({
      'r.tar.gz': gzipSync(
        await tarOf({
          'opt/a.tgz': gzipSync(await tarOf({ 'b.tar': await tarOf({ 'c.sh': script }) })),
          'opt/run.sh.gz': gzipSync(script),
          'lib/modules/x.ko.gz': gzipSync('mender commit'),
          'opt/x.deb': '!<arch>\ndebian-binary mender',
        }),
      ),
    }),
    args: ['r.tar.gz'],
    code: 1,
    found: [commit('r.tar.gz!opt/a.tgz!b.tar!c.sh'), commit('r.tar.gz!opt/run.sh.gz!run.sh')],
  },
  {
    name: 'of two entries of a name the later one',
    files: () =>
      one(
        'r.tar',
        tar([
          { name: 'a.sh', content: script },
          { name: 'a.sh', content: 'true # mender\n' },
        ]),
      ),
    args: ['r.tar'],
    code: 0,
  },
  {
    name: 'a name that is not UTF-8',
    files: async () => {
      const bytes = await tar([{ name: 'xx.sh', content: script }]);
      bytes.write('\xff\xfe.sh', 0, 'latin1');
      return { 'r.tar': withHeaderSum(bytes) };
    },
    args: ['r.tar'],
    code: 1,
    found: [commit('r.tar!\xff\xfe.sh')],
  },
  {
    name: 'an archive in a folder, which nobody has named',
    files: async () => ({ 'out/a.mender': await artifact({ scripts }), 'out/b.sh': 'true\n' }),
    args: ['out'],
    code: 0,
  },
  {
    name: 'the same, asked for',
    files: async () => ({ 'out/a.mender': await artifact({ scripts }), 'out/b.sh': 'true\n' }),
    args: ['out', '--archives'],
    code: 1,
    found: [commit('out/a.mender!scripts/ArtifactCommit_Enter_00')],
  },
  {
    name: 'a layout of OCI that is a folder',
    files: async () => {
      const layer = gzipSync(await tarOf({ 'app/a.sh': script }));
      const manifest = JSON.stringify({
        layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: `sha256:${sha256(layer)}` }],
      });
      return {
        'image/oci-layout': '{}',
        'image/index.json': JSON.stringify({ manifests: [{ digest: `sha256:${sha256(manifest)}` }] }),
        [`image/blobs/sha256/${sha256(manifest)}`]: manifest,
        [`image/blobs/sha256/${sha256(layer)}`]: layer,
      };
    },
    args: ['image'],
    code: 1,
    found: [commit('image!app/a.sh')],
  },
  {
    name: 'a root file system that has nothing of Mender',
    files: () => one('r.tar', tarOf({ 'etc/rc.local': 'true\n' })),
    args: ['r.tar'],
    code: 0,
  },
  ...(
    [
      ['docker save', dockerImage],
      ['a layout of OCI', ociImage],
    ] as const
  ).map(([name, image]) => ({
    name: `an image of ${name}, whose later layers win`,
    files: async () => ({
      'image.tar': await image([
        await tarOf({
          'app/gone.sh': script,
          'app/replaced.sh': script,
          'app/kept.sh': script,
          'opt/x/gone.sh': script,
        }),
        await tarOf({
          'app/.wh.gone.sh': '',
          'app/replaced.sh': 'true\n',
          'opt/x/.wh..wh..opq': '',
          'opt/x/new.sh': script,
        }),
      ]),
    }),
    args: ['image.tar'],
    code: 1 as const,
    found: [commit('image.tar!app/kept.sh'), commit('image.tar!opt/x/new.sh')],
  })),
];

const ext4 = Buffer.alloc(4096);
ext4.writeUInt16LE(0xef53, 1080);

/** Corrects the checksum of a changed header. */
function withHeaderSum(bytes: Buffer): Buffer {
  bytes.write('        ', 148, 'latin1');
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

async function sparse(): Promise<Buffer> {
  const bytes = await tar([{ name: 'a.sh', content: script }]);
  bytes[156] = 'S'.charCodeAt(0);
  return withHeaderSum(bytes);
}

const changed = (name: string, content: string) => (entries: Entry[]) =>
  entries.map(entry => (entry.name === name ? { ...entry, content } : entry));

const hostile: readonly Case[] = [
  {
    name: 'a bomb, by its ratio',
    files: () => one('bomb.tar.zst', fixture('bomb.tar.zst')),
    args: ['bomb.tar.zst'],
    code: 2,
    err: [/unpacks to more than 2000 times its size: raise the limit `archiveRatio`/],
  },
  {
    name: 'a bomb in an archive, which ends what is around it, too',
    files: async () => ({
      'a.tar': await tarOf({ 'a.sh': script, 'b.tar.zst': fixture('bomb.tar.zst'), 'c.sh': script }),
    }),
    args: ['a.tar'],
    code: 2,
    found: [commit('a.tar!a.sh')],
    err: [/a\.tar!b\.tar\.zst .* unpacks to more than/],
  },
  {
    name: 'more bytes than are read',
    files: async () => ({ 'a.tgz': gzipSync(await tarOf({ 'a.sh': script, b: Buffer.alloc(2_000_000) })) }),
    args: ['a.tgz', '--limit', 'archiveSize=1000000'],
    code: 2,
    found: [commit('a.tgz!a.sh')],
    err: [/a\.tgz is checked only in part, .*more than 1,000,000 bytes when unpacked: raise the limit `archiveSize`/],
  },
  {
    name: 'more entries than are read',
    files: () => one('a.tar', tarOf({ 'a.sh': script, b: '', c: '' })),
    args: ['a.tar', '--limit', 'files=2'],
    code: 2,
    found: [commit('a.tar!a.sh')],
    err: [/a\.tar is checked only in part, because it is a tar archive that has more than 2 entries/],
  },
  {
    name: 'an entry that is too large',
    files: () => one('a.tar', tarOf({ 'a.sh': `${'#'.repeat(900)}mender` })),
    args: ['a.tar', '--limit', 'fileSize=100'],
    code: 2,
    err: [/a\.tar!a\.sh is not checked, because it is larger than 100 bytes/],
  },
  {
    name: 'archives deeper than they are read',
    files: async () => ({
      'a.tar': await tarOf({ 'b.tar': await tarOf({ 'c.tar': await tarOf({ 'd.sh': script }) }) }),
    }),
    args: ['a.tar', '--limit', 'archiveDepth=2'],
    code: 2,
    err: [/a\.tar!b\.tar!c\.tar is not checked, .* raise the limit `archiveDepth`/],
  },
  {
    name: 'a name that leads out',
    files: () => one('a.tar', withEntry({ name: '../../etc/rc.local', content: script })),
    args: ['a.tar'],
    code: 2,
    found: [commit('a.tar!a.sh')],
    err: [/a\.tar!\.\.\/\.\.\/etc\/rc\.local is not checked, because it is named as something outside/],
  },
  {
    name: 'links that lead out, which are not followed',
    files: () =>
      one(
        'a.tar',
        tar([
          { name: 'a', type: 'symlink', linkname: '/etc/passwd' },
          { name: 'b', type: 'symlink', linkname: '../../../x' },
          { name: 'c.sh', type: 'link', linkname: '../outside.sh' },
          { name: 'a/b.sh', content: script },
        ]),
      ),
    args: ['a.tar'],
    code: 1,
    found: [commit('a.tar!a/b.sh')],
  },
  {
    name: 'a sparse file',
    files: async () => ({ 'a.tar': await sparse() }),
    args: ['a.tar'],
    code: 2,
    err: [/a\.tar!a\.sh is not checked, because it is an entry of a type that is not known/],
  },
  {
    name: 'a sparse file of pax',
    files: () => one('a.tar', withEntry({ name: 'b.sh', content: script, pax: { 'GNU.sparse.major': '1' } })),
    args: ['a.tar'],
    code: 2,
    found: [commit('a.tar!a.sh')],
    err: [/a\.tar!b\.sh is not checked, because it is a sparse file/],
  },
  ...([700, 1024, 1536, 2048] as const).map(length => ({
    name: `an archive that is cut off after ${length} bytes`,
    files: async () => ({ 'a.tar': (await withEntry({ name: 'b.sh', content: script })).subarray(0, length) }),
    args: ['a.tar'],
    code: 2 as const,
    found: length > 1536 ? [commit('a.tar!a.sh'), commit('a.tar!b.sh')] : [commit('a.tar!a.sh')],
    err: [/a\.tar is (?:not checked|checked only in part), because it is a tar archive that ends too early/],
  })),
  ...(['release-xz.mender', 'release-zst.mender'] as const).map(name => ({
    name: `${name}, cut off`,
    files: () => one('a.mender', fixture(name).subarray(0, 1800)),
    args: ['a.mender'],
    code: 2 as const,
    err: [/an artifact of Mender that ends too early/],
  })),
  {
    name: 'compressed bytes that are damaged',
    files: async () => {
      const bytes = gzipSync(await tarOf({ 'a.sh': script, 'b.sh': 'x'.repeat(500) }));
      bytes[bytes.length - 6]! ^= 1;
      return { 'a.tgz': bytes };
    },
    args: ['a.tgz'],
    code: 2,
    err: [/a\.tgz is not checked, because it is a gzip archive that is damaged/],
  },
  {
    name: 'a header with a wrong sum',
    files: async () => {
      const bytes = await withEntry({ name: 'b.sh', content: script });
      bytes[1024 + 3]! ^= 1;
      return { 'a.tar': bytes };
    },
    args: ['a.tar'],
    code: 2,
    found: [commit('a.tar!a.sh')],
    err: [/a\.tar is checked only in part, because it is a tar archive that is damaged/],
  },
  {
    name: 'an archive that is none',
    files: () => one('a.tar.gz', gzipSync('hello')),
    args: ['a.tar.gz'],
    code: 2,
    err: [/a\.tar\.gz is not checked, because it is a gzip archive that is not what its name says/],
  },
  {
    name: 'a payload that is not what the manifest says',
    files: () =>
      one(
        'a.mender',
        artifact({
          scripts,
          change: changed('manifest', `${'0'.repeat(64)}  data/0000/app.conf\n${'0'.repeat(64)}  data/0000/gone\n`),
        }),
      ),
    args: ['a.mender'],
    code: 2,
    found: [commit('a.mender!scripts/ArtifactCommit_Enter_00')],
    err: [
      /data\/0000\/gone is not checked, because it is in the manifest of the Artifact, and not in the Artifact/,
      /header\.tar\.gz is checked only in part, because it is in no manifest/,
      /data\/0000\/app\.conf is checked only in part, because it is not what its checksum in the manifest says/,
    ],
  },
  {
    name: 'an Artifact without manifest, and with more than it may have',
    files: () =>
      one(
        'a.mender',
        artifact({
          scripts,
          change: entries => [
            ...entries.filter(({ name }) => name !== 'manifest'),
            { name: 'x', content: '' },
            { name: 'y', type: 'symlink', linkname: '/' },
          ],
        }),
      ),
    args: ['a.mender'],
    code: 2,
    found: [commit('a.mender!scripts/ArtifactCommit_Enter_00')],
    err: [/!x is not checked/, /!y is not checked, because it is no file/, /an Artifact without manifest/],
  },
  {
    name: 'an Artifact of another format',
    files: () => one('a.mender', artifact({ scripts, version: 2 })),
    args: ['a.mender'],
    code: 2,
    err: [/a\.mender is not checked, because it is an artifact of Mender that has format 2: only format 3 is read/],
  },
  {
    name: 'a blob and a layer that are not what they are called',
    files: async () => {
      const image = await ociImage([await tarOf({ 'a.sh': script })]);
      const at = image.indexOf('blobs/sha256/');
      image.write(image[at + 13] === 0x30 ? '1' : '0', at + 13);
      // Its header now has another checksum.
      const fixed = withHeaderSum(image.subarray(at));
      return { 'image.tar': Buffer.concat([image.subarray(0, at), fixed]) };
    },
    args: ['image.tar'],
    code: 2,
    err: [/not what its name, a checksum, says/, /a layer of the image that is not in it/],
  },
];

describe('archives', () => {
  for (const { name, files, args, code, found = [], err = [] } of [...read, ...hostile])
    it(`${name} -> ${code}`, async () => {
      await inFolder(await files(), async (_, command) => {
        const ran = await command('check', '--format', 'json', ...args);
        const places = JSON.parse(ran.out).findings.map(
          ({ path, rule }: { path: string; rule: string }) => `${path} [${rule}]`,
        );
        if (!/blob and a layer/.test(name)) assert.deepEqual(places, found, ran.err);
        const lines = ran.err.split('\n').filter(line => line !== '');
        assert.equal(lines.length, err.length, ran.err);
        for (const [index, pattern] of err.entries()) assert.match(lines[index]!, pattern);
        assert.equal(ran.code, code, ran.err);
      });
    });

  it('are not fixed', async () => {
    await inFolder({ 'a.mender': await artifact({ scripts }) }, async (_, command) => {
      const { code, err } = await command('fix', 'a.mender');
      assert.equal(code, 2);
      assert.match(err, /a\.mender is not checked, because it is an artifact of Mender, in which nothing can be fixed/);
    });
  });

  it('have their findings in baselines', async () => {
    await inFolder({ 'a.mender': await artifact({ scripts }), 'b.sh': script }, async (_, command) => {
      await command('baseline', 'a.mender', 'b.sh');
      const again = await command('check', 'a.mender', 'b.sh');
      assert.equal(again.code, 0, again.out);
      assert.match(again.out, /2 findings are in the baseline/);
      // Findings in what was not read are not forgotten.
      await command('baseline', '--prune', '.');
      assert.match((await command('check', 'a.mender')).out, /1 finding is in the baseline/);
    });
  });

  it('say why they are looked into', async () => {
    await inFolder({ 'a.mender': await artifact({ scripts }) }, async (folder, command) => {
      assert.match((await command('why', 'a.mender')).out, /not checked, .* when it is named, or with `--archives`/);
      assert.match((await command('why', join(folder, '../nowhere.mender'))).out, /not there/);
    });
  });
});
