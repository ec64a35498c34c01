/** The options file of a project, as the command line applies it. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { type Command, inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const data = 'mender-update --datastore /d rollback\n';
const json = (value: unknown) => JSON.stringify(value);

async function found(command: Command, ...args: string[]): Promise<string[]> {
  const { out } = await command('check', '--format', 'json', ...args);
  const { findings } = JSON.parse(out) as { findings: { path: string; rule: string }[] };
  return findings.map(({ path, rule }) => `${path} ${rule}`);
}

describe('.mender-lint.json', () => {
  it('chooses target and severities, nearest first', () =>
    inFolder(
      {
        '.git/HEAD': '',
        '.mender-lint.json': json({ target: '4.0', rules: { 'mender-commit': 'off' } }),
        'a.sh': script + data,
        'sub/.mender-lint.json': json({}),
        'sub/a.sh': script + data,
        'other/deep/a.sh': script,
      },
      async (_, command) => {
        assert.deepEqual(await found(command), ['a.sh option-not-available', 'sub/a.sh mender-commit']);
        assert.deepEqual(await found(command, 'sub'), ['sub/a.sh mender-commit']);
        assert.deepEqual(await found(command, 'other/deep/a.sh'), []);
        assert.equal(JSON.parse((await command('check', '--format', 'json')).out).target, '4.0');
      },
    ));

  it('is overridden by the command line', () =>
    inFolder({ '.mender-lint.json': json({ target: '4.0' }), 'a.sh': data }, async (_, command) => {
      assert.equal((await found(command)).length, 1);
      assert.deepEqual(await found(command, '--target', '5.1'), []);
    }));

  it('has other options for some files, later ones winning', () =>
    inFolder(
      {
        'p/.mender-lint.json': json({
          overrides: [
            { files: ['legacy'], rules: { 'mender-commit': 'off' } },
            { files: ['legacy/new/*.sh'], rules: { 'mender-commit': 'error' } },
            { files: ['*.inc.sh'], target: '4.0' },
          ],
        }),
        'p/a.sh': script + data,
        'p/a.inc.sh': data,
        'p/x/legacy/a.sh': script,
        'p/legacy/new/a.sh': script,
        'p/legacy/new/deep/a.sh': script,
      },
      async (_, command) =>
        assert.deepEqual(await found(command), [
          'p/a.inc.sh option-not-available',
          'p/a.sh mender-commit',
          'p/legacy/new/a.sh mender-commit',
        ]),
    ));

  it('excludes files and folders, unless they are named', () =>
    inFolder(
      {
        '.mender-lint.json': json({ exclude: ['vendor', '/out/*.sh'] }),
        'a.sh': script,
        'x/vendor/deep/a.sh': script,
        'out/a.sh': script,
        'x/out/a.sh': script,
      },
      async (_, command) => {
        assert.deepEqual(await found(command), ['a.sh mender-commit', 'x/out/a.sh mender-commit']);
        assert.match((await command('why', 'x/vendor/deep/a.sh')).out, /excluded by \.mender-lint\.json/);
        assert.equal((await found(command, 'out/a.sh')).length, 1);
      },
    ));

  it('applies up to the root of a repository, and to all repositories below a checked folder', () =>
    inFolder(
      { '.mender-lint.json': json({ rules: { 'mender-commit': 'off' } }), 'repo/sub/a.sh': script },
      async (folder, command) => {
        mkdirSync(`${folder}/repo/.git`);
        assert.deepEqual(await found(command, 'repo/sub'), ['repo/sub/a.sh mender-commit']);
        assert.deepEqual(await found(command, '.'), []);
      },
    ));

  it('has its mistakes reported by place, fails the run, and is used as far as it is valid', () =>
    inFolder(
      {
        '.mender-lint.json': '{\n  "target": "hunter",\n  "rules": { "mender-commit": "off" }\n}',
        'a.sh': `${script}mender rollback\n`,
      },
      async (folder, command) => {
        const { code, err, out } = await command('check');
        assert.equal(code, 2);
        assert.match(
          err,
          /^\/.*\/\.mender-lint\.json:2:13: `target` must be one of "4\.0", "5\.0", "5\.1" \(also "6\.0"\)/m,
        );
        assert.match(out, /^1 finding /m);
        const fixed = await command('fix');
        assert.equal(fixed.code, 2);
        assert.match(fixed.err, /\nNothing is written: these options are not understood\.\n$/);
        assert.equal(readFileSync(`${folder}/a.sh`, 'utf8'), `${script}mender rollback\n`);
      },
    ));

  for (const [what, text, place] of [
    ['YAML', 'target: "5.1"\nrules:\n  mender-commit: off\n', '1:1: This is not JSON: '],
    ['a script', '#!/bin/sh\nmender commit\n', '1:1: This is not JSON: '],
    ['JSON without a comma, and with a rule that is none', '{ "target": "5.1"\n  "rules": { "x": "off" } }', '1:17: '],
    ['a word', 'options', '1:1: This is not JSON: '],
  ] as const)
    it(`is told once of its first mistake where it is ${what}`, () =>
      inFolder({ 'a.sh': script, 'b/.mender-lint.json': text, 'b/a.sh': script }, async (folder, command) => {
        for (const args of [
          ['check', '--config', 'b/.mender-lint.json', 'a.sh'],
          ['check', 'b'],
          ['why', 'b/a.sh'],
        ]) {
          const { code, err } = await command(...args);
          const lines = err.split('\n').filter(line => line.startsWith(folder));
          assert.equal(code, 2);
          assert.equal(lines.length, 1, err);
          assert.ok(lines[0]!.startsWith(`${folder}/b/.mender-lint.json:${place}`), err);
        }
      }));

  it('decides what is fixed', () =>
    inFolder(
      { '.mender-lint.json': json({ rules: { 'mender-commit': 'off' } }), 'a.sh': script },
      async (folder, command) => {
        assert.match((await command('fix')).err, /^Fixed 0 findings/);
        assert.equal(readFileSync(`${folder}/a.sh`, 'utf8'), script);
      },
    ));

  it('adds rules for files below it, whether they name Mender or not, and for commands about rules', () =>
    inFolder(
      {
        '.git/HEAD': '',
        '.mender-lint.json': json({
          extraRules: [
            { id: 'acme-ota', command: 'acme-ota', to: 'acme-update', safety: 'safe', why: 'It has a new name.' },
          ],
        }),
        'sub/a.sh': '#!/bin/sh\nacme-ota x\n',
        'sub/b.sh': '#!/bin/sh\necho\n',
        'other/.mender-lint.json': json({}),
        'other/a.sh': '#!/bin/sh\nacme-ota x\n',
      },
      async (folder, command) => {
        assert.deepEqual(await found(command), ['sub/a.sh acme-ota']);
        assert.deepEqual(await found(command, '--rule', 'acme-ota', 'sub/a.sh'), ['sub/a.sh acme-ota']);
        assert.match((await command('why', 'sub/a.sh')).out, /: checked \(shebang/);
        assert.match((await command('why', 'other/a.sh')).out, /: checked \(it names nothing of Mender's\)/);
        assert.match((await command('rules')).out, /^acme-ota +error +command `acme-ota`$/m);
        assert.equal(JSON.parse((await command('rules', '--format', 'json')).out).at(-1).id, 'acme-ota');
        const { out, code } = await command('explain', 'acme-ota');
        assert.match(out, /^acme-ota: command acme-ota\nerror, a rule of this project\n\nIt has a new name\.\n$/);
        assert.equal(code, 0);
        assert.match(
          (await command('check', '--rule', 'acme-otta')).err,
          /no rule called acme-otta; did you mean acme-ota\?/,
        );
        assert.equal((await command('fix')).code, 0);
        assert.equal(readFileSync(`${folder}/sub/a.sh`, 'utf8'), '#!/bin/sh\nacme-update x\n');
      },
    ));
});
