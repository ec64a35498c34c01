/** Which files a command line looks at and with which options, and what it says about that. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const off = '{ "rules": { "mender-commit": "off" } }';

describe('--config and --isolated', () => {
  const there = {
    'a.sh': script,
    'sub/a.sh': script,
    'sub/.mender-lint.json': off,
    'ci/lint.json':
      '{ "exclude": ["sub"], "overrides": [{ "files": ["/a.sh"], "rules": { "mender-commit": "information" } }] }',
    'ci/broken.json': '{ "rulez": 1 }',
    '.mender-lint-baseline.json': '{ "version": 1, "files": {} }',
  };

  it('name options for all files, with globs from the current folder', () =>
    inFolder(there, async (_, command) => {
      const { code, out } = await command('check', '--config', 'ci/lint.json');
      assert.equal(code, 0);
      assert.match(out, /^a\.sh:2:1: information: .*\n1 finding .* in 1 file:/);
      assert.match((await command('check', '--config', 'ci/lint.json', 'sub/a.sh')).out, /^sub\/a\.sh:2:1: error: /);
    }));

  it('tell mistakes in the file that is named, and that it cannot be read', () =>
    inFolder(there, async (_, command) => {
      const broken = await command('check', '--config', 'ci/broken.json');
      assert.equal(broken.code, 2);
      assert.match(broken.err, /ci\/broken\.json:1:3: /);
      const gone = await command('check', '--config', 'gone.json');
      assert.deepEqual([gone.code, gone.out], [2, '']);
      assert.match(gone.err, /cannot read gone\.json/);
    }));

  it('look for no file of the project, nor for a baseline', () =>
    inFolder(there, async (_, command) => {
      await command('baseline');
      assert.equal((await command('check')).code, 0);
      const { code, out } = await command('check', '--isolated');
      assert.equal(code, 1);
      assert.match(out, /^a\.sh:2:1: error: .*\nsub\/a\.sh:2:1: error: /);
      assert.equal((await command('check', '--isolated', '--config', 'ci/lint.json')).code, 2);
    }));

  it('are told by --show-settings, which checks nothing', () =>
    inFolder(there, async (folder, command) => {
      const { code, out } = await command('check', '--show-settings', '--target', '4.0', 'sub/a.sh', 'ci', '.');
      assert.equal(code, 0);
      const [file, ci, here] = JSON.parse(out) as Record<string, unknown>[];
      assert.equal(file!.config, `${folder}/sub/.mender-lint.json`);
      assert.equal(here!.baseline, `${folder}/.mender-lint-baseline.json`);
      assert.deepEqual([file!.target, file!.from, file!.rules], ['4.0', 'any', { 'mender-commit': 'off' }]);
      assert.deepEqual([ci!.config, ci!.rules], [null, {}]);
    }));
});

describe('--force-exclude', () => {
  const there = {
    '.gitignore': 'ignored.sh\n',
    '.mender-lint.json': '{ "exclude": ["vendor"] }',
    'a.sh': script,
    'ignored.sh': script,
    'vendor/a.sh': script,
    'other/a.sh': script,
    'node_modules/x/a.sh': script,
  };
  const named = ['ignored.sh', 'vendor/a.sh', 'vendor', 'other/a.sh', 'node_modules/x/a.sh'];

  for (const path of named)
    it(`leaves out ${path}, without failing`, () =>
      inFolder(there, async (folder, command) => {
        const options = ['--exclude', 'other', '--force-exclude'];
        for (const each of [path, `${folder}/${path}`])
          assert.deepEqual(await command('check', ...options, each), {
            code: 0,
            out: 'No findings in 0 files.\n',
            err: '',
          });
        assert.equal((await command('fix', ...options, path)).code, 0);
        assert.equal(readFileSync(`${folder}/vendor/a.sh`, 'utf8'), script);
        const { notChecked } = JSON.parse((await command('check', ...options, '--format', 'json', path, 'a.sh')).out);
        assert.equal(notChecked.length, 1);
      }));

  it('checks what is not left out, and fails for what is missing', () =>
    inFolder(there, async (_, command) => {
      assert.match(
        (await command('check', '--force-exclude', ...named, 'a.sh')).out,
        /^other\/a\.sh|^a\.sh:2:1: error: /,
      );
      assert.equal((await command('check', '--force-exclude', 'vendor/a.sh', 'gone.sh')).code, 2);
    }));
});

describe('--show-files', () => {
  it("prints the files that name something of Mender's, whatever is found in them", () =>
    inFolder(
      { 'a.sh': script, 'b.sh': 'true\n', 'sub/c.sh': 'mender-update commit\n', 'd.txt': script },
      async (_, command) =>
        assert.deepEqual(await command('check', '--show-files'), { code: 0, out: 'a.sh\nsub/c.sh\n', err: '' }),
    ));
});
