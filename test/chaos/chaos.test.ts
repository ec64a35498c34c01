/** A short run of `npm run chaos`, so that it keeps working. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/build.ts';

const chaos = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'test/chaos/run.mjs'), ...args, '--seed', '7'], { encoding: 'utf8' });

describe('chaos', () => {
  it('kills runs and starts two at once: nothing is lost', () => {
    const out = chaos('--kills', '5', '--pairs', '1');
    assert.match(out, /^kills: 5 kills in .* 0 files torn or lost; \d+ strays, all removed by the next run$/m);
    assert.match(out, /^pairs: 1 times two runs at once, .* 0 files torn, lost or left$/m);
  });

  it('sends messages of all kinds: the server answers or refuses each, and is as a fresh one afterwards', () => {
    const out = chaos('--messages', '1200');
    assert.match(out, /^messages: 600 messages over stdio, .* none left; .* 600 messages over ipc, .* none left; /m);
  });
});
