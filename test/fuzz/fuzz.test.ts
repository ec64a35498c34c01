/** The fuzzer itself runs, and finds nothing in its first inputs. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/build.ts';

describe('the fuzzer', () => {
  it('tries inputs of all kinds', () => {
    const out = execFileSync(
      process.execPath,
      [join(root, 'test/fuzz/run.mjs'), '--inputs', '1', '--seed', '7', '--untimed'],
      {
        encoding: 'utf8',
      },
    );
    const [, inputs, findings] = /^seed 7: (\d+) inputs, .* (\d+) findings, 0 problems$/m.exec(out) ?? [];
    assert.ok(Number(inputs) > 1_000 && Number(findings) > 1_000, out);
  });
});
