/**
 * Open documents that are too large: what is shown of them, that the rest is reported, and that others are answered all
 * the same.
 */
import assert from 'node:assert/strict';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { vscode } from '../support/clients.ts';
import { TestClient } from '../support/test-client.ts';

const large = 'file:///project/large.sh';
const small = 'file:///project/small.sh';

async function answered(text: string, settings: object, uri = large) {
  const answers = {
    'workspace/configuration': ({ items }: { items: { scopeUri: string }[] }) =>
      items.map(({ scopeUri }) => (scopeUri === uri ? settings : null)),
  };
  const client = TestClient.inProcess(answers, {}, nodeFiles);
  await client.start(vscode, { showsStatus: true });
  await client.open(uri, text);
  const { items } = await client.pull(uri);
  await client.open(small, 'mender commit\n');
  const others = await client.pull(small);
  assert.deepEqual(
    others.items?.map(({ code }) => code),
    ['mender-commit'],
  );
  const { params } = await client.next('menderLint/status');
  let { leftOut } = params as { leftOut: readonly string[] };
  if (leftOut.length === 0) ({ leftOut } = (await client.next('menderLint/status')).params as never);
  client.connection.dispose();
  return { items: items!, leftOut };
}

describe('an open document that is too large', () => {
  it('of 1.4 MB with 100,000 findings is answered with the first ones, and the rest is reported', async () => {
    const { items, leftOut } = await answered('mender commit\n'.repeat(100_000), {});
    assert.equal(items.length, 1000);
    assert.deepEqual(leftOut, [
      '/project/large.sh is checked up to line 1,999, since it names Mender more than 2,000 times: raise the limit `findingsPerFile`.',
      '/project/large.sh has 999 more findings: raise the limit `findingsPerFile`.',
    ]);
  });

  it('is checked as far as the limit of its size goes', async () => {
    const { items, leftOut } = await answered('mender commit\necho 123456\n'.repeat(3), { limits: { fileSize: 30 } });
    assert.equal(items.length, 1);
    assert.deepEqual(leftOut, [
      '/project/large.sh is checked up to line 2, since it has more than 30 characters: raise the limit `fileSize`.',
    ]);
  });

  it('is cancelled when it takes too long, with its name and the setting, and others are answered', async () => {
    const { items, leftOut } = await answered('mender commit\n'.repeat(3000), { limits: { checkTime: 1 } });
    assert.deepEqual(items, []);
    assert.deepEqual(leftOut, [
      '/project/large.sh is not checked, because it takes longer than 1 ms: raise the limit `checkTime`.',
    ]);
  });
});
