/** Arguments that nobody can mean, and places that cannot be written: they are reported, and the command fails. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';

const table: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [['check', ''], /^mender-lint: no such file or folder: ''$/m],
  [['check', 'a.sh', ''], /^mender-lint: no such file or folder: ''$/m],
  [['check', '--exclude', ''], /--exclude.* It must not be empty\./],
  [['check', '--limit', 'files=99999999999999999999'], /--limit.* whole number/],
  [['check', '--limit', 'files=1e3'], /--limit.* whole number/],
];

describe('an argument that nobody can mean', () => {
  for (const [args, message] of table)
    it(JSON.stringify(args), () =>
      inFolder({ 'a.sh': script }, async (_, command) => {
        const { code, err } = await command(...args);
        assert.equal(code, 2);
        assert.match(err, message);
      }),
    );
});

describe('a project file', () => {
  it('that is nested too deeply is reported as not read', () =>
    inFolder({ 'a.sh': script, '.mender-lint.json': '['.repeat(500_000) }, async (_, command) => {
      const { code, err } = await command('check');
      assert.equal(code, 2);
      assert.match(err, /\.mender-lint\.json:1:1: This is nested too deeply to be read\./);
    }));
});

if (process.platform !== 'win32')
  describe('a name', () => {
    it('of a pipe is not called missing', () =>
      inFolder({ 'a.sh': script }, async (folder, command) => {
        execFileSync('mkfifo', [`${folder}/pipe`]);
        const { code, err } = await command('check', 'pipe');
        assert.equal(code, 2);
        assert.match(err, /^mender-lint: pipe is not checked, because it is neither a file nor a folder$/m);
      }));
  });

if (process.platform === 'linux')
  describe('a report that cannot be written', () => {
    it('is reported as lost, without a stack', () =>
      inFolder({ 'a.sh': script }, async folder => {
        const full = openSync('/dev/full', 'w');
        const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'check'], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', full, 'pipe'],
        });
        closeSync(full);
        assert.equal(status, 2);
        assert.match(stderr, /^mender-lint: cannot write to standard output: ENOSPC$/m);
        assert.doesNotMatch(stderr, /^ +at /m);
      }));
  });
