/** Which files of a tree are checked, and what `mender-lint why` says about the others. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultCheckOptions } from '../../server/src/findings/check.ts';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { defaultLimits } from '../../server/src/options/limits.ts';
import type { FileSystem } from '../../server/src/workspace/file-system.ts';
import { scan } from '../../server/src/workspace/scan.ts';
import { SkippedFiles } from '../../server/src/workspace/skipped-files.ts';
import { openRoot, placeOfRoot } from '../../server/src/workspace/tree.ts';
import { type Command, command, inFolder } from '../support/command.ts';

const use = '#!/bin/sh\nmender commit\n';

/** Paths in which `check` has findings. */
async function checked(command: Command, ...args: string[]): Promise<readonly string[]> {
  const report = JSON.parse((await command('check', '--format', 'json', ...args)).out);
  return report.findings.map(({ path }: { path: string }) => path);
}

interface Case {
  readonly name: string;
  /** Existing files, each with a use unless their content is given. */
  readonly there: readonly (string | readonly [path: string, content: string])[];
  readonly args?: readonly string[];
  readonly checked: readonly string[];
  /** The reasons for files that are not checked. */
  readonly why?: Readonly<Record<string, RegExp>>;
}

const cases: readonly Case[] = [
  {
    name: 'scripts by name, extension or first line, whatever their extension',
    there: ['a.sh', 'tool', 'run.d/10-start', 'setup.run', 'x.sh.in', 'version-1.2'],
    checked: ['a.sh', 'run.d/10-start', 'setup.run', 'tool', 'version-1.2', 'x.sh.in'],
  },
  {
    name: 'no file of another language',
    there: [
      'a.py',
      'b.patch',
      'c.md',
      'd.c.in',
      ['e', '#!/usr/bin/env python3\nmender commit\n'],
      ['f', 'mender commit\n'],
    ],
    checked: [],
    why: { 'a.py': /extension/, 'd.c.in': /extension/, e: /first line/, f: /first line/ },
  },
  {
    name: 'code blocks and strings for those who ask for them',
    there: [
      ['a.md', '```sh\nmender commit\n```\n'],
      ['b.py', 'run("mender commit")\n'],
      ['tool', '#!/usr/bin/env python3\nrun("mender commit")\n'],
      ['c.js', 'exec("mender commit");\n'],
      ['d.c', 'void a() { system("mender commit"); }\n'],
      'e.rs',
    ],
    args: ['--include', 'markdown', '--include', 'strings'],
    checked: ['a.md', 'b.py', 'c.js', 'd.c', 'tool'],
  },
  {
    name: 'code blocks alone',
    there: [
      ['a.md', '```sh\nmender commit\n```\n'],
      ['b.py', 'run("mender commit")\n'],
      ['tool', '#!/usr/bin/env python3\nrun("mender commit")\n'],
    ],
    args: ['--include', 'markdown'],
    checked: ['a.md'],
    why: { 'b.py': /is checked only when `\w+` is included/, tool: /first line, .*`strings` is included/ },
  },
  {
    name: 'a mender.conf that does not name Mender',
    there: [
      ['mender.conf', '{ "DBus": {} }'],
      ['fleet/mender.conf.demo', '{ "DBus": {} }'],
    ],
    checked: ['fleet/mender.conf.demo', 'mender.conf'],
  },
  {
    name: 'no more than its words of what does not name Mender',
    there: [
      ['a.sh', 'true\n'],
      ['data', '\0\x01'],
      ['notes.txt', 'true\n'],
      ['a.md', '# true\n'],
    ],
    checked: [],
    why: { 'a.sh': /: checked \(it names nothing of Mender's\)$/m },
  },
  {
    name: 'nothing of a version control system or a package manager',
    there: ['.git/hooks/a', '.repo/a.sh', 'node_modules/x/a.sh', 'x/.venv/a.sh', '.github/a.sh'],
    checked: ['.github/a.sh'],
    why: { '.git/hooks/a': /in a folder named \.git/ },
  },
  {
    name: '.gitignore, with folders, anchors and exceptions',
    there: [
      ['.gitignore', 'out/\n/top.sh\n*.tmp.sh\n!keep.tmp.sh\n'],
      'out/a.sh',
      'sub/out/a.sh',
      'top.sh',
      'sub/top.sh',
      'a.tmp.sh',
      'keep.tmp.sh',
    ],
    checked: ['keep.tmp.sh', 'sub/top.sh'],
    why: { 'out/a.sh': /ignored by \.gitignore/, 'top.sh': /ignored by \.gitignore/, 'sub/out/a.sh': /ignored/ },
  },
  {
    name: 'a .gitignore further down, which has the last word',
    there: [['.gitignore', '*.sh\n'], ['sub/.gitignore', '!a.sh\n'], 'a.sh', 'sub/a.sh', 'sub/b.sh'],
    checked: ['sub/a.sh'],
    why: { 'sub/b.sh': /ignored by \.gitignore/ },
  },
  {
    name: '.ignore before .gitignore',
    there: [['.gitignore', 'a.sh\n'], ['.ignore', '!a.sh\nb.sh\n'], 'a.sh', 'b.sh'],
    checked: ['a.sh'],
    why: { 'b.sh': /ignored by \.ignore/ },
  },
  {
    name: 'what is in a folder that another file has given back',
    there: [['.gitignore', 'logs\n*.tmp\n'], ['a/.gitignore', '!logs\n'], 'a/logs/x.sh', 'a/logs/x.tmp', 'b/logs/x.sh'],
    checked: ['a/logs/x.sh'],
    why: { 'a/logs/x.tmp': /ignored by \.gitignore/, 'b/logs/x.sh': /ignored by \.gitignore/ },
  },
  {
    name: 'what .ignore gives back, with all below it',
    there: [['.gitignore', 'build\n'], ['.ignore', '!build/\n'], 'build/y.sh', 'build/sub/z.sh'],
    checked: ['build/sub/z.sh', 'build/y.sh'],
  },
  {
    name: '.ignore further up before .gitignore further down',
    there: [['.ignore', '!k.sh\n'], ['s/.gitignore', 'k.sh\nl.sh\n'], 's/k.sh', 's/l.sh'],
    checked: ['s/k.sh'],
  },
  {
    name: 'names that differ from a pattern in case',
    there: [['.gitignore', 'Build/\nREADME*\n'], 'build/x.sh', 'readme.sh', 'README.sh'],
    checked: ['build/x.sh', 'readme.sh'],
  },
  {
    name: 'not what the repository of a worktree or a submodule excludes',
    there: [
      ['store/info/exclude', 'local.sh\n'],
      ['store/worktrees/wt/commondir', '../..\n'],
      ['wt/.git', 'gitdir: ../store/worktrees/wt\n'],
      'wt/local.sh',
      'wt/a.sh',
      ['store/modules/sub/info/exclude', 'own.sh\n'],
      ['sub/.git', 'gitdir: ../store/modules/sub\n'],
      'sub/own.sh',
      'sub/local.sh',
      ['broken/.git', 'gitdir: ../nowhere\n'],
      'broken/b.sh',
    ],
    checked: ['broken/b.sh', 'sub/local.sh', 'wt/a.sh'],
  },
  {
    name: '.git/info/exclude',
    there: [['.git/info/exclude', 'mine.sh\n'], 'mine.sh', 'a.sh'],
    checked: ['a.sh'],
    why: { 'mine.sh': /ignored by \.git\/info\/exclude/ },
  },
  {
    name: 'a nested repository, to which the rules of the outer one do not apply',
    there: [
      ['.gitignore', 'a.sh\n'],
      ['inner/.git/HEAD', ''],
      ['inner/.gitignore', 'b.sh\n'],
      'inner/a.sh',
      'inner/b.sh',
    ],
    checked: ['inner/a.sh'],
    why: { 'inner/b.sh': /ignored by inner\/\.gitignore/ },
  },
  {
    name: 'what is ignored, when that is asked for',
    there: [['.gitignore', 'a.sh\n'], 'a.sh'],
    args: ['--no-ignore'],
    checked: ['a.sh'],
  },
  {
    name: 'not what is excluded',
    there: ['third-party/a.sh', 'x/third-party/a.sh', 'x/b.sh', 'y/c.sh'],
    args: ['--exclude', 'third-party', '--exclude', 'y/**'],
    checked: ['x/b.sh'],
  },
  {
    name: 'not what is excluded by extension, in any folder',
    there: ['a.sh', 'x/y/b.sh', 'x/c'],
    args: ['--exclude', '**/*.sh'],
    checked: ['x/c'],
  },
  {
    name: 'globs as in a .gitignore: anchored, for folders alone, and with exceptions',
    there: ['top.sh', 'sub/top.sh', 'out/a.sh', 'sub/out', 'tp/theirs/a.sh', 'tp/ours/o.sh', 'res/r.sh', 'a/res/r.sh'],
    args: ['/top.sh', 'out/', 'tp/*', '!tp/ours', 'res/**'].flatMap(glob => ['--exclude', glob]),
    checked: ['a/res/r.sh', 'sub/out', 'sub/top.sh', 'tp/ours/o.sh'],
  },
  {
    name: 'globs with braces',
    there: ['build/a.sh', 'x/dist/b.sh', 'c.bash', 'd.sh', 'e{f.sh'],
    args: ['**/{build,dist}', '{c,{g,h}}.{bash,zsh}'].flatMap(glob => ['--exclude', glob]),
    checked: ['d.sh', 'e{f.sh'],
  },
  {
    name: 'the same in the file of a project',
    there: [
      [
        '.mender-lint.json',
        '{ "exclude": ["tp/*", "!tp/ours", "/x.sh", "my (old)"], "overrides": [{ "files": ["/y.sh"], "rules": { "mender-commit": "off" } }] }',
      ],
      'tp/theirs/a.sh',
      'tp/ours/o.sh',
      'x.sh',
      'sub/x.sh',
      'sub/y.sh',
      'my (old)/a.sh',
    ],
    checked: ['sub/x.sh', 'sub/y.sh', 'tp/ours/o.sh'],
  },
  {
    name: 'names with a backslash, which systemd gives',
    there: [['mnt-my\\x2dpart.mount', '[Unit]\nAfter=mender-client.service\n'], 'd\\e/a.sh'],
    checked: ['d\\e/a.sh', 'mnt-my\\x2dpart.mount'],
  },
  {
    name: 'of a build folder of BitBake, conf',
    there: [['my build/conf/bblayers.conf', ''], 'my build/conf/hook.sh', 'my build/a.sh', 'my build/tmp/work/a.sh'],
    checked: ['my build/conf/hook.sh'],
    why: { 'my build/a.sh': /in the build folder of BitBake/ },
  },
  {
    name: 'all but what a build makes, when the opened folder is that of the build',
    there: [['conf/bblayers.conf', ''], 'meta-x/a.sh', 'tmp-glibc/work/a.sh', 'sstate-cache/a.sh'],
    checked: ['meta-x/a.sh'],
  },
  {
    name: 'no TMPDIR, wherever it is',
    there: ['big/t/abi_version', 'big/t/saved_tmpdir', 'big/t/work/a.sh', 'big/a.sh'],
    checked: ['big/a.sh'],
    why: { 'big/t/work/a.sh': /TMPDIR/ },
  },
  {
    name: 'no downloads',
    there: ['dl/x.tar.gz.done', ['dl/x.tar.gz', ''], 'dl/git2/a.sh'],
    checked: [],
    why: { 'dl/git2/a.sh': /downloads of BitBake/ },
  },
  {
    name: 'the opened folder, though it looks like downloads',
    there: [['x.sh.done', ''], 'x.sh', 'y.sh'],
    checked: ['x.sh', 'y.sh'],
  },
  {
    name: 'what is beside the output of Buildroot in the opened folder',
    there: [...['build', 'host', 'images', 'target'].map(name => `${name}/a.sh`), 'a.sh'],
    checked: ['a.sh'],
  },
  {
    name: 'a folder with a file that is called done',
    there: [['x/.done', ''], ['x/build.done', ''], 'x/a.sh'],
    checked: ['x/a.sh'],
  },
  {
    name: 'no output of Buildroot',
    there: [...['build', 'host', 'images', 'target'].map(name => `output/${name}/a.sh`), 'board/a.sh'],
    checked: ['board/a.sh'],
  },
  {
    name: 'nothing that mender-convert makes',
    there: [['mender-convert', '#!/bin/bash\n'], 'work/a.sh', 'deploy/a.sh', 'configs/work/a.sh'],
    checked: ['configs/work/a.sh'],
    why: { 'work/a.sh': /made by mender-convert/ },
  },
];

describe('selection of files', () => {
  for (const { name, there, args = [], checked: expected, why = {} } of cases) {
    it(name, () => {
      const files = there.map(file => (typeof file === 'string' ? [file, use] : file));
      return inFolder(Object.fromEntries(files), async (_, command) => {
        assert.deepEqual(await checked(command, ...args), expected);
        let counted = 0;
        for (const [path] of files) {
          const { out } = await command('why', ...args, path!);
          if (/: checked \(.+\)$/m.test(out)) counted++;
          else assert.match(out, /: not checked, because it is ./, path);
          const isChecked = /: checked \((?!it names nothing)/.test(out);
          assert.equal(isChecked, expected.includes(path!), out);
          if (why[path!]) assert.match(out, why[path!]!);
        }
        const report = JSON.parse((await command('check', '--format', 'json', ...args)).out);
        // What names nothing of Mender's is counted before anybody asks whether it is left out.
        assert.equal(report.files.checked, counted, 'a check counts what `why` calls checked');
      });
    });
  }

  it('checks ignored files that are named', () =>
    inFolder({ '.gitignore': '*\n', 'a.sh': use, 'sub/b.sh': use }, async (_, command) => {
      assert.deepEqual(await checked(command, 'a.sh'), ['a.sh']);
      assert.deepEqual(await checked(command, 'sub'), ['sub/b.sh']);
    }));

  it('skips what the repository around the folder ignores', () =>
    inFolder({ '.git/HEAD': '', '.gitignore': 'b.sh\n', 'sub/a.sh': use, 'sub/b.sh': use }, async (_, command) => {
      assert.deepEqual(await checked(command, 'sub'), ['sub/a.sh']);
    }));

  it('reports a file once, at its real path, however it is linked', () =>
    inFolder({ 'repos/one/a.sh': use }, async (folder, command) => {
      const outside = mkdtempSync(join(tmpdir(), 'mender-lint-outside-'));
      try {
        writeFileSync(join(outside, 'far.sh'), use);
        mkdirSync(join(folder, 'layers'));
        symlinkSync('../repos/one', join(folder, 'layers/one'));
        symlinkSync('../repos/one/a.sh', join(folder, 'layers/a.sh'));
        symlinkSync('../..', join(folder, 'repos/one/loop'));
        symlinkSync('nowhere', join(folder, 'dangling.sh'));
        symlinkSync(join(outside, 'far.sh'), join(folder, 'far-1.sh'));
        symlinkSync(join(outside, 'far.sh'), join(folder, 'far-2.sh'));
        assert.deepEqual(await checked(command), [join(outside, 'far.sh'), 'repos/one/a.sh']);
        assert.match((await command('why', 'layers/one/a.sh')).out, /below a symlink to a folder/);
        assert.match((await command('why', 'layers/a.sh')).out, /a symlink to .*repos\/one\/a\.sh/);
      } finally {
        rmSync(outside, { recursive: true });
      }
    }));

  it('skips the target of an ignored symlink', () =>
    inFolder({ 'far.sh': use, 'in/a.sh': use, 'in/.gitignore': 'far.sh\n' }, async (folder, command) => {
      symlinkSync('../far.sh', join(folder, 'in/far.sh'));
      symlinkSync('../far.sh', join(folder, 'in/near.sh'));
      assert.deepEqual(await checked(command, 'in', '--exclude', 'near.sh'), ['in/a.sh']);
    }));

  it('checks a file once, however many of its names are given', () =>
    inFolder({ 'repos/one/a.sh': use }, async (folder, command) => {
      mkdirSync(join(folder, 'layers'));
      symlinkSync('../repos/one', join(folder, 'layers/one'));
      symlinkSync('repos/one/a.sh', join(folder, 'a.sh'));
      assert.deepEqual(await checked(command, 'a.sh'), ['a.sh']);
      assert.deepEqual(await checked(command, 'a.sh', 'repos/one/a.sh'), ['repos/one/a.sh']);
      assert.deepEqual(await checked(command, 'layers/one', 'repos', 'a.sh'), ['repos/one/a.sh']);
      assert.deepEqual(await checked(command, 'repos', 'layers/one'), ['repos/one/a.sh']);
      assert.match((await command('check', 'layers/one', 'repos')).out, /in 1 file:/);
    }));

  it('checks what can be read, whatever cannot be', () =>
    inFolder({ 'a.sh': use, 'p/conf/x.sh': use }, async (folder, command) => {
      symlinkSync('bblayers.conf', join(folder, 'p/conf/bblayers.conf'));
      symlinkSync('.mender-lint.json', join(folder, 'p/.mender-lint.json'));
      symlinkSync('loop.sh', join(folder, 'loop.sh'));
      assert.deepEqual(await checked(command), ['a.sh', 'p/conf/x.sh']);
      const { code, err } = await command('check', 'loop.sh');
      assert.deepEqual([code, err], [2, 'mender-lint: no such file or folder: loop.sh\n']);
      assert.match((await command('why', `${'x'.repeat(300)}.sh`)).out, /not there/);
    }));

  it('skips pipes, and reads files whose names are not UTF-8', () =>
    inFolder({ 'a.sh': use }, async (folder, command) => {
      execFileSync('mkfifo', [join(folder, 'pipe.sh')]);
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.sh')]), use);
      const { out, code } = await command('check');
      assert.equal(code, 1);
      assert.match(out, /^a\.sh:2:1/m);
      assert.match(out, / in 2 files/);
    }));
});

describe('limits of a scan', () => {
  const three = { 'a/a.sh': use + use, 'b/b.sh': use, 'c.sh': `${use}${'#'.repeat(400)}` };
  for (const [limit, sentence, findings] of [
    ['files=1', /^Files were left out after the first 1: raise the limit `files`\.$/m, undefined],
    ['files=2', /^Files were left out after the first 2: raise the limit `files`\.$/m, undefined],
    ['folders=1', /^Folders were left out after the first 1: raise the limit `folders`\.$/m, 1],
    [
      'fileSize=100',
      /^1 file that may name Mender is larger than 100 bytes and not checked: raise the limit `fileSize`\.$/m,
      3,
    ],
    [
      'findingsPerFile=1',
      /^1 more finding is not shown \(limit 1 for one file\): raise the limit `findingsPerFile`\.$/m,
      3,
    ],
    ['findings=2', /^2 more findings are not shown \(limit 2\): raise the limit `findings`\.$/m, 2],
  ] as const) {
    it(`are reported when they are reached: ${limit}`, () =>
      inFolder(three, async (_, command) => {
        const { out } = await command('check', '--limit', limit);
        assert.match(out, sentence);
        assert.equal(out.trimEnd().split('\n').at(-1)!.match(sentence)?.[0], out.match(sentence)![0], 'the last line');
        if (findings !== undefined) assert.equal((await checked(command, '--limit', limit)).length, findings);
      }));
  }

  it('apply within a folder, too', () =>
    inFolder({ 'a.sh': use, 'b.sh': use, 'c.sh': use }, async (_, command) => {
      assert.equal((await checked(command, '--limit', 'files=2')).length, 2);
    }));

  it('are reported for a text whose beginning does not mention Mender', () =>
    inFolder({ 'a.sh': `#!/bin/sh\n${'#'.repeat(400)}\n${use}`, b: `\0${' '.repeat(400)}` }, async (_, command) => {
      for (const paths of [[], ['a.sh', 'b']]) {
        const { code, out, err } = await command('check', '--limit', 'fileSize=100', ...paths);
        assert.equal(code, 2);
        assert.match(out, /^1 file that may name Mender is larger than 100 bytes/m);
        assert.match(err, /a\.sh is not checked, because it is larger than 100 bytes$/m);
      }
      assert.match((await command('why', '--limit', 'fileSize=100', 'a.sh')).out, /larger than the limit `fileSize`/);
    }));

  it('must be named exactly', async () => {
    for (const limit of ['file=1', 'files', 'files=0', 'files=x'])
      assert.equal((await command('check', '--limit', limit)).code, 2, limit);
  });
});

describe('files that are open in an editor', () => {
  it('are not read', () =>
    inFolder({ 'a.sh': use, 'b.sh': use }, async folder => {
      const read: string[] = [];
      const files: FileSystem = {
        ...nodeFiles,
        read: (path, options) => {
          read.push(path);
          return nodeFiles.read(path, options);
        },
      };
      const place = placeOfRoot(openRoot(files, folder, { exclude: [], useIgnoreFiles: false }));
      const options = {
        limits: defaultLimits,
        include: [],
        roots: new Set([folder]),
        checkOptions: () => defaultCheckOptions,
        isHeld: (path: string) => path.endsWith('/a.sh'),
      };
      const progress = { total: 0, done: 0, checked: 0, skipped: 0 };
      const found: string[] = [];
      for await (const file of scan(files, place, options, new SkippedFiles(), progress))
        if (file) found.push(file.path);
      assert.deepEqual(found, [`${folder}/b.sh`]);
      assert.ok(!read.includes(`${folder}/a.sh`));
    }));
});
