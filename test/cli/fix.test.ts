/** `mender-lint fix` in depth: patches that git accepts, choices, failures, and being killed. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { isTemporaryName } from '../../server/src/languages/temporary-name.ts';
import type { WritableFileSystem } from '../../server/src/workspace/file-system.ts';
import { root } from '../support/build.ts';
import { command, commandIn, inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const fixed = '#!/bin/sh\nmender-update commit\n';
const service = 'systemctl is-active mender-client\n';

/** Applies the printed patch with git in a folder; the result must be the same bytes that `fix` writes. */
function appliedBy(git: readonly string[], cwd: string): void {
  const cli = [`${root}dist/cli.cjs`, 'fix'];
  const { stdout } = spawnSync(process.execPath, [...cli, '--diff'], { cwd });
  execFileSync('git', [...git, 'apply', '-'], { input: stdout, cwd });
}

describe('mender-lint fix --diff', () => {
  const files = {
    'a b.sh': script,
    'sub/deep/ä".sh': script,
    'sub/crlf.sh': '#!/bin/sh\r\nmender commit\r\ntrue\r\n',
    'sub/open.sh': 'a\nmender commit',
    'sub/open-crlf.sh': 'a\r\nmender commit',
    'sub/marked.sh': '\uFEFFa\nmender commit\n',
    'sub/latin.sh': Buffer.from('# caf\xe9\nmender commit # \xff\n', 'latin1'),
    'sub/mender.conf': '{\n  "DBus": {},\n  "SkipVerify": false\n}',
  };
  const read = (folder: string) => Object.keys(files).map(path => readFileSync(`${folder}/${path}`).toString('latin1'));

  for (const [where, init, from] of [
    ['outside of a repository', false, '.'],
    ['in a repository', true, '.'],
    ['in a subfolder of a repository', true, 'sub'],
  ] as const) {
    it(`is accepted by git ${where}, whatever the files are like`, () =>
      inFolder(files, async (folder, command) => {
        if (init) execFileSync('git', ['init', '-q', folder]);
        appliedBy(['-c', 'core.autocrlf=false'], `${folder}/${from}`);
        const patched = read(folder);
        assert.equal(patched.filter(text => /mender-update commit/.test(text)).length, from === '.' ? 7 : 6);
        const { err } = await command('fix', from);
        assert.match(err, /^Fixed 0 findings in 0 files\./);
        assert.deepEqual(read(folder), patched);
      }));
  }

  // Elsewhere the system does not take such a name.
  if (process.platform === 'linux')
    for (const name of ['a\xff.sh', 'd\xfe\t"/\xe4 \\b.sh', '\xe4\x07.sh'])
      it(`is accepted by git for a file whose name is no UTF-8: ${JSON.stringify(name)}`, () =>
        inFolder({ 'other.sh': script }, async (folder, command) => {
          const bytes = Buffer.from(`${folder}/${name}`, 'latin1');
          mkdirSync(bytes.subarray(0, bytes.lastIndexOf('/')), { recursive: true });
          writeFileSync(bytes, script);
          const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
          git('init', '-q');
          git('add', '.');
          const { out } = await command('fix', '--diff');
          execFileSync('git', ['-C', folder, 'apply', '-'], { input: out });
          assert.equal(readFileSync(bytes, 'utf8'), fixed);
          // The same names as git's own, and they lead back to the file.
          const named = (text: string) => text.match(/^(?:diff --git|---|\+\+\+) .*(?<!\t)/gm);
          const diff = git('diff');
          assert.deepEqual(named(out), named(diff));
          const around = { input: () => Promise.resolve({ text: diff, encoding: 'utf-8' as const }) };
          writeFileSync(bytes, `${script}mender rollback\n`);
          const found = (await commandIn(folder, nodeFiles, around)('check', '--changed', '-')).out;
          assert.match(found, /mender-commit/);
          assert.doesNotMatch(found, /mender-rollback/);
        }));

  it('names files outside of everything from the root of all files, as git does', () =>
    inFolder({ 'here/b.sh': '', 'there/a.sh': script }, async folder => {
      const { out } = await commandIn(`${folder}/here`)('fix', '--diff', '../there/a.sh');
      const path = `${folder}/there/a.sh`.slice(1);
      assert.match(out, new RegExp(`^diff --git a/${path} b/${path}\\n--- a/${path}\\n`));
    }));

  it('changes the target of a link', () =>
    inFolder({ 'real/a.sh': script }, async (folder, command) => {
      execFileSync('git', ['init', '-q', folder]);
      symlinkSync(`${folder}/real/a.sh`, `${folder}/link.sh`);
      const { out } = await command('fix', '--diff', 'link.sh');
      execFileSync('git', ['apply', '-'], { input: out, cwd: folder });
      assert.equal(readFileSync(`${folder}/real/a.sh`, 'utf8'), fixed);
    }));
});

describe('mender-lint fix --rule', () => {
  const text = `${script}mender rollback\n${service}`;

  it('fixes and counts findings of these rules only', () =>
    inFolder({ 'a.sh': text }, async (folder, command) => {
      const { code, err } = await command('fix', '--rule', 'mender-commit', '--rule', 'systemctl-query');
      assert.equal(code, 1);
      assert.match(err, /^Fixed 1 finding in 1 file; 1 finding left/m);
      assert.equal(readFileSync(`${folder}/a.sh`, 'utf8'), text.replace('mender commit', 'mender-update commit'));
      assert.match((await command('check', '--rule', 'mender-rollback')).out, /^1 finding /m);
      assert.equal((await command('check', '--rule', 'mender-commit')).code, 0);
    }));

  it('must be a rule', async () => {
    const { code, err } = await command('fix', '--rule', 'mender-comit');
    assert.equal(code, 2);
    assert.match(err, /no rule called mender-comit; did you mean mender-commit\?/);
  });
});

describe('mender-lint fix --unsafe', () => {
  it('applies suggestions, too, with the totals of the diff', () =>
    inFolder({ 'a.sh': `${script}${service}mender -foo\n` }, async (folder, command) => {
      const shown = await command('fix', '--unsafe', '--diff');
      const done = await command('fix', '--unsafe');
      assert.equal(shown.err.replaceAll('Would fix', 'Fixed'), done.err);
      // The meaning of `mender -foo` is unknown.
      assert.deepEqual([shown.code, done.code], [1, 1]);
      assert.match(done.err, /^ {4}1 without a fix: mender-unknown-command$/m);
      assert.match(readFileSync(`${folder}/a.sh`, 'utf8'), /mender-update commit\n[^\n]*is-active[^\n]*mender-updated/);
      assert.doesNotMatch(done.err, /`--unsafe`/);
    }));
});

describe('a file that fails', () => {
  const files = { 'a.sh': script, 'b.sh': script, 'c.sh': script };

  /** The machine's files, with an error for one of them. */
  function withTrouble(trouble: Partial<WritableFileSystem>): WritableFileSystem {
    return { ...nodeFiles, ...trouble };
  }

  for (const [what, trouble, message] of [
    [
      'cannot be read',
      { read: (path, how) => (path.endsWith('b.sh') ? 'unreadable' : nodeFiles.read(path, how)) },
      /^mender-lint: cannot read .*b\.sh$/m,
    ],
    [
      'breaks the check',
      {
        read: (path, how) => {
          const content = nodeFiles.read(path, how);
          if (!path.endsWith('b.sh') || typeof content === 'string') return content;
          return Object.defineProperty({ ...content }, 'text', {
            get: () => {
              throw new RangeError('hunter2');
            },
          });
        },
      },
      /^mender-lint: .*b\.sh could not be checked because of an error in Mender Lint$/m,
    ],
  ] as readonly (readonly [string, Partial<WritableFileSystem>, RegExp])[]) {
    it(`because it ${what} is named, and the others are dealt with`, () =>
      inFolder(files, async folder => {
        for (const args of [['check'], ['fix', '--diff'], ['fix']]) {
          const { code, err, out } = await commandIn(folder, withTrouble(trouble))(...args);
          assert.equal(code, 2);
          assert.match(err, message);
          assert.doesNotMatch(out + err, /hunter2/);
        }
        // Only what was requested has the stack; how to report the error is always printed.
        if (what !== 'breaks the check') return;
        const { err } = await commandIn(folder, withTrouble(trouble))('check', '--debug');
        assert.match(err, /^mender-lint: .*b\.sh: RangeError: hunter2\n +at /m);
        assert.match(err, /^mender-lint: please report this error with what `--debug` prints: https:.*issues$/m);
        assert.deepEqual(
          Object.keys(files).map(path => readFileSync(`${folder}/${path}`, 'utf8')),
          [fixed, script, fixed],
        );
      }));
  }

  it('because it cannot be written is named, and counted unchanged', () =>
    inFolder(files, async folder => {
      const write: WritableFileSystem['write'] = (path, ...contents) =>
        path.endsWith('b.sh')
          ? Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }))
          : nodeFiles.write(path, ...contents);
      const { code, err } = await commandIn(folder, withTrouble({ write }))('fix');
      assert.equal(code, 2);
      assert.match(
        err,
        /^mender-lint: cannot write b\.sh: EACCES\n(?:.*\n)*Fixed 2 findings in 2 files; 1 finding left:/m,
      );
      assert.deepEqual(
        Object.keys(files).map(path => readFileSync(`${folder}/${path}`, 'utf8')),
        [fixed, script, fixed],
      );
    }));
});

describe('a run that is killed', () => {
  const names = Array.from({ length: 400 }, (_, index) => `s/${index}.sh`);
  const before = `${script}${'# long\n'.repeat(5000)}`;
  const after = before.replace('mender commit', 'mender-update commit');

  /**
   * The files after a run that is killed as soon as it is seen to write; all are done if it is faster than its
   * observer.
   */
  const killed = (when: number) =>
    inFolder(Object.fromEntries(names.map(name => [name, before])), async folder => {
      const watched = watch(`${folder}/s`);
      const child = spawn(process.execPath, [`${root}dist/cli.cjs`, 'fix'], { cwd: folder, stdio: 'ignore' });
      let events = 0;
      watched.on('change', () => {
        if (++events === when) child.kill('SIGKILL');
      });
      await once(child, 'exit');
      watched.close();
      const others = readdirSync(`${folder}/s`).filter(name => !names.includes(`s/${name}`));
      assert.ok(others.every(isTemporaryName), others.join(' '));
      return names.map(name => readFileSync(`${folder}/${name}`, 'utf8'));
    });

  it('leaves every file whole, old or new', async () => {
    // Each written file causes several events, and many are written at once: one of these is in the middle of the work.
    const seen: string[] = [];
    for (let when = 50; when <= 1600 && seen.length < 3; when += 150) {
      const texts = await killed(when);
      assert.ok(texts.every(text => text === before || text === after));
      if (texts.includes(before) && texts.includes(after)) seen.push(`killed at event ${when}`);
    }
    assert.ok(seen.length > 0);
  });
});

describe('two runs at once', () => {
  it("do what one does, and do not check each other's temporary files", () => {
    const names = Array.from({ length: 30 }, (_, index) => `${index}.sh`);
    return inFolder(Object.fromEntries(names.map(name => [name, script])), async folder => {
      const ended = await Promise.all(
        [1, 2].map(async () => {
          const child = spawn(process.execPath, [`${root}dist/cli.cjs`, 'fix'], {
            cwd: folder,
            stdio: ['ignore', 'ignore', 'pipe'],
          });
          let err = '';
          child.stderr.on('data', data => {
            err += data;
          });
          const [code] = await once(child, 'close');
          return { code, err };
        }),
      );
      for (const { code, err } of ended) {
        assert.equal(code, 0, err);
        assert.match(err, /^Fixed \d+ findings? in \d+ files?\.$/m);
      }
      assert.deepEqual(readdirSync(folder).sort(), names.toSorted());
      for (const name of names) assert.equal(readFileSync(`${folder}/${name}`, 'utf8'), fixed);
    });
  });
});

describe('mender-lint fix of a file that then names both generations', () => {
  it('counts what it has not fixed as remaining', () =>
    inFolder({ 'a.sh': 'if pidof mender; then echo running; fi\nmender check-update\n' }, async (_, command) => {
      for (const args of [['--diff'], []]) {
        const { err, code } = await command('fix', ...args);
        assert.match(err, /1 finding in 1 file; 1 finding left:\n {4}1 to review: process-name\n/);
        assert.equal(code, 1);
      }
      const { out, code } = await command('check');
      assert.match(out, /process-name/);
      assert.equal(code, 1);
    }));

  it('does not mention findings that disappeared with others', () =>
    inFolder({ 'mender.conf': '{ "ServerURL": "a", "DBus": {}, }' }, async (_, command) => {
      assert.doesNotMatch((await command('fix', '--unsafe')).err, /both generations/);
    }));
});
