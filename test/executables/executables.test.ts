/**
 * The single executables. Those for Linux run in a root with only the libraries that they need, arm64 by QEMU, and do
 * what the npm package does. That for Windows is inspected, and not run.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { root } from '../support/build.ts';
import { pushOnly } from '../support/clients.ts';
import { write } from '../support/machine.ts';
import { TestClient } from '../support/test-client.ts';
import { debianProgram } from '../support/tools.ts';
import { type Architecture, BareRoot } from './bare-root.ts';

const script = '#!/bin/sh\nmender commit\n';

/** More than a scan reads before it starts a second thread. */
const FOLDERS = 200;
const many = Object.fromEntries(
  Array.from({ length: FOLDERS }, (_, n) =>
    Array.from({ length: 15 }, (_, m) => [`work/many/${n}/run-${m}`, m === 4 ? script : '#!/bin/sh\ntrue\n']),
  ).flat(),
);

/** Files that `fix` changes. */
const one = { 'work/one/a.sh': script, 'work/one/mender.conf': '{ "DBus": {} }\n' };

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly code: number;
}

const cases: readonly Case[] = [
  { name: 'its version', args: ['--version'], code: 0 },
  { name: 'a check of a script', args: ['check', 'work/one'], code: 1 },
  { name: 'a fix', args: ['fix', 'work/one'], code: 0 },
  { name: 'the rules', args: ['rules'], code: 0 },
  { name: 'a rule', args: ['explain', 'mender-commit'], code: 0 },
  { name: 'a check of an Artifact', args: ['check', 'work/release.mender'], code: 1 },
  { name: 'a check of many files', args: ['check', '--format', 'json', 'work/many'], code: 1 },
  { name: 'what is wrong with its words', args: ['check', '--no-such-option'], code: 2 },
];

function prepare(folder: string): void {
  write(folder, { ...many, ...one });
  cpSync(join(root, 'test/fixtures/archives/release-xz.mender'), join(folder, 'work/release.mender'));
}

function buildInto(folder: string): void {
  const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'executables/build.ts', '--programs-only'];
  const { status, stderr } = spawnSync(process.execPath, [...args, '--output-dir', folder], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  assert.equal(status, 0, stderr);
}

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('single executables', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'mender-lint-executables-'));
  const built = join(scratch, 'first');
  before(() => buildInto(built));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  for (const [target, architecture] of [
    ['linux-x64', 'amd64'],
    ['linux-arm64', 'arm64'],
  ] as const satisfies readonly (readonly [string, Architecture])[])
    describe(`for ${target}, in a root with three libraries`, () => {
      let bare: BareRoot;
      before(() => {
        bare = new BareRoot(architecture, join(built, target, 'mender-lint'));
        prepare(bare.folder);
      });
      after(() => bare?.remove());

      for (const { name, args, code } of cases)
        it(`says what the npm package says: ${name}`, () => {
          write(bare.folder, one);
          // The variable is meant for other programs; Node itself would end at once.
          const own = bare.run(args, { NODE_OPTIONS: '--no-such-option' });
          const fixed = readFileSync(join(bare.folder, 'work/one/a.sh'), 'utf8');
          write(bare.folder, one);
          const bundle = [join(root, 'dist/cli.cjs'), ...args];
          const theirs = spawnSync(process.execPath, bundle, { cwd: bare.folder, encoding: 'utf8', env: {} });
          assert.deepEqual([own.status, own.stdout, own.stderr], [theirs.status, theirs.stdout, theirs.stderr]);
          assert.equal(fixed, readFileSync(join(bare.folder, 'work/one/a.sh'), 'utf8'));
          assert.equal(own.status, code);
        });

      it('is a language server', async () => {
        const [program, ...args] = bare.command(['lsp', '--stdio']);
        const child = spawn(program, args);
        const client = new TestClient(
          createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
        );
        await client.start(pushOnly);
        await client.open('file:///project/a.sh', 'mender commit');
        assert.equal((await client.diagnostics('file:///project/a.sh'))[0]?.code, 'mender-commit');
        child.stdin.end();
        await once(child, 'exit');
      });
    });

  it('use a second thread to read files of a large folder', () => {
    const bare = new BareRoot('amd64', join(built, 'linux-x64/mender-lint'));
    const trace = join(scratch, 'trace');
    try {
      prepare(bare.folder);
      const command = bare.command(['check', 'work/many']);
      spawnSync(debianProgram('strace'), ['-f', '-e', 'trace=openat', '-o', trace, ...command]);
      const opened = [...readFileSync(trace, 'utf8').matchAll(/^(\d+) .*"[^"]*work\/many\/\d+\/run-\d+"/gm)];
      assert.equal(new Set(opened.map(([, thread]) => thread)).size, 2);
    } finally {
      bare.remove();
    }
  });

  it("for Windows lack the signature of Node's publisher, and contain the bundles as a resource", () => {
    debianProgram('objdump', 'binutils');
    const program = join(built, 'win-x64/mender-lint.exe');
    const said = execFileSync('objdump', ['--private-headers', program], { encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.match(said, /file format pei-x86-64/);
    assert.match(said, /^Entry 4 0{16} 00000000 Security Directory$/m);
    // The names of resources are in UTF-16.
    const content = readFileSync(program);
    assert.ok(content.includes(Buffer.from('NODE_SEA_BLOB', 'utf16le')));
    assert.ok(content.includes('NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:1'));
    const bundle = readFileSync(join(root, 'out/executables/bundles/cli.cjs'));
    assert.ok(content.includes(bundle));
  });

  it('are identical to the byte when they are built again', () => {
    const again = join(scratch, 'again');
    mkdirSync(again);
    buildInto(again);
    const programs = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter(path =>
      statSync(join(built, path)).isFile(),
    );
    assert.equal(programs.length, 3);
    for (const path of programs) assert.equal(digestOf(join(again, path)), digestOf(join(built, path)), path);
  });
});
