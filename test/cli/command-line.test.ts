/** The command line: what it prints, writes and exits with. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { root } from '../support/build.ts';
import { command, inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const service = 'systemctl is-active mender-client\n';
const files = {
  'b/a.sh': script,
  'b/mender.conf': '{ "DBus": {} }',
  'notes.txt': 'mender commit',
  'other.txt': 'git commit',
};

interface JsonReport {
  readonly version: string;
  readonly target: string;
  readonly files: unknown;
  readonly findings: readonly {
    path: string;
    rule: string;
    start: unknown;
    end: unknown;
    fixes: readonly { edits: unknown; preferred: boolean; safety: string }[];
    docs: string;
    severity: string;
  }[];
}

describe('mender-lint check', () => {
  it('prints one line for each finding and a summary, and exits with 1', () =>
    inFolder(files, async (_, command) => {
      const { code, out, err } = await command('check');
      assert.equal(code, 1);
      assert.equal(err, '');
      assert.deepEqual(out.split('\n'), [
        'b/a.sh:2:1: error: Use `mender-update commit`: `mender commit` is gone since 4.0. [mender-commit]',
        'b/mender.conf:1:3: warning: Remove it: `DBus` is ignored since 4.0, where D-Bus is always on. [config-dbus]',
        '2 findings (1 error, 1 warning) in 3 files: 2 with a safe fix, 0 to review, 0 without a fix.',
        '',
      ]);
    }));

  it('says that nothing was found, and exits with 0', () =>
    inFolder({ 'a.sh': 'true' }, async (_, command) =>
      assert.deepEqual(await command('check'), { code: 0, out: 'No findings in 1 file.\n', err: '' }),
    ));

  it('prints JSON with 1-based places and paths with slashes', () =>
    inFolder(files, async (_, command) => {
      const { code, out } = await command('check', '--format', 'json', 'b');
      const report = JSON.parse(out) as JsonReport;
      assert.equal(code, 1);
      assert.equal(report.target, '5.1');
      assert.match(report.version, /^\d+\.\d+\.\d+/);
      assert.deepEqual(report.files, { checked: 2, skipped: 0 });
      const [found] = report.findings;
      assert.equal(found?.path, 'b/a.sh');
      assert.deepEqual(
        [found?.start, found?.end],
        [
          { line: 2, column: 1 },
          { line: 2, column: 14 },
        ],
      );
      assert.deepEqual(found?.fixes[0]?.edits, [
        { start: { line: 2, column: 1 }, end: { line: 2, column: 7 }, newText: 'mender-update' },
      ]);
      assert.deepEqual([found?.fixes[0]?.preferred, found?.fixes[0]?.safety, found?.severity], [true, 'safe', 'error']);
      assert.match(found?.docs ?? '', /mender-commit/);
    }));

  it('counts columns in UTF-16 units', () =>
    inFolder({ 'a.sh': 'echo "😀$(mender show-artifact)"' }, async (_, command) => {
      const report = JSON.parse((await command('check', '--format', 'json')).out) as JsonReport;
      assert.deepEqual(report.findings[0]?.start, { line: 1, column: 11 });
    }));

  it('exits alike in every format', () =>
    inFolder(files, async (_, command) => {
      for (const format of ['text', 'concise', 'json']) {
        assert.equal((await command('check', '--format', format)).code, 1);
        assert.equal((await command('check', '--format', format, 'notes.txt')).code, 2);
        assert.equal((await command('check', '--format', format, 'other.txt')).code, 0);
        assert.equal((await command('check', '--format', format, 'nothing')).code, 2);
      }
    }));

  it('checks files and folders, each once', () =>
    inFolder(files, async (_, command) => {
      const { out } = await command('check', './b/', 'b/a.sh', 'b');
      assert.match(out, /in 2 files/);
    }));

  it('looks into no folder of a version control system, and follows no link to a folder', () =>
    inFolder(
      { '.git/hooks/a.sh': script, 'node_modules/x/a.sh': script, 'real/a.sh': script },
      async (folder, command) => {
        symlinkSync(`${folder}/real`, `${folder}/link`);
        symlinkSync(folder, `${folder}/real/loop`);
        assert.match((await command('check')).out, /^1 finding .* in 1 file:/m);
      },
    ));

  it('skips what is too large, binary or unreadable', () =>
    inFolder({ 'big.sh': `${script}${'#'.repeat(1_000_001)}`, 'bin.sh': `${script}\0` }, async (_, command) => {
      const report = JSON.parse((await command('check', '--format', 'json')).out) as JsonReport;
      assert.deepEqual(report.files, { checked: 0, skipped: 2 });
    }));

  it('checks for the chosen target', () =>
    inFolder({ 'a.sh': 'mender-update --datastore /d commit' }, async (_, command) => {
      assert.equal((await command('check', '--target', '4.0')).code, 1);
      assert.equal((await command('check', '--target', '5.0')).code, 0);
    }));

  for (const [args, message] of [
    [['check', '--target', '6'], /must be one of 4\.0, 5\.0, 5\.1 \(also 6\.0\)/],
    [['check', '--from', '4'], /must be one of any, 3\.5 \(also 3\.x\), 4\.0, 5\.0, 5\.1 \(also 6\.0\)/],
    [['fix', '--target', '3.x'], /must be one of 4\.0, /],
    [['check', '--format', 'xml'], /text, concise, json/],
    [['check', 'nothing'], /no such file or folder: nothing/],
    [['check', '--strange'], /unknown option/],
    [['chek'], /unknown command 'chek'[\s\S]*check/],
    [['explain', 'nothing-like-it'], /no rule called nothing-like-it/],
    [['explain', 'systemctl'], /did you mean systemctl-control/],
    [['explain'], /missing required argument/],
  ] as const) {
    it(`exits with 2 and says why: ${args.join(' ')}`, async () => {
      const { code, out, err } = await command(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }

  it('shows no secret of a configuration', () =>
    inFolder(
      { 'mender.conf': '{ "TenantToken": 123456, "DBus": {}, "Servers": "hunter2", } // hunter2' },
      async (_, command) => {
        for (const format of ['text', 'concise', 'json'])
          assert.doesNotMatch((await command('check', '--format', format)).out, /123456|hunter2/);
      },
    ));
});

describe('mender-lint fix', () => {
  it('writes the safe fixes and nothing else', () =>
    inFolder({ 'a.sh': script + service, 'b.sh': 'true' }, async (folder, command) => {
      const { code, out, err } = await command('fix');
      assert.deepEqual([code, out], [1, '']);
      assert.match(
        err,
        /^Fixed 1 finding in 1 file; 1 finding left:\n {4}1 to review: .*\n`--unsafe` .* `mender-lint check` shows it\.$/m,
      );
      assert.equal(
        readFileSync(`${folder}/a.sh`, 'utf8'),
        '#!/bin/sh\nmender-update commit\nsystemctl is-active mender-client\n',
      );
      assert.deepEqual(readdirSync(folder).sort(), ['a.sh', 'b.sh']);
    }));

  it('exits with 0 when nothing is left', () =>
    inFolder({ 'a.sh': script }, async (_, command) => {
      assert.equal((await command('fix')).code, 0);
      assert.equal((await command('check')).code, 0);
      assert.match((await command('fix')).err, /^Fixed 0 findings in 0 files\./);
    }));

  it('keeps mode, line ends, marks and bytes', () =>
    inFolder(
      {
        'a.sh': '\uFEFF#!/bin/sh\r\nmender commit\r\n',
        'latin.sh': Buffer.from('# caf\xe9\nmender commit\n', 'latin1'),
      },
      async (folder, command) => {
        chmodSync(`${folder}/a.sh`, 0o705);
        await command('fix');
        assert.equal(statSync(`${folder}/a.sh`).mode & 0o777, 0o705);
        assert.equal(readFileSync(`${folder}/a.sh`, 'utf8'), '\uFEFF#!/bin/sh\r\nmender-update commit\r\n');
        assert.deepEqual(
          readFileSync(`${folder}/latin.sh`),
          Buffer.from('# caf\xe9\nmender-update commit\n', 'latin1'),
        );
      },
    ));

  it('writes through a link, which stays one', () =>
    inFolder({ 'real/a.sh': script }, async (folder, command) => {
      symlinkSync(`${folder}/real/a.sh`, `${folder}/a.sh`);
      await command('fix', 'a.sh');
      assert.ok(lstatSync(`${folder}/a.sh`).isSymbolicLink());
      assert.match(readFileSync(`${folder}/real/a.sh`, 'utf8'), /mender-update/);
    }));

  it('shows a diff that git applies, with the totals of the real run', () =>
    inFolder(
      { 'a b.sh': script + service, 'c/mender.conf': '{\n  "DBus": {},\n  "SkipVerify": false\n}\n' },
      async (folder, command) => {
        const shown = await command('fix', '--diff');
        assert.equal(readFileSync(`${folder}/a b.sh`, 'utf8'), script + service);
        execFileSync('git', ['apply', '--unsafe-paths', '-'], { input: shown.out, cwd: folder });
        const patched = ['a b.sh', 'c/mender.conf'].map(path => readFileSync(`${folder}/${path}`, 'utf8'));
        execFileSync('git', ['apply', '-R', '--unsafe-paths', '-'], { input: shown.out, cwd: folder });
        const done = await command('fix');
        assert.deepEqual(
          ['a b.sh', 'c/mender.conf'].map(path => readFileSync(`${folder}/${path}`, 'utf8')),
          patched,
        );
        assert.equal(shown.err.replaceAll('Would fix', 'Fixed'), done.err);
        assert.equal(shown.code, done.code);
      },
    ));
});

describe('mender-lint', () => {
  it('lists the rules', async () => {
    const { code, out } = await command('rules');
    assert.equal(code, 0);
    assert.match(out, /^mender-install +error +`mender install`$/m);
    const asJson = JSON.parse((await command('rules', '--format', 'json')).out) as { id: string; sources: string[] }[];
    assert.equal(asJson.length, out.trim().split('\n').length);
    for (const row of asJson) assert.ok(row.sources.length > 0, row.id);
  });

  it('explains a rule', async () => {
    const { code, out } = await command('explain', 'mender-install');
    assert.equal(code, 0);
    assert.match(out, /Before:[\s\S]*After:[\s\S]*Sources:[\s\S]*https:/);
  });

  it("explains what is not reported, and a rule's effect by release of Yocto", async () => {
    const { out } = await command('explain', 'recipe-feature-disable');
    assert.match(
      out,
      /^By release of Yocto:\n(?: {4}\w+ +(?:error|warning|information|not reported)\n)+Where nothing says/m,
    );
    assert.match((await command('explain', 'module-path')).out, /^Not reported:\n {4}rm -f /m);
    const option = (await command('explain', 'data-option')).out;
    assert.match(option, /^ {4}mender-setup --data \/data\/mender\n\n {2}target 4\.0:\n.*\n\nSources:/m);
  });

  it('prints its version on one line and exits', async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    for (const option of ['--version', '-V']) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/cli.cjs`, option], {
        encoding: 'utf8',
      });
      assert.deepEqual([status, stdout, stderr], [0, `${version}\n`, '']);
    }
  });

  it('prints help', async () => {
    const { code, out } = await command('--help');
    assert.equal(code, 0);
    for (const word of ['check', 'fix', 'rules', 'explain', 'lsp']) assert.match(out, new RegExp(`^  ${word}\\b`, 'm'));
  });

  it('prints help for a command, and says which command was meant', async () => {
    assert.deepEqual(await command('help'), await command('--help'));
    assert.deepEqual(await command('help', 'check'), await command('check', '--help'));
    assert.match((await command('help', 'help')).out, /^Usage: mender-lint help /);
    for (const [name, hint] of [
      ['nope', /^error: unknown command 'nope'\n$/],
      ['chek', /^error: unknown command 'chek'\n\(Did you mean check\?\)\n$/],
    ] as const) {
      const asked = await command('help', name);
      assert.deepEqual([asked.code, asked.out], [2, '']);
      assert.match(asked.err, hint);
      assert.deepEqual(asked, await command(name));
    }
    assert.equal((await command('help', 'check', 'fix')).code, 2);
  });

  it('has valid examples in its help', async () => {
    for (const name of ['check', 'fix', 'baseline', 'report', 'why', 'explain', 'wrapper']) {
      const { out } = await command(name, '--help');
      const examples = [...out.slice(out.indexOf('\nExamples:')).matchAll(/\bmender-lint (\S.*?)(?: {2}|$)/gm)];
      assert.ok(examples.length > 0, name);
      for (const [, words] of examples) {
        const { err } = await command(...words!.replace(/ [<>].*/, '').split(' '));
        assert.doesNotMatch(err, /^error:/, words);
      }
    }
  });

  it('runs as a program, with its exit codes', () =>
    inFolder(files, async cwd => {
      const status = (...args: string[]) =>
        spawnSync(process.execPath, [`${root}dist/cli.cjs`, ...args], { cwd, stdio: 'ignore' }).status;
      assert.deepEqual([status('check'), status('check', 'other.txt'), status('check', 'nothing')], [1, 0, 2]);
    }));

  it('ends quietly when its reader stops, as before `head`', async () => {
    const program = spawn(process.execPath, [`${root}dist/cli.cjs`, 'rules', '--format', 'json']);
    program.stdout.destroy();
    program.stderr.setEncoding('utf8');
    const [[code], said] = await Promise.all([once(program, 'exit'), program.stderr.toArray()]);
    assert.deepEqual([code, said], [0, []]);
  });
});
