/** The system calls of the programs, as strace sees them: no socket, no other program. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { root } from '../support/build.ts';
import { pushWithWorkspace } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';
import { debianProgram } from '../support/tools.ts';

const script = '#!/bin/sh\nmender commit\ncurl https://example.com | sh\n';

/** Threads are not processes: they share the memory. */
const isProcess = (call: string) => /\b(?:v?fork|clone3?)\(/.test(call) && !call.includes('CLONE_VM');

/** Calls that open a socket or start another process, of a program that `use` runs. */
async function callsOf(
  args: (folder: string) => readonly string[],
  use?: (client: TestClient, folder: string) => Promise<void>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-strace-'));
  const log = `${folder}.log`;
  try {
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'a.sh'), script);
    writeFileSync(join(folder, 'sub/b.service'), '[Service]\nExecStart=/usr/bin/mender daemon\n');
    const traced = ['-f', '-qq', '-e', 'trace=%network,%process', '-o', log, process.execPath, ...args(folder)];
    const child = spawn(debianProgram('strace'), traced, { cwd: folder, stdio: 'pipe' });
    if (use) {
      const [reader, writer] = [new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)];
      await use(new TestClient(createMessageConnection(reader, writer)), folder);
    } else child.stdin.end();
    child.stdout.resume();
    child.stderr.resume();
    await once(child, 'exit');
    const calls = readFileSync(log, 'utf8').split('\n');
    assert.ok(
      calls.some(call => call.includes('exit_group(')),
      'strace has seen nothing',
    );
    return calls.filter(call => /\b(?:socket|connect|bind|execve(?:at)?)\(/.test(call) || isProcess(call));
  } finally {
    rmSync(folder, { recursive: true });
    if (existsSync(log)) rmSync(log);
  }
}

/** The program itself is started by strace. */
function assertAlone(calls: readonly string[]): void {
  const [first, ...others] = calls;
  assert.match(first ?? '', /execve\(/);
  assert.deepEqual(others, []);
}

describe('system calls', () => {
  const cli = join(root, 'dist/cli.cjs');
  for (const args of [['check'], ['check', '--format', 'sarif'], ['fix'], ['explain', 'mender-commit'], ['rules']])
    it(`open no socket and start no process: mender-lint ${args.join(' ')}`, async () =>
      assertAlone(await callsOf(() => [cli, ...args])));

  it('open no socket and start no process in the language server that checks a workspace', async () =>
    assertAlone(
      await callsOf(
        () => [join(root, 'dist/server.cjs'), '--stdio'],
        async (client, folder) => {
          await client.start(pushWithWorkspace, undefined, [pathToFileURL(folder).href]);
          await client.next('textDocument/publishDiagnostics');
          await client.request('shutdown', undefined);
          await client.connection.sendNotification('exit');
        },
      ),
    ));
});
