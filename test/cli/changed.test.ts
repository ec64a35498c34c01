/** `--changed`: findings on the lines that a diff changes, and no others. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { commandIn, inFolder } from '../support/command.ts';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, encoding: 'utf8' });

const before = '#!/bin/sh\nmender commit\ntrue\ntrue\nmender rollback\n';
const after = '#!/bin/sh\nmender commit\ntrue\nmender install x\nmender rollback\n';

const found = (out: string) => out.split('\n').flatMap(line => /^(\S+:\d+):\d+: \w+: /.exec(line)?.[1] ?? []);

describe('--changed', () => {
  for (const [name, options] of [
    ['git diff -U0', ['-U0']],
    ['git diff with lines around', []],
    ['git diff without prefixes', ['-U0', '--no-prefix']],
    ['git diff with other prefixes', ['-U0', '-c', 'mnemonic']],
  ] as const)
    it(`keeps what is on lines of ${name}, from any folder`, () =>
      inFolder({ 'sub/ä b.sh': before, 'sub/same.sh': before, 'gone.sh': before }, async folder => {
        git(folder, 'init', '-q');
        git(folder, 'add', '.');
        git(folder, 'commit', '-qm', 'a');
        writeFileSync(`${folder}/sub/ä b.sh`, after);
        git(folder, 'rm', '-q', 'gone.sh');
        const mnemonic = options.includes('-c' as never);
        const flags = options.filter(option => option.startsWith('-U') || option.startsWith('--'));
        const diff = git(folder, ...(mnemonic ? ['-c', 'diff.mnemonicPrefix=true'] : []), 'diff', 'HEAD', ...flags);
        const input = () => Promise.resolve({ text: diff, encoding: 'utf-8' as const });
        for (const [from, path] of [
          ['.', 'sub/ä b.sh'],
          ['sub', 'ä b.sh'],
        ] as const) {
          const { code, out } = await commandIn(`${folder}/${from}`, nodeFiles, { input })('check', '--changed', '-');
          assert.equal(code, 1);
          assert.match(
            out,
            new RegExp(
              `^${path}:4:1: error: .*\\n1 finding .*\\nLooked only at the lines that the diff changes\\.\\n$`,
            ),
          );
        }
      }));

  it('reads a diff from a file, and finds nothing where nothing was changed', () =>
    inFolder(
      { 'a.sh': after, 'empty.diff': '', 'a.diff': '--- a.sh\n+++ a.sh\n@@ -2,0 +2 @@\n+mender commit\n' },
      async (_, command) => {
        assert.deepEqual(found((await command('check', '--changed', 'a.diff')).out), ['a.sh:2']);
        const { code, out, err } = await command('check', '--changed', 'empty.diff');
        assert.match(err, /^empty\.diff is empty: nothing has changed, so nothing is reported$/m);
        assert.equal(code, 0);
        assert.match(out, /^No findings in 1 file\.\nLooked only at the lines that empty\.diff changes\.$/m);
      },
    ));

  it('reports a finding that spans a changed line', () =>
    inFolder(
      {
        'a.sh': 'mender \\\n  install \\\n  x\n',
        'a.diff': '--- a/a.sh\n+++ b/a.sh\n@@ -2 +2 @@\n-  commit\n+  install \\\n',
      },
      async (_, command) => assert.deepEqual(found((await command('check', '--changed', 'a.diff')).out), ['a.sh:1']),
    ));

  for (const [name, text] of [
    ['no diff', 'hello\nworld\n'],
    ['half a diff', '--- a/a.sh\n+++ b/a.sh\n@@ -1,5 +1,5 @@\n+x\n'],
  ] as const)
    it(`fails for ${name}`, () =>
      inFolder({ 'a.sh': after, 'a.diff': text }, async (_, command) => {
        const { code, out, err } = await command('check', '--changed', 'a.diff');
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, /a\.diff is no unified diff/);
      }));

  it('fails for a missing file', () =>
    inFolder({ 'a.sh': after }, async (_, command) =>
      assert.match((await command('check', '--changed', 'gone.diff')).err, /cannot read gone\.diff/),
    ));
});
