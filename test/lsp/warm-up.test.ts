/** What a server does before it is asked for anything. */
import assert from 'node:assert/strict';
import { warmUp } from '../../server/src/lsp/warm-up.ts';

describe('the sample that a server checks at its start', () => {
  it('is read to its end, and something is found in it', async () => {
    const found = await warmUp();
    assert.deepEqual(
      found.map(({ row }) => row.id),
      ['mender-show-artifact', 'systemctl-control'],
    );
  });
});
