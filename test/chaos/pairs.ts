/**
 * Two runs of `mender-lint fix` at once: both report success, and the files are right. Of two others, one is killed
 * while it writes: the other one reports the same.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Random } from '../fuzz/random.ts';
import { root } from '../support/build.ts';
import { killingAt } from './kills.ts';
import { ScriptTree } from './tree.ts';

const FILES = 40;
/** Fewer than any run has. */
const MOMENTS = FILES * 10;

export async function runPairs(times: number, seed: number): Promise<string> {
  const random = new Random(seed);
  const tree = new ScriptTree(FILES);
  let killed = 0;
  try {
    for (let pair = 0; pair < times; pair++) {
      tree.reset();
      for (const ended of await Promise.all([run(tree.folder), run(tree.folder)])) assertWell(ended);
      assert.deepEqual(tree.lookAfterRun(), { old: 0, fixed: FILES, strays: [] });
      tree.reset();
      const [other, early] = await Promise.all([run(tree.folder), run(tree.folder, 1 + random.below(MOMENTS))]);
      assertWell(other);
      if (early.signal === 'SIGKILL') killed++;
      else assertWell(early);
      const found = tree.lookAfterRun();
      assert.deepEqual([found.old, found.fixed], [0, FILES]);
    }
  } finally {
    tree.remove();
  }
  return `${times} times two runs at once, and ${times} times with one of them killed (${killed} before its end); 0 files torn, lost or left`;
}

interface Ended {
  readonly code: unknown;
  readonly signal: unknown;
  readonly err: string;
}

function assertWell({ code, err }: Ended): void {
  assert.equal(code, 0, err);
}

/** `moment`: at which it is killed. */
async function run(cwd: string, moment?: number): Promise<Ended> {
  const preloaded = moment === undefined ? [] : [`--import=${killingAt(moment)}`];
  const args = [...preloaded, join(root, 'dist/cli.cjs'), 'fix', '--quiet'];
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', data => {
    err += data;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, err };
}
