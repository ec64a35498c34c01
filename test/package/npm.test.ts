/** The command line as npm delivers it: packed, installed in an empty folder, and run. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { root } from '../support/build.ts';
import { pushOnly } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';
import { installNode, LATER_NODE } from '../support/tools.ts';

/**
 * Puts code that ends the program with another exit code where V8's code cache of a bundle would be: V8 accepts it for
 * any source of the same length. Digests do not prevent that for somebody who knows how they are computed.
 */
function plantCompiledCode(node: string, bundles: string, caches: string): void {
  const plant = `
    const { createHash } = require('node:crypto');
    const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
    const { wrap } = require('node:module');
    const { Script } = require('node:vm');
    const [bundles, caches] = process.argv.slice(1);
    mkdirSync(caches + '/mender-lint/compiled', { recursive: true });
    for (const name of readdirSync(bundles)) {
      const source = readFileSync(bundles + '/' + name, 'utf8');
      const planted = new Script(wrap('process.exit(42);'.padEnd(source.length)), { filename: name }).createCachedData();
      const digest = createHash('sha1').update(source).update(planted).digest();
      const path = caches + '/mender-lint/compiled/' + [name, process.version, process.arch].join('-');
      writeFileSync(path, Buffer.concat([digest, planted]));
    }`;
  execFileSync(node, ['-e', plant, bundles, caches]);
}

describe('the npm package', () => {
  let folder: string;
  let packed: readonly string[];
  let integrities: readonly string[];

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
    const [repeated] = JSON.parse(npm(root, 'pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`));
    integrities = [tarball.integrity, repeated.integrity];
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(folder, tarball.filename));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('is the same to the byte when it is packed again', () => assert.equal(integrities[0], integrities[1]));

  it('contains the command line, the language server, pages for users, and files to copy', () => {
    const rest = packed.filter(path => !path.startsWith('docs/rules/'));
    assert.deepEqual([...rest].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/archives.cjs',
      'dist/cli.cjs',
      'dist/scan-worker.cjs',
      'dist/server.cjs',
      'dist/sources.cjs',
      'dist/third-party.txt',
      'docs/ci.md',
      'docs/command-line.md',
      'docs/configuration.md',
      'docs/editors.md',
      'docs/migrating.md',
      'docs/troubleshooting.md',
      'docs/yocto.md',
      'package.json',
      'schemas/mender-lint.schema.json',
      'templates/gitlab.yml',
      'templates/mender-lint.bbclass',
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

  it('is ASCII: one other character, and Node keeps the whole bundle with two bytes for each, and reads it more slowly', () => {
    for (const path of packed.filter(path => path.endsWith('.cjs')))
      assert.doesNotMatch(readFileSync(join(root, path), 'latin1'), /[^\0-\x7f]/, path);
  });

  it('loads nothing at its start that checking a script does not need', () => {
    writeFileSync(join(folder, 'commit.sh'), 'mender commit\n');
    const tell = "process.on('exit', () => console.error(process.moduleLoadList.join('\\n')));";
    const told = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(tell)}`,
        'node_modules/.bin/mender-lint',
        'check',
        'commit.sh',
      ],
      { cwd: folder, encoding: 'utf8' },
    ).stderr;
    assert.match(told, /^NativeModule fs$/m);
    assert.doesNotMatch(told, /^NativeModule (?:child_process|crypto|perf_hooks|zlib)$/m);
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

  it('says which Node it needs, under an older one', () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });";
    for (const bundle of ['cli', 'server']) {
      const path = join(folder, 'node_modules/mender-lint/dist', `${bundle}.cjs`);
      const { status, stderr } = spawnSync(process.execPath, ['-e', `${old} require(${JSON.stringify(path)})`], {
        encoding: 'utf8',
      });
      assert.deepEqual([status, stderr], [2, 'mender-lint needs Node.js >=20, and this is 18.20.4.\n'], bundle);
    }
  });

  for (const [name, node] of [
    ['Node 20', () => process.execPath],
    ['a later Node', () => installNode(LATER_NODE)],
  ] as const) {
    describe(`under ${name}`, () => {
      let home: string;

      beforeEach(() => {
        home = mkdtempSync(join(folder, 'home-'));
        writeFileSync(join(folder, 'commit.sh'), 'mender commit\n');
      });

      /** Reports its findings and nothing else, wherever the user's folders are. */
      const check = () => {
        const places = Object.fromEntries(
          ['HOME', 'LOCALAPPDATA', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'TMPDIR', 'TMP', 'TEMP'].map(name => [
            name,
            home,
          ]),
        );
        const { NODE_COMPILE_CACHE: _, ...env } = process.env;
        const { status, stdout, stderr } = spawnSync(
          node(),
          [join(folder, 'node_modules/.bin/mender-lint'), 'check', 'commit.sh'],
          { cwd: folder, encoding: 'utf8', env: { ...env, ...places } },
        );
        assert.deepEqual([status, stderr], [1, '']);
        assert.match(stdout, /\[mender-commit\]$/m);
      };

      it('writes nothing', () => {
        check();
        assert.deepEqual(readdirSync(home, { recursive: true }), []);
      });

      it('runs nothing from a cache, whoever put it there', () => {
        plantCompiledCode(node(), join(folder, 'node_modules/mender-lint/dist'), home);
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
