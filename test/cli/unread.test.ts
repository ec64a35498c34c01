/** Named files that are not read: they are reported with the reason, and never called clean. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { command } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const tar = Buffer.concat([Buffer.from('scripts/a'.padEnd(257, '\0')), Buffer.from('ustar\0'), Buffer.alloc(249)]);

interface Case {
  readonly name: string;
  readonly there: Readonly<Record<string, string | Buffer>>;
  /** Paths in the folder, and options. */
  readonly args: readonly string[];
  readonly code: 0 | 1 | 2;
  readonly out?: RegExp;
  /** On standard error; nothing is printed there when it is missing. */
  readonly err?: RegExp;
  /** What `why` prints for the first path. */
  readonly why?: RegExp;
}

const archives: readonly (readonly [name: string, content: string | Buffer, what: RegExp])[] = [
  ['release-1.mender', tar, /an artifact of Mender/],
  ['rootfs.tar', '', /a tar archive/],
  ['rootfs', tar, /a tar archive/],
  ['rootfs.tar.gz', '', /a gzip archive/],
  ['blob', Buffer.from([0x1f, 0x8b, 8, 0]), /a gzip archive/],
  ['blob', Buffer.from('\xfd7zXZ\0', 'latin1'), /an xz archive/],
  ['blob', Buffer.from('(\xb5/\xfd', 'latin1'), /a Zstandard archive/],
  ['blob', Buffer.from('BZh91AY&SY'), /a bzip2 archive/],
  ['blob', Buffer.from('PK\x03\x04'), /a zip archive/],
  ['blob', '!<arch>\ndebian-binary   1', /a Debian package/],
  ['a.deb', '', /a Debian package/],
  ['blob', 'hsqs\0', /an image of a file system/],
  ['blob', Buffer.concat([Buffer.alloc(1080), Buffer.from([0x53, 0xef])]), /an image of a file system/],
  ['core.wic', '\0', /an image of a disk/],
];

const cases: readonly Case[] = [
  ...archives.map(([name, content, what]) => ({
    name: `an archive: ${name}, ${what.source}`,
    there: { [name]: content },
    args: [name],
    code: 2 as const,
    err: new RegExp(`${name} is not checked, because it is ${what.source}`),
    why: what,
  })),
  {
    name: 'a path that is missing, which keeps no other from being checked',
    there: { 'a.sh': script },
    args: ['gone.sh', 'a.sh'],
    code: 2,
    out: /a\.sh:2:1: error: /,
    err: /^mender-lint: no such file or folder: .*gone\.sh$/m,
    why: /not there/,
  },
  {
    name: 'a file that is too large',
    there: { 'a.sh': `${script}${'#'.repeat(400)}` },
    args: ['a.sh', '--limit', 'fileSize=100'],
    code: 2,
    err: /a\.sh is not checked, because it is larger than 100 bytes/,
  },
  {
    name: 'a large file without a word of Mender',
    there: { 'a.bin': 'x'.repeat(400) },
    args: ['a.bin', '--limit', 'fileSize=100'],
    code: 0,
  },
  {
    name: 'a large file with a word on the border of what is read at once',
    there: { 'a.sh': `${'#'.repeat((1 << 20) - 3)}mender` },
    args: ['a.sh'],
    code: 2,
    err: /larger than 1,000,000 bytes/,
  },
  {
    name: 'folders beyond a limit',
    there: { 'a/a.sh': 'true\n', 'b/b.sh': 'true\n' },
    args: ['.', '--limit', 'folders=2'],
    code: 2,
    err: /Folders were left out after the first 2: raise the limit `folders`/,
  },
  {
    name: 'a text of a kind that is not read, with a command',
    there: { 'plain.txt': 'then run mender commit\n' },
    args: ['plain.txt'],
    code: 2,
    err: /plain\.txt is not checked, because it is .*it names `mender commit`/,
    why: /it names `mender commit`/,
  },
  { name: 'a service', there: { 'a.ini': 'unit=mender-client\n' }, args: ['a.ini'], code: 2, err: /`mender-client`/ },
  {
    name: 'a path',
    there: { 'a.ini': 'bin=/usr/bin/mender\n' },
    args: ['a.ini'],
    code: 2,
    err: /`\/usr\/bin\/mender`/,
  },
  {
    name: 'a key, without the word',
    there: { 'a.json': '{ "UpdatePollIntervalSeconds": 5 }' },
    args: ['a.json'],
    code: 2,
    err: /`UpdatePollIntervalSeconds`/,
  },
  {
    name: 'a word of the rules of a project',
    there: {
      '.mender-lint.json':
        '{ "extraRules": [{ "id": "acme-install", "command": "acme-ota install", "to": "acme-update install" }] }',
      'a.txt': 'acme-ota install\n',
    },
    args: ['a.txt'],
    code: 2,
    err: /acme-ota/,
  },
  {
    name: 'a binary that names it',
    there: { tool: '\0/usr/bin/mender\0' },
    args: ['tool'],
    code: 2,
    err: /tool is not checked, because it is binary/,
    why: /binary/,
  },
  {
    name: 'a script in UTF-16',
    there: { 'a.sh': Buffer.from(`\uFEFF${script}`, 'utf16le') },
    args: ['a.sh'],
    code: 2,
    err: /UTF-16/,
  },
  {
    name: 'a kind that is off by default',
    there: { 'a.md': '```sh\nmender commit\n```\n' },
    args: ['a.md'],
    code: 2,
    err: /a\.md is not checked, because it is Markdown by its extension.*`markdown` is included; it names `mender commit`/,
    why: /`markdown` is included; it names `mender commit`/,
  },
  {
    name: 'the same, included',
    there: { 'a.md': '```sh\nmender commit\n```\n' },
    args: ['a.md', '--include', 'markdown'],
    code: 1,
    out: /a\.md:2:1/,
  },
  {
    name: 'files without a word of Mender, as hooks pass them, which are clean',
    there: { 'plain.txt': 'git commit\n', 'script.sh': '#!/bin/sh\ntrue\n', 'a.png': '\x89PNG\0', 'a.md': 'text\n' },
    args: ['plain.txt', 'script.sh', 'a.png', 'a.md'],
    code: 0,
    out: /^No findings in 4 files\.\n$/,
  },
  {
    name: 'a text that names the project and nothing of it',
    there: { 'NOTICE.txt': 'Sources of mender.io and of a recommender.\n' },
    args: ['NOTICE.txt'],
    code: 0,
  },
  {
    name: 'a folder in which nothing is read',
    there: { 'src/a.c': '' },
    args: ['src'],
    code: 2,
    err: /nothing was checked/,
  },
  { name: 'the same when it is meant', there: { 'src/a.c': '' }, args: ['src', '--allow-empty'], code: 0 },
  {
    name: 'a folder that the project excludes',
    there: { '.mender-lint.json': '{ "exclude": ["vendor"] }', 'vendor/a.sh': script, 'vendor/b.sh': 'true\n' },
    args: ['vendor'],
    code: 2,
    err: /vendor is not checked, because it is excluded by \.mender-lint\.json\n.*nothing was checked/,
  },
  {
    name: 'the same beside something that is checked',
    there: { '.mender-lint.json': '{ "exclude": ["vendor"] }', 'vendor/a.sh': script, 'b.sh': 'true\n' },
    args: ['vendor', 'b.sh'],
    code: 0,
    err: /vendor is not checked/,
  },
  {
    name: 'a drop-in that only its folder makes ours',
    there: { 'system/mender-client.service.d/override.conf': '[Service]\nRestartSec=30\n' },
    args: ['.'],
    code: 1,
    out: /\[unit-drop-in\]/,
  },
  {
    name: 'a drop-in of a recipe, by its first section',
    there: { 'recipes-mender/client/files/10-x.conf': '# x\n[Unit]\n[Service]\nExecStart=/usr/bin/mender daemon\n' },
    args: ['.'],
    code: 1,
    out: /\[mender-daemon\]/,
  },
  {
    name: 'a policy of D-Bus, by its first element',
    there: {
      'files/io.acme.mender.conf':
        '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE busconfig PUBLIC "a" "b">\n<busconfig><policy user="root"><allow send_destination="io.mender.UpdateManager"/></policy></busconfig>\n',
    },
    args: ['.'],
    code: 1,
    out: /\[dbus-update-manager\]/,
  },
  {
    name: 'a configuration of mender-convert, by its variables',
    there: { 'boards/acme_config': 'MENDER_CLIENT_VERSION="3.5.3"\n' },
    args: ['.'],
    code: 1,
    out: /\[convert-client-version\]/,
  },
  {
    name: 'a template of mender.conf',
    there: {
      'mender.conf.j2':
        '{% if poll %}\n{\n  "UpdatePollIntervalSeconds": {{ poll }},\n  {% endif %}\n  "DaemonLogLevel": "panic"\n}\n',
    },
    args: ['.'],
    code: 1,
    out: /mender\.conf\.j2:5:3: error: .*\[config-daemon-log-level\]/,
  },
  {
    name: 'a template that cannot be read as a whole, named',
    there: { 'mender.conf.j2': '{ "A": {{ a }}{{ b }} "B" {{ c }}: 1 }' },
    args: ['mender.conf.j2'],
    code: 2,
    err: /mender\.conf\.j2 is checked only in part, because it is a template/,
    why: /checked \(.*read in part/,
  },
  {
    name: 'a template that cannot be read as a whole, in a folder',
    there: { 'mender.conf.j2': '{ "A": {{ a }}{{ b }} "B" {{ c }}: 1 }' },
    args: ['.'],
    code: 0,
    err: /checked only in part/,
  },
  {
    name: 'a mender.conf that is no JSON, which a rule reports',
    there: { 'mender.conf': '{ "A": 1 "B": 2 }' },
    args: ['mender.conf'],
    code: 1,
    out: /\[config-invalid-json\]/,
  },
  ...[
    'subprocess.run(["mender", "commit"])\n',
    "run(['/usr/bin/mender',\n     '-commit'])\n",
    "spawn('mender', ['commit'])\n",
    'exec.Command("mender", "commit")\n',
  ].map(text => ({
    name: `a program that is off by default, with a list of words: ${JSON.stringify(text)}`,
    there: { 'a.py': text },
    args: ['a.py'],
    code: 2 as const,
    err: /a\.py is not checked, because .* only when `strings` is included; it names `(?:mender -?commit|\/usr\/bin\/mender)`/,
  })),
  {
    name: 'a program that is off by default, with a list of other words',
    there: { 'a.py': 'fix(["mender", "fabric"])\n' },
    args: ['a.py'],
    code: 0,
  },
  {
    name: 'files of kinds that are off by default, in a folder',
    there: {
      'a.sh': 'true\n',
      'docs/a.md': 'Run `mender commit`.\n',
      'docs/b.md': 'About recommenders.\n',
      'tools/a.py': 'run("systemctl restart mender-client")\n',
      'tools/b': '#!/usr/bin/env python3\nrun("mender-update commit")\n',
      'tools/c.js': 'x;\n',
    },
    args: ['.'],
    code: 0,
    out: /^No findings in 1 file\.\n3 files that name something of Mender's .*`include`.*: `markdown` \(1\), `strings` \(2\)\.\n$/,
  },
];

describe('named paths', () => {
  for (const { name, there, args, code, out, err, why } of cases)
    it(`${name} -> ${code}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'unread-'));
      try {
        for (const [path, content] of Object.entries(there)) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), content);
        }
        const isPath = (arg: string) => arg === '.' || arg in there || args.indexOf(arg) === 0 || /\.sh$/.test(arg);
        const absolute = args.map(arg => (isPath(arg) ? join(folder, arg) : arg));
        const ran = await command('check', ...absolute);
        assert.equal(ran.code, code, JSON.stringify(ran));
        if (out) assert.match(ran.out, out);
        if (err) assert.match(ran.err, err);
        else assert.equal(ran.err, '');
        if (why) assert.match((await command('why', absolute[0]!)).out, why);
        const json = JSON.parse((await command('check', '--format', 'json', ...absolute)).out);
        assert.equal(
          json.notChecked.length > 0,
          /is not checked|no such|only in part/.test(ran.err) && !/larger/.test(ran.err),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});
