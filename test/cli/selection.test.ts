/** Which files a command line checks and with which options, and what it reports about that. */
import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { parseProject } from '../../server/src/options/project-file.ts';
import { command, inFolder } from '../support/command.ts';

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

  it('report mistakes in the named file, and that it cannot be read', () =>
    inFolder(there, async (_, command) => {
      const broken = await command('check', '--config', 'ci/broken.json');
      assert.equal(broken.code, 2);
      assert.match(broken.err, /ci\/broken\.json:1:3: /);
      const gone = await command('check', '--config', 'gone.json');
      assert.deepEqual([gone.code, gone.out], [2, '']);
      assert.match(gone.err, /cannot read gone\.json/);
    }));

  it('use no file of the project, and no baseline', () =>
    inFolder(there, async (_, command) => {
      await command('baseline');
      assert.equal((await command('check')).code, 0);
      const { code, out } = await command('check', '--isolated');
      assert.equal(code, 1);
      assert.match(out, /^a\.sh:2:1: error: .*\nsub\/a\.sh:2:1: error: /);
      assert.equal((await command('check', '--isolated', '--config', 'ci/lint.json')).code, 2);
    }));

  it('are shown by --show-settings, which checks nothing', () =>
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
    it(`excludes ${path}, without failing`, () =>
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

  it('checks what is not excluded, and fails for missing paths', () =>
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
        assert.deepEqual(await command('check', '--show-files'), { code: 0, out: 'a.sh\nd.txt\nsub/c.sh\n', err: '' }),
    ));
});

describe('init', () => {
  it('writes a valid options file that changes nothing, and never over another', () =>
    inFolder({ 'a.sh': script }, async (folder, command) => {
      const before = await command('check');
      assert.deepEqual(await command('init'), { code: 0, out: '', err: 'Wrote .mender-lint.json.\n' });
      const text = readFileSync(`${folder}/.mender-lint.json`, 'utf8');
      assert.deepEqual(parseProject(text).problems, []);
      assert.deepEqual(parseProject(text.replace(/\/\/ (?=["{])/g, '')).problems, []);
      assert.match(text, /"\$schema": "https:/);
      assert.deepEqual(await command('check'), before);
      writeFileSync(`${folder}/.mender-lint.json`, off);
      const again = await command('init');
      assert.equal(again.code, 2);
      assert.match(again.err, /is there already/);
      assert.equal(readFileSync(`${folder}/.mender-lint.json`, 'utf8'), off);
    }));

  it('writes through no link', () =>
    inFolder({}, async (folder, command) => {
      symlinkSync('elsewhere.json', `${folder}/.mender-lint.json`);
      assert.equal((await command('init')).code, 2);
    }));
});

describe('why', () => {
  const there = {
    'a.sh': script,
    'sub/b.sh': script,
    'run.py': 'run("mender commit")\n',
    'quiet.py': 'pass\n',
    'node_modules/c.sh': script,
    '.mender-lint.json': '{ "exclude": ["sub"] }',
  };

  for (const [path, said, exit] of [
    ['a.sh', /^a\.sh: checked \(shebang \/bin\/sh\)$/m, 0],
    ['.', /^\.: looked through \(a folder that nothing leaves out\)$/m, 0],
    ['sub', /^sub: not looked through, because it is excluded by \.mender-lint\.json$/m, 0],
    ['sub/', /^sub\/: not looked through, because it is excluded by \.mender-lint\.json$/m, 0],
    ['node_modules', /^node_modules: not looked through, because it is in a folder named node_modules$/m, 0],
    [
      'run.py',
      /^run\.py: not checked, because it is Python by its extension, which is checked only when `strings` is/m,
      0,
    ],
    ['quiet.py', /^quiet\.py: not checked, because it is by its extension of a kind that is checked only when the/m, 0],
    ['gone', /^gone: not checked, because it is not there$/m, 2],
    ['sub/gone.sh', /^sub\/gone\.sh: not checked, because it is not there$/m, 2],
  ] as const)
    it(`answers about ${path}`, () =>
      inFolder(there, async (_, command) => {
        const { code, out } = await command('why', path);
        assert.match(out, said);
        assert.equal(code, exit);
      }));

  it('answers in JSON', () =>
    inFolder(there, async (_, command) => {
      const { code, out } = await command('why', '--format', 'json', 'a.sh', 'sub', 'gone');
      assert.equal(code, 2);
      assert.deepEqual(
        (JSON.parse(out) as { path: string; kind: string; checked: boolean }[]).map(({ path, kind, checked }) => [
          path,
          kind,
          checked,
        ]),
        [
          ['a.sh', 'file', true],
          ['sub', 'folder', false],
          ['gone', 'missing', false],
        ],
      );
    }));
});

describe('rules and explain', () => {
  it('answer in JSON', async () => {
    const rules = JSON.parse((await command('rules', '--format', 'json')).out) as { id: string }[];
    const rule = JSON.parse((await command('explain', '--format', 'json', 'mender-install')).out) as {
      examples: unknown[];
    };
    const { examples, ...others } = rule;
    assert.deepEqual(
      rules.find(({ id }) => id === 'mender-install'),
      others,
    );
    assert.ok(examples.length > 0);
  });
});
