/** The command line as npm delivers it: packed, installed in an empty folder, and run. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { root } from '../support/build.ts';
import { pushOnly } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';
import { installNode, LATER_NODE } from '../support/tools.ts';

describe('the npm package', function () {
  this.timeout(60_000);
  let folder: string;
  let packed: readonly string[];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mender-lint-npm-'));
    const npm = (cwd: string, ...args: string[]) =>
      execFileSync('npm', [...args, '--loglevel=error'], {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      });
    const [tarball] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`));
    packed = tarball.files.map(({ path }: { path: string }) => path);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(folder, tarball.filename));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('holds the command line, the language server and the pages of the rules', () => {
    const rest = packed.filter(path => !path.startsWith('docs/rules/'));
    assert.deepEqual([...rest].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/cli.cjs',
      'dist/command-line.cjs',
      'dist/helper.cjs',
      'dist/server.cjs',
      'package.json',
      'schemas/mender-lint.schema.json',
    ]);
    assert.deepEqual(
      packed
        .filter(path => path.startsWith('docs/rules/'))
        .map(path => path.slice('docs/rules/'.length))
        .sort(),
      readdirSync(join(root, 'docs/rules')).sort(),
    );
  });

  it('needs no other package', () => {
    assert.deepEqual(
      readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.')),
      ['mender-lint'],
    );
  });

  it('checks and explains', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    writeFileSync(join(folder, 'commit.sh'), 'mender commit\n');
    const run = (...args: string[]) =>
      spawnSync(join(folder, 'node_modules/.bin/mender-lint'), args, { cwd: folder, encoding: 'utf8' });
    assert.equal(run('--version').stdout.trim(), version);
    const checked = run('check', 'commit.sh');
    assert.equal(checked.status, 1);
    assert.match(checked.stdout, /^commit\.sh:1:1: error: .*\[mender-commit\]$/m);
    assert.match(run('explain', 'mender-commit').stdout, /mender-update commit/);
  });

  for (const [name, node] of [
    ['Node 20', () => process.execPath],
    ['a later Node', () => installNode(LATER_NODE)],
  ] as const) {
    describe(`under ${name}`, () => {
      let caches: string;
      /** The folder with what was compiled. */
      let compiled: string;

      beforeEach(() => {
        caches = mkdtempSync(join(folder, 'caches-'));
        compiled = join(caches, 'mender-lint/compiled');
        writeFileSync(join(folder, 'commit.sh'), 'mender commit\n');
      });

      const runWith = (env: NodeJS.ProcessEnv, ...args: string[]) =>
        spawnSync(node(), [join(folder, 'node_modules/.bin/mender-lint'), ...args], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, ...env },
        });
      const run = (...args: string[]) => runWith({ XDG_CACHE_HOME: caches }, ...args);
      /** Finds what is to be found, and says nothing but that. */
      const check = () => {
        const { status, stdout, stderr } = run('check', 'commit.sh');
        assert.deepEqual([status, stderr], [1, '']);
        assert.match(stdout, /\[mender-commit\]/);
      };
      /** Which changes whenever the file is written. */
      const kept = () => {
        const [only, ...others] = readdirSync(compiled);
        assert.deepEqual(others, []);
        return { path: join(compiled, only!), inode: statSync(join(compiled, only!)).ino };
      };

      it('keeps what it has compiled for the next run', () => {
        check();
        const { inode } = kept();
        check();
        assert.equal(kept().inode, inode);
      });

      it('lets nobody else write where that lies', () => {
        check();
        assert.equal(statSync(compiled).mode & 0o077, 0);
      });

      it('keeps nothing of a run that calls little', () => {
        assert.equal(run('--version').status, 0);
        assert.equal(existsSync(compiled), false);
      });

      it('does not run what is damaged, and writes it anew', () => {
        check();
        const { path, inode } = kept();
        const damaged = readFileSync(path);
        damaged[1000]! ^= 0x55;
        writeFileSync(path, damaged);
        check();
        assert.notEqual(kept().inode, inode);
        check();
      });

      it('does not run what was cut off', () => {
        check();
        writeFileSync(kept().path, readFileSync(kept().path).subarray(0, 1000));
        check();
        writeFileSync(kept().path, '');
        check();
      });

      for (const [what, env] of [
        ['no home', { XDG_CACHE_HOME: undefined, HOME: '' }],
        ['a folder of the workspace for one', { XDG_CACHE_HOME: '.cache', HOME: '' }],
      ] as const) {
        it(`keeps nothing for a user with ${what}`, () => {
          assert.equal(runWith(env, 'check', 'commit.sh').status, 1);
          assert.equal(existsSync(join(folder, '.cache')), false);
        });
      }

      it('does without where it cannot keep anything', () => {
        writeFileSync(join(caches, 'mender-lint'), 'a file');
        check();
      });
    });
  }

  for (const [name, ...args] of [
    ['.bin/mender-lint', 'lsp', '--stdio'],
    ['mender-lint/dist/server.cjs', '--stdio'],
  ] as const) {
    it(`is a language server for any editor: ${name}`, async () => {
      const program = join(folder, 'node_modules', name);
      const child = spawn(process.execPath, [program, ...args], { cwd: folder });
      const client = new TestClient(
        createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      );
      await client.start(pushOnly);
      await client.open('file:///project/a.sh', 'mender commit');
      assert.equal((await client.diagnostics('file:///project/a.sh'))[0]?.code, 'mender-commit');
      child.stdin.end();
      await once(child, 'exit');
    });
  }
});
