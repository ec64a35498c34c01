/** What a check takes grows with the text: its steps are counted, in a process of its own, since what is loaded before is not. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/build.ts';

describe('the steps of a check', () => {
  it('grow as the text does, whatever comes again and again in it', () => {
    const args = [join(root, 'test/fuzz/run.mjs'), '--counted'];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const [, number] = /^(\d+) texts at .*; 0 take more steps/m.exec(stdout) ?? [];
    assert.ok(Number(number) > 50, stdout);
  }).timeout(600_000);
});
