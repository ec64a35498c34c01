/** How files are replaced: what is kept, what is refused, and that nothing else is touched whatever happens. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { replaceFile, replaceFileAmongOthers } from '../../server/src/host/replace-file.ts';
import { isTemporaryName, temporaryName } from '../../server/src/languages/temporary-name.ts';
import { inFolder } from '../support/command.ts';
import { withFileCalls } from '../support/file-calls.ts';

const before = Buffer.from('old\n');
const after = Buffer.from('new and longer\n');

/** A real folder with the file `a.sh` in it, and a folder next to it that must not be touched. */
function inHome(use: (home: string, outside: string) => void): Promise<void> {
  return inFolder({ 'home/a.sh': before, 'outside/victim': 'mine\n' }, async folder => {
    const real = realpathSync(folder);
    use(`${real}/home`, `${real}/outside`);
    assert.deepEqual(readdirSync(`${real}/outside`), ['victim']);
    assert.equal(readFileSync(`${real}/outside/victim`, 'utf8'), 'mine\n');
    assert.deepEqual(
      readdirSync(`${real}/home`).filter(name => name.startsWith('.mender-lint')),
      [],
    );
  });
}

describe('a file that is replaced', () => {
  const plain = 0o666 & ~process.umask();
  for (const mode of [plain, 0o777 & ~process.umask(), 0o600, 0o700, 0o705, 0o4755, 0o1644])
    it(`keeps mode ${mode.toString(8)}`, () =>
      inHome(home => {
        chmodSync(`${home}/a.sh`, mode);
        assert.equal(replaceFile(`${home}/a.sh`, before, after), 'written');
        assert.equal(statSync(`${home}/a.sh`).mode & 0o7777, mode);
        assert.deepEqual(readFileSync(`${home}/a.sh`), after);
      }));

  it('keeps its owner', () =>
    inHome(home => {
      // A user who may give files away does; for all others the file stays their own.
      const owner = process.geteuid?.() === 0 ? 4321 : statSync(home).uid;
      if (process.geteuid?.() === 0) chownSync(`${home}/a.sh`, owner, owner);
      assert.equal(replaceFile(`${home}/a.sh`, before, after), 'written');
      assert.equal(statSync(`${home}/a.sh`).uid, owner);
    }));

  it('need not have been there', () =>
    inHome(home => {
      assert.equal(replaceFile(`${home}/new`, undefined, after), 'written');
      assert.equal(statSync(`${home}/new`).mode & 0o777, plain);
      assert.equal(replaceFile(`${home}/new`, undefined, before), 'changed');
      assert.deepEqual(readFileSync(`${home}/new`), after);
    }));

  it('may have been replaced with the same by somebody else', () =>
    inHome(home => {
      writeFileSync(`${home}/a.sh`, after);
      assert.equal(replaceFile(`${home}/a.sh`, before, after), 'written');
    }));

  for (const [what, text, written] of [
    ['the same', after, 'written'],
    ['something else', Buffer.from('odd\n'), 'changed'],
  ] as const)
    it(`may be replaced with ${what} by somebody else while it is looked at again`, () =>
      inHome(home => {
        writeFileSync(`${home}/other`, text);
        const isOriginal = (file: unknown) =>
          fstatSync(file as number).ino === lstatSync(`${home}/a.sh`, { throwIfNoEntry: false })?.ino;
        let looks = 0;
        const replace = (file: unknown) => {
          if (isOriginal(file) && ++looks === 2) renameSync(`${home}/other`, `${home}/a.sh`);
        };
        const result = withFileCalls({ fstatSync: replace }, () => replaceFile(`${home}/a.sh`, before, after));
        assert.equal(result, written);
        assert.deepEqual(readFileSync(`${home}/a.sh`), text);
      }));
});

describe('a file that is not replaced', () => {
  type Case = readonly [what: string, why: string, arrange: (home: string, outside: string) => void];
  const cases: readonly Case[] = [
    ['has another name', 'hard-links', home => linkSync(`${home}/a.sh`, `${home}/b.sh`)],
    ['is read-only', 'read-only', home => chmodSync(`${home}/a.sh`, 0o444)],
    ['may have a list of who may do what', 'group-permissions', home => chmodSync(`${home}/a.sh`, 0o674)],
    ['has other text', 'changed', home => writeFileSync(`${home}/a.sh`, 'odd\n')],
    ['has more text', 'changed', home => writeFileSync(`${home}/a.sh`, 'old\nmore\n')],
    ['is gone', 'changed', home => unlinkSync(`${home}/a.sh`)],
    [
      'has become a link',
      'changed',
      (home, outside) => {
        unlinkSync(`${home}/a.sh`);
        symlinkSync(`${outside}/victim`, `${home}/a.sh`);
      },
    ],
    [
      'has become a link to the same text',
      'changed',
      home => {
        renameSync(`${home}/a.sh`, `${home}/b.sh`);
        symlinkSync('b.sh', `${home}/a.sh`);
      },
    ],
    [
      'has become a folder',
      'changed',
      home => {
        unlinkSync(`${home}/a.sh`);
        mkdirSync(`${home}/a.sh`);
      },
    ],
    [
      'is in a folder that has become a link',
      'changed',
      home => {
        renameSync(home, `${home}.real`);
        symlinkSync(`${home}.real`, home);
      },
    ],
  ];
  for (const [what, why, arrange] of cases)
    it(`because it ${what}`, () =>
      inHome((home, outside) => {
        arrange(home, outside);
        const stat = lstatSync(`${home}/a.sh`, { throwIfNoEntry: false });
        assert.equal(replaceFile(`${home}/a.sh`, before, after), why);
        const now = lstatSync(`${home}/a.sh`, { throwIfNoEntry: false });
        assert.deepEqual([now?.ino, now?.mode, now?.size], [stat?.ino, stat?.mode, stat?.size]);
      }));

  it('because it changes while the new text is written', () =>
    inHome(home => {
      const written = withFileCalls({ fsyncSync: () => writeFileSync(`${home}/a.sh`, 'edited\n') }, () =>
        replaceFile(`${home}/a.sh`, before, after),
      );
      assert.equal(written, 'changed');
      assert.equal(readFileSync(`${home}/a.sh`, 'utf8'), 'edited\n');
    }));

  it('because the name of the new text is taken, even by a link', () =>
    inHome((home, outside) => {
      const plant = (path: unknown, flags: unknown) => {
        if (isTemporaryName(String(path).split('/').at(-1)!) && flags !== 'r')
          symlinkSync(`${outside}/victim`, String(path));
      };
      assert.throws(
        () => withFileCalls({ openSync: plant }, () => replaceFile(`${home}/a.sh`, before, after)),
        /EEXIST/,
      );
      assert.deepEqual(readFileSync(`${home}/a.sh`), before);
      // It is not ours to remove.
      for (const name of readdirSync(home)) if (name !== 'a.sh') unlinkSync(`${home}/${name}`);
    }));

  for (const call of ['writeFileSync', 'fchmodSync', 'fsyncSync', 'renameSync'] as const)
    it(`because ${call} fails`, () =>
      inHome(home => {
        const fail = () => {
          throw Object.assign(new Error('EIO'), { code: 'EIO' });
        };
        assert.throws(() => withFileCalls({ [call]: fail }, () => replaceFile(`${home}/a.sh`, before, after)), /EIO/);
        assert.deepEqual(readFileSync(`${home}/a.sh`), before);
        assert.deepEqual(readdirSync(home), ['a.sh']);
      }));

  it('because a link replaces its folder meanwhile', () =>
    inHome((home, outside) => {
      const swap = () => {
        renameSync(home, `${home}.real`);
        symlinkSync(outside, home);
      };
      // Where folders cannot be pinned, nothing is written because the new text is not found any more.
      try {
        withFileCalls({ fsyncSync: swap }, () => replaceFile(`${home}/a.sh`, before, after));
      } catch {}
      unlinkSync(home);
      renameSync(`${home}.real`, home);
      for (const name of readdirSync(home)) if (name !== 'a.sh') unlinkSync(`${home}/${name}`);
    }));
});

describe('files that are replaced at the same time', () => {
  const names = Array.from({ length: 40 }, (_, number) => `${number}.sh`);
  const contents = (folder: string) => readdirSync(folder).map(name => readFileSync(`${folder}/${name}`, 'latin1'));
  const replaceAll = (folder: string) =>
    Promise.allSettled(names.map(name => replaceFileAmongOthers(`${realpathSync(folder)}/${name}`, before, after)));

  it('are each replaced', () =>
    inFolder(Object.fromEntries(names.map(name => [name, before])), async folder => {
      const results = await replaceAll(folder);
      assert.deepEqual(new Set(results.map(({ status }) => status)), new Set(['fulfilled']));
      assert.deepEqual(
        contents(folder),
        names.map(() => String(after)),
      );
    }));

  it('are as they were where the disk refuses the new text, and the others are replaced', () =>
    inFolder(Object.fromEntries(names.map(name => [name, before])), async folder => {
      let calls = 0;
      const fail = () => {
        if (++calls % 4 === 0) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      };
      const results = await withFileCalls({ fsync: fail }, () => replaceAll(folder));
      assert.equal(results.filter(({ status }) => status === 'rejected').length, 10);
      assert.deepEqual(contents(folder).sort(), names.map((_, number) => String(number < 30 ? after : before)).sort());
      assert.equal(readdirSync(folder).length, names.length);
    }));
});

describe('names of files that are being written', () => {
  it('are distinguished from all others', () => {
    assert.ok(isTemporaryName(temporaryName(4711, '0123456789abcdef01234567')));
    for (const name of ['.mender-lint.json', '.mender-lint-baseline.json', 'a.sh.1234', '.mender-lint-1-0123.tmp'])
      assert.ok(!isTemporaryName(name), name);
  });
});
