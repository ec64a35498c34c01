/** `mender-lint baseline`, and how `check` uses it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, commandIn, inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\nmender rollback\n';
const FILE = '.mender-lint-baseline.json';

const checked = async (command: Command, ...args: string[]) => {
  const { out, code } = await command('check', '--format', 'json', ...args);
  const { findings, baseline } = JSON.parse(out) as { findings: { path: string; rule: string }[]; baseline: unknown };
  return { found: findings.map(({ path, rule }) => `${path} ${rule}`), baseline, code };
};

describe('a baseline', () => {
  it('hides its findings, wherever their lines move, and nothing new', () =>
    inFolder({ 'a/x.sh': script, 'b.sh': 'mender commit\n' }, async (folder, command) => {
      const { code, err } = await command('baseline');
      assert.equal(code, 0);
      assert.match(err, /^Recorded 3 findings in 2 files in .*\.mender-lint-baseline\.json\.$/m);
      assert.deepEqual(await checked(command), { found: [], baseline: { known: 3, prunable: 0 }, code: 0 });
      assert.match((await command('check')).out, /^3 findings are in the baseline and not shown\.$/m);
      writeFileSync(`${folder}/a/x.sh`, `\n\n  mender rollback\nmender install x\nmender commit\nmender commit\n`);
      assert.deepEqual((await checked(command)).found, ['a/x.sh mender-install', 'a/x.sh mender-commit']);
      assert.equal((await checked(command, 'a')).code, 1);
    }));

  it('is a sorted file without line numbers and without text of the files', () =>
    inFolder({ 'b.sh': 'mender commit # hunter2\n', 'a.sh': script }, async (folder, command) => {
      await command('baseline');
      const text = readFileSync(`${folder}/${FILE}`, 'utf8');
      const { version, files } = JSON.parse(text) as { version: number; files: Record<string, object> };
      assert.equal(version, 1);
      assert.deepEqual(Object.keys(files), ['a.sh', 'b.sh']);
      assert.ok(Object.keys(files['a.sh']!).every(key => /^mender-(?:commit|rollback) [0-9a-f]{16}$/.test(key)));
      assert.doesNotMatch(text, /hunter2/);
      await command('baseline');
      assert.equal(readFileSync(`${folder}/${FILE}`, 'utf8'), text);
    }));

  it('keeps entries of unchecked files, and leaves out findings elsewhere', () =>
    inFolder({ 'in/a.sh': script, 'in/b/c.sh': script, 'far.sh': script }, async folder => {
      symlinkSync('../far.sh', join(folder, 'in/far.sh'));
      const command = commandIn(`${folder}/in`);
      const { code, err } = await command('baseline');
      assert.deepEqual(
        [code, /^Recorded 4 findings in 2 files.*\n2 findings not recorded: in files/.test(err)],
        [0, true],
        err,
      );
      assert.deepEqual((await checked(command, '--exclude', 'b')).baseline, { known: 2, prunable: 0 });
      assert.match((await command('baseline', '--prune', '--exclude', 'b')).err, /^Pruned 0 findings; 4 findings left/);
    }));

  for (const [what, file, ...args] of [
    ['in an empty folder', 'b.txt'],
    ['in an empty folder, with --prune', 'b.txt', '--prune'],
    ['where the only file is excluded', 'a.sh', '--exclude', 'a.sh'],
    ['where a file is too large', 'a.sh', '--limit', 'fileSize=20'],
    ['where a limit ends it', 'a.sh', '--limit', 'files=1'],
    ['where something that is named is not there', 'a.sh', '.', 'gone.sh'],
    ['where something that is named is not read', 'b.txt', 'b.txt'],
  ] as const)
    it(`is left as it was by a run that fails: ${what}`, () =>
      inFolder({ 'a.sh': script, 'b/b.sh': script }, async (folder, command) => {
        await command('baseline');
        const before = readFileSync(`${folder}/${FILE}`, 'utf8');
        for (const path of ['a.sh', 'b']) rmSync(`${folder}/${path}`, { recursive: true });
        for (const path of new Set([file, 'b.txt'])) writeFileSync(`${folder}/${path}`, 'mender install x # larger\n');
        const { code, err } = await command('baseline', ...args);
        assert.equal(code, 2, err);
        assert.match(err, /^The baseline is left as it was\.$/m);
        assert.equal(readFileSync(`${folder}/${FILE}`, 'utf8'), before);
      }));

  it('is not made by a run that fails', () =>
    inFolder({}, async (folder, command) => {
      const { code, err } = await command('baseline');
      assert.equal(code, 2);
      assert.match(err, /nothing was checked.*\nNo baseline is written\.$/m);
      assert.deepEqual(readdirSync(folder), []);
    }));

  it('is emptied where it is meant that nothing is checked, since its files are gone', () =>
    inFolder({ 'a.sh': script }, async (folder, command) => {
      await command('baseline');
      rmSync(`${folder}/a.sh`);
      assert.equal((await command('baseline', '--allow-empty')).code, 0);
      assert.deepEqual(JSON.parse(readFileSync(`${folder}/${FILE}`, 'utf8')), { version: 1, files: {} });
    }));

  it('keeps entries of files that became too large, or are no longer included, and drops those of named files', () =>
    inFolder(
      {
        'a.sh': script,
        'b.md': '```sh\nmender commit\n```\n',
        'd.sh': script,
        'ig/c.sh': script,
        '.gitignore': 'ig/\n',
      },
      async (folder, command) => {
        await command('baseline', '.', 'ig', '--include', 'markdown');
        writeFileSync(`${folder}/a.sh`, `${script}${'#'.repeat(400)}`);
        const limit = ['--limit', 'fileSize=100'];
        assert.deepEqual((await checked(command, '.', ...limit)).baseline, { known: 2, prunable: 0 });
        writeFileSync(`${folder}/ig/c.sh`, 'true\n');
        assert.deepEqual((await checked(command, '.', 'ig', ...limit)).baseline, { known: 2, prunable: 2 });
      },
    ));

  it('reports gone entries, and drops them when it is pruned', () =>
    inFolder({ 'a.sh': script, 'b.sh': script, 'c/d.sh': script }, async (folder, command) => {
      await command('baseline');
      writeFileSync(`${folder}/a.sh`, 'mender commit\nmender install x\n');
      rmSync(`${folder}/b.sh`);
      assert.deepEqual(await checked(command), {
        found: ['a.sh mender-install'],
        baseline: { known: 3, prunable: 3 },
        code: 1,
      });
      assert.deepEqual((await checked(command, 'a.sh')).baseline, { known: 1, prunable: 1 });
      assert.match(
        (await command('check')).out,
        /^3 findings in the baseline are gone: `mender-lint baseline --prune` forgets them\.$/m,
      );
      assert.match((await command('baseline', '--prune', 'a.sh')).err, /^Pruned 1 finding; 5 findings left/);
      assert.match((await command('baseline', '--prune')).err, /^Pruned 2 findings; 3 findings left/);
      assert.deepEqual((await checked(command)).found, ['a.sh mender-install']);
    }));

  it('is not replaced unread', () =>
    inFolder({ 'a.sh': script }, async (folder, command) => {
      await command('baseline');
      const before = readFileSync(`${folder}/.mender-lint-baseline.json`, 'utf8');
      writeFileSync(`${folder}/b.sh`, script);
      const { code, err } = await command('baseline', '--isolated');
      assert.equal(code, 2);
      assert.match(err, /-baseline\.json is left as it was: it was not read, and what it holds would be lost$/m);
      assert.equal(readFileSync(`${folder}/.mender-lint-baseline.json`, 'utf8'), before);
    }));

  it('is not created by pruning', () =>
    inFolder({ 'a.sh': script }, async (folder, command) => {
      const { code, err } = await command('baseline', '--prune');
      assert.deepEqual([code, err], [0, 'There is no .mender-lint-baseline.json to prune.\n']);
      assert.deepEqual(readdirSync(folder), ['a.sh']);
    }));

  it('is not called outdated for rules that were not checked', () =>
    inFolder({ 'a.sh': script }, async (_, command) => {
      await command('baseline');
      const { baseline } = await checked(command, '--rule', 'mender-commit');
      assert.deepEqual(baseline, { known: 1, prunable: 0 });
    }));

  it('keeps entries of unchecked files', () =>
    inFolder({ 'a.sh': script, 'b/b.sh': script }, async (folder, command) => {
      await command('baseline');
      writeFileSync(`${folder}/a.sh`, 'mender install x\n');
      await command('baseline', 'a.sh');
      assert.deepEqual(await checked(command), { found: [], baseline: { known: 3, prunable: 0 }, code: 0 });
    }));

  it('does not keep fix from fixing', () =>
    inFolder({ 'a.sh': script }, async (_, command) => {
      await command('baseline');
      assert.match((await command('fix')).err, /^Fixed 2 findings/);
      assert.deepEqual((await checked(command)).baseline, { known: 0, prunable: 2 });
    }));

  it('is taken into account when fix says what check will show', () =>
    inFolder({ 'a.sh': 'mender daemon\nmender commit\n' }, async (folder, command) => {
      await command('baseline');
      assert.match(
        (await command('fix', '--diff')).err,
        /The baseline knows all of it: `mender-lint check` shows nothing\.$/m,
      );
      writeFileSync(`${folder}/a.sh`, 'mender daemon\nmender daemon &\n');
      assert.match(
        (await command('fix')).err,
        /The baseline knows 1 of them: `mender-lint check` shows the others\.$/m,
      );
    }));

  it('that is invalid is reported, and not overwritten', () =>
    inFolder({ 'a.sh': script, [FILE]: '{}' }, async (folder, command) => {
      for (const name of ['check', 'baseline']) {
        const { code, err } = await command(name);
        assert.equal(code, 2);
        assert.match(err, /\.mender-lint-baseline\.json:1:1: This is no baseline/);
      }
      assert.equal(readFileSync(`${folder}/${FILE}`, 'utf8'), '{}');
    }));
});
