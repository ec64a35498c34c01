/** The server as the extension starts it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { endServer, forkServer } from '../../client/src/server-process.ts';
import { root } from '../support/build.ts';

describe('the server process of the extension', () => {
  it('answers over its channel, and is killed when it hangs', async () => {
    const server = forkServer(join(root, 'dist/server.cjs'));
    const params = { processId: null, rootUri: null, capabilities: {} };
    server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const [{ result }] = await once(server, 'message');
    assert.ok(result.capabilities);
    server.kill('SIGSTOP');
    endServer(server);
    const [, signal] = await once(server, 'exit');
    assert.equal(signal, 'SIGKILL');
  });

  it('takes options of Node, such as the one that debuggers attach to', async () => {
    const server = forkServer(join(root, 'dist/server.cjs'), ['--inspect=127.0.0.1:0']);
    const [printed] = await once(server.stderr!, 'data');
    assert.match(String(printed), /^Debugger listening on ws:/);
    server.kill();
    await once(server, 'exit');
  });
});
