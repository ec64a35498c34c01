/** The server as the extension starts it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forkServer } from '../../client/src/server-process.ts';
import { root } from '../support/build.ts';

const files = { module: join(root, 'dist/server.cjs'), compiled: join(tmpdir(), 'mender-lint-compiled') };

describe('the process of the server', () => {
  it('is started without arguments when it does not start with them', async () => {
    const withArguments = forkServer(files);
    assert.ok(withArguments.spawnargs.includes('--no-memory-reducer'));
    withArguments.kill();
    const [code] = await once(forkServer(files, ['--no-such-flag']), 'exit');
    assert.equal(code, 9);
    const next = forkServer(files);
    assert.ok(!next.spawnargs.includes('--no-memory-reducer'));
    next.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const [{ result }] = await once(next, 'message');
    assert.ok(result.capabilities);
    next.kill();
  });
});
