/**
 * What a hostile repository, folder or neighbour would make the command line do: write outside, lose an edit, or obey
 * another user.
 */
import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import type { WritableFileSystem } from '../../server/src/workspace/file-system.ts';
import { command, commandIn, inFolder } from '../support/command.ts';
import { withFileCalls } from '../support/file-calls.ts';

const script = '#!/bin/sh\nmender commit\n';
const fixed = '#!/bin/sh\nmender-update commit\n';
const off = JSON.stringify({ rules: { 'mender-commit': 'off' } });

describe('fix in a repository with links of any name', () => {
  // The strongest attacker foresees the name: the link exists right before the file is created.
  it('writes through none of them', () =>
    inFolder({ 'repo/a.sh': script, 'victim/.bashrc': 'mine\n' }, async folder => {
      const plant = (path: unknown, flags: unknown) => {
        const makes = typeof flags === 'number' ? flags > 0 : flags === 'w';
        if (!makes || !String(path).match(/[^/]*(?:a\.sh|mender-lint)[^/]*$/)) return;
        if (!lstatSync(String(path), { throwIfNoEntry: false })) symlinkSync(`${folder}/victim/.bashrc`, String(path));
      };
      const { code } = await withFileCalls({ open: plant, openSync: plant }, () => command('fix', `${folder}/repo`));
      assert.equal(readFileSync(`${folder}/victim/.bashrc`, 'utf8'), 'mine\n');
      assert.equal(readFileSync(`${folder}/repo/a.sh`, 'utf8'), script);
      assert.equal(code, 2);
    }));
});

/** The machine's files; `happen` does something right before the first write. */
function before(happen: () => void): WritableFileSystem {
  let isOver = false;
  return {
    ...nodeFiles,
    write: (...args) => {
      if (!isOver) happen();
      isOver = true;
      return nodeFiles.write(...args);
    },
  };
}

describe('a file that changes while fix runs', () => {
  const files = { 'a.sh': script, 'b.sh': script, 'c.sh': script };

  it('is left alone and named; the others are fixed', () =>
    inFolder(files, async folder => {
      const machine = before(() => appendFileSync(`${folder}/b.sh`, 'echo mine\n'));
      const { code, err } = await commandIn(folder, machine)('fix', '--quiet', folder);
      assert.deepEqual(
        Object.keys(files).map(name => readFileSync(`${folder}/${name}`, 'utf8')),
        [fixed, `${script}echo mine\n`, fixed],
      );
      assert.equal(code, 2);
      assert.equal(
        err,
        `mender-lint: ${folder}/b.sh is left as it was: it has changed since it was checked; run again\n` +
          'Fixed 2 findings in 2 files; 1 finding left:\n    1 not written: mender-commit\n' +
          '`mender-lint check` shows it.\n',
      );
    }));

  it('is not reported when another run has fixed it', () =>
    inFolder(files, async folder => {
      const machine = before(() => writeFileSync(`${folder}/b.sh`, fixed));
      const { code, err } = await commandIn(folder, machine)('fix', '--quiet', folder);
      assert.equal(err, 'Fixed 3 findings in 3 files.\n');
      assert.equal(code, 0);
    }));
});

describe('a file that is being written', () => {
  it('is not a file of the user, whether a run has left it or is writing it', () =>
    inFolder(
      { 'a.sh': '#!/bin/sh\n', [`.mender-lint-${process.pid}-0123456789abcdef01234567.tmp`]: script },
      async folder => {
        const stray = `${folder}/.mender-lint-${process.pid}-0123456789abcdef01234567.tmp`;
        assert.match((await command('check', folder)).out, /^No findings in 1 file\./);
        assert.doesNotMatch((await command('check', stray)).out, /mender-commit/);
        await command('fix', folder, stray);
        assert.equal(readFileSync(stray, 'utf8'), script);
      },
    ));
});

describe('a file that cannot be replaced as it is', () => {
  for (const [why, arrange, reason] of [
    ['has hard links', (path: string) => linkSync(path, `${path}.other`), /it has other names \(hard links\)/],
    ['is read-only', (path: string) => chmodSync(path, 0o444), /it is read-only/],
    ['may have an access control list', (path: string) => chmodSync(path, 0o670), /an access control list/],
  ] as const)
    it(`because it ${why} is named, and the others are fixed`, () =>
      inFolder({ 'a.sh': script, 'b.sh': script }, async folder => {
        arrange(`${folder}/a.sh`);
        const { code, err } = await command('fix', `${folder}/a.sh`, `${folder}/b.sh`);
        assert.equal(code, 2);
        assert.match(err, reason);
        assert.match(err, /^Fixed 1 finding in 1 file; 1 finding left:\n {4}1 not written: mender-commit$/m);
        assert.doesNotMatch(err, /--unsafe|to review/);
        assert.equal(readFileSync(`${folder}/a.sh`, 'utf8'), script);
        assert.equal(readFileSync(`${folder}/b.sh`, 'utf8'), fixed);
      }));
});

describe('links out of the paths given to fix', () => {
  const files = { 'ws/a.sh': script, 'far/a.sh': script };
  const linked = (use: (folder: string) => Promise<void>) =>
    inFolder(files, async folder => {
      symlinkSync('../far/a.sh', `${folder}/ws/link.sh`);
      await use(folder);
      assert.ok(lstatSync(`${folder}/ws/link.sh`).isSymbolicLink());
    });
  const far = (folder: string) => readFileSync(`${folder}/far/a.sh`, 'utf8');

  it('are not followed, which is reported', () =>
    linked(async folder => {
      for (const options of [['--diff'], ['--unsafe', '--diff'], [], ['--unsafe']]) {
        const { code, err, out } = await command('fix', ...options, `${folder}/ws`);
        assert.equal(code, 1);
        assert.match(err, /^mender-lint: .*\/far\/a\.sh is left as it was: a link leads to it, .* --follow-links$/m);
        assert.match(err, /1 finding left:\n {4}1 out of what was named: mender-commit\n/);
        assert.doesNotMatch(out, /far/);
        assert.equal(far(folder), script);
      }
      assert.equal(readFileSync(`${folder}/ws/a.sh`, 'utf8'), fixed);
    }));

  for (const [what, args] of [
    ['asked to', (folder: string) => ['--follow-links', `${folder}/ws`]],
    ['given the link itself', (folder: string) => [`${folder}/ws/link.sh`]],
    ['given the folder of the target, too', (folder: string) => [`${folder}/ws`, `${folder}/far`]],
    ['given the target, too', (folder: string) => [`${folder}/ws`, `${folder}/far/a.sh`]],
  ] as const)
    it(`are followed when ${what}`, () =>
      linked(async folder => {
        assert.equal((await command('fix', ...args(folder))).code, 0);
        assert.equal(far(folder), fixed);
      }));

  it('do not matter above the given paths', () =>
    inFolder(files, async folder => {
      symlinkSync('far', `${folder}/alias`);
      assert.equal((await command('fix', `${folder}/alias`)).code, 0);
      assert.equal(far(folder), fixed);
    }));

  it('do not lead to a baseline', () => {
    const mine = '{"version":1,"files":{}}';
    return inFolder({ baseline: mine }, outside =>
      inFolder({ 'a.sh': script, '.git/HEAD': '' }, async (folder, command) => {
        symlinkSync(`${outside}/baseline`, `${folder}/.mender-lint-baseline.json`);
        const { code, err } = await command('baseline');
        assert.equal(code, 2);
        assert.match(err, /-baseline\.json is left as it was: it is a link that leads out of its folder$/m);
        assert.equal(readFileSync(`${outside}/baseline`, 'utf8'), mine);
        assert.deepEqual(readdirSync(folder).sort(), ['.git', '.mender-lint-baseline.json', 'a.sh']);
      }),
    );
  });
});

describe('options files of folders above', () => {
  const evil = JSON.stringify({
    extraRules: [{ id: 'evil', command: 'make install', to: 'curl evil', safety: 'safe', why: 'x' }],
  });
  const text = '#!/bin/sh\nmake install\n';

  for (const [what, files, given, isUsed] of [
    ['outside of a repository do not hold for a folder', { 'p/a.sh': text }, 'p', false],
    ['outside of a repository do not hold for a file', { 'p/a.sh': text }, 'p/a.sh', false],
    ['of the folder that is given hold', { 'p/a.sh': text }, '', true],
    ['within a repository hold for a folder', { '.git/HEAD': '', 'p/a.sh': text }, 'p', true],
    ['within a repository hold for a file', { '.git/HEAD': '', 'p/a.sh': text }, 'p/a.sh', true],
    ['around a repository do not hold', { 'p/.git/HEAD': '', 'p/q/a.sh': text }, 'p/q', false],
  ] as const)
    it(what, () =>
      inFolder({ '.mender-lint.json': evil, ...files }, async folder => {
        const { code } = await command('fix', `${folder}/${given}`);
        assert.equal(code, 0);
        const path = Object.keys(files).find(name => name.endsWith('.sh'))!;
        assert.equal(readFileSync(`${folder}/${path}`, 'utf8') !== text, isUsed);
      }),
    );
});

describe('options files of another user', () => {
  const [me, stranger, root] = [1000, 1001, 0];
  /** The machine's files with owners, by the ends of their paths. */
  const owned = (owners: Readonly<Record<string, number>>, user = me): WritableFileSystem => ({
    ...nodeFiles,
    user,
    ownerOf: path => Object.entries(owners).find(([end]) => path.endsWith(end))?.[1] ?? user,
  });
  const check = (machine: WritableFileSystem, file: string, content: string) =>
    inFolder({ '.git/HEAD': '', [file]: content, 'sub/a.sh': script }, async folder => {
      const run = commandIn(folder, machine);
      const checked = await run('check', `${folder}/sub`);
      const done = await run('fix', `${folder}/sub`);
      return { checked, done, text: readFileSync(`${folder}/sub/a.sh`, 'utf8') };
    });

  for (const [what, owners, user] of [
    ['the user', {}, me],
    ['root', { '.mender-lint.json': root }, me],
    ['the owner of the file', { '': stranger }, root],
  ] as readonly (readonly [string, Readonly<Record<string, number>>, number])[])
    it(`hold when they are those of ${what}`, async () => {
      const { checked, text } = await check(owned(owners, user), '.mender-lint.json', off);
      assert.equal(checked.code, 0, checked.err);
      assert.equal(text, script);
    });

  for (const [what, file, content, owners, user] of [
    ['of somebody else', '.mender-lint.json', off, { '.mender-lint.json': stranger }, me],
    ['of somebody else, for root', '.mender-lint.json', off, { '.mender-lint.json': stranger }, root],
    ['in a folder of somebody else', 'sub/.mender-lint.json', off, { '/sub': stranger }, me],
  ] as readonly (readonly [string, string, string, Readonly<Record<string, number>>, number])[])
    it(`are not used, which is said, when they are those ${what}`, async () => {
      const { checked, done, text } = await check(owned(owners, user), file, content);
      for (const { code, err } of [checked, done]) {
        assert.equal(code, 2);
        assert.match(err, /json:1:1: This file is not used: it, or its folder, belongs to user 1001, /);
      }
      assert.match(checked.out, /mender-commit/);
      assert.equal(text, script);
    });

  it('are not used, which is reported, when they are a baseline', async () => {
    const baseline = '{"version":1,"findings":{}}';
    const { checked } = await check(owned({ '-baseline.json': stranger }), '.mender-lint-baseline.json', baseline);
    assert.equal(checked.code, 2);
    assert.match(checked.err, /-baseline\.json:1:1: This file is not used: /);
  });

  it('are recognised by the owner that the system reports', () =>
    inFolder({ '.git/HEAD': '', '.mender-lint.json': off, 'a.sh': script }, async folder => {
      // Only root can give a file away; for anybody else it stays the user's own.
      const isRoot = process.geteuid?.() === 0;
      if (isRoot) chownSync(`${folder}/.mender-lint.json`, 4321, 4321);
      assert.equal((await command('check', folder)).code, isRoot ? 2 : 0);
      // As in a container whose root works on a tree of another user.
      if (isRoot) for (const path of [folder, `${folder}/a.sh`]) chownSync(path, 4321, 4321);
      assert.equal((await command('check', `${folder}/a.sh`)).code, 0);
    }));
});
