/** The text of an opened document starts the server, whatever its name. */
import assert from 'node:assert/strict';
import { openNew, serverProcesses, untilCodes } from './editing.ts';

describe('a file that is recognised by its text alone', () => {
  it('has its findings when it is opened where nothing else concerns Mender', async () => {
    assert.deepEqual(serverProcesses(), []);
    const { document } = await openNew('rights', 'agent ALL=(root) NOPASSWD: /usr/bin/mender commit\n');
    assert.equal(document.languageId, 'plaintext');
    await untilCodes(document.uri, 'binary-path');
  });
});
