/** The server as a process: how it is started, what it survives, when it ends. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { root } from '../support/build.ts';
import { pushOnly } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';

const cli = `${root}dist/cli.cjs`;
const server = `${root}dist/server.cjs`;
const uri = 'file:///project/a.sh';

function clientOf(process: ChildProcessWithoutNullStreams): TestClient {
  return new TestClient(
    createMessageConnection(new StreamMessageReader(process.stdout), new StreamMessageWriter(process.stdin)),
  );
}

async function assertServes(client: TestClient): Promise<void> {
  await client.start(pushOnly);
  await client.open(uri, 'mender commit');
  assert.equal((await client.diagnostics(uri))[0]?.code, 'mender-commit');
}

describe('server process', () => {
  for (const args of [
    ['lsp', '--stdio'],
    ['--stdio'],
    ['lsp'],
    ['lsp', '--stdio', `--clientProcessId=${process.pid}`],
  ]) {
    it(`serves with ${args.join(' ')} and exits on request`, async () => {
      const child = spawn(process.execPath, [cli, ...args]);
      const client = clientOf(child);
      await assertServes(client);
      await client.request('shutdown', undefined);
      await client.connection.sendNotification('exit');
      const [code] = await once(child, 'exit');
      assert.equal(code, 0);
    });
  }

  it('serves over the channel of a parent', async () => {
    const child = fork(server, ['--node-ipc'], { silent: true });
    const client = new TestClient(createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child)));
    await assertServes(client);
    child.kill();
    await once(child, 'exit');
  });

  it('leaves when its input ends', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const client = clientOf(child);
    await assertServes(client);
    child.stdin.end();
    const [code] = await once(child, 'exit');
    assert.equal(code, 1);
  });

  it('continues after a message that is no JSON', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const client = clientOf(child);
    await client.start(pushOnly);
    child.stdin.write('Content-Length: 5\r\n\r\n{"a":');
    child.stdin.write('Content-Length: 4\r\n\r\nnull');
    child.stdin.write('Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}');
    await client.open(uri, 'mender commit');
    assert.equal((await client.diagnostics(uri))[0]?.code, 'mender-commit');
    child.kill();
    await once(child, 'exit');
  });

  it('refuses words it does not know', async () => {
    const child = spawn(process.execPath, [cli, 'lsp', '--strange']);
    const [code] = await once(child, 'exit');
    assert.equal(code, 2);
  });
});
