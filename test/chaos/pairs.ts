/** Two runs of `mender-lint fix` at once: both say that all is well, and it is. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { ScriptTree } from './tree.ts';

const FILES = 40;

export async function runPairs(times: number): Promise<string> {
  const tree = new ScriptTree(FILES);
  try {
    for (let pair = 0; pair < times; pair++) {
      tree.reset();
      for (const { code, err } of await Promise.all([run(tree.folder), run(tree.folder)])) assert.equal(code, 0, err);
      assert.deepEqual(tree.look(), { old: 0, fixed: FILES, strays: [] });
    }
  } finally {
    tree.remove();
  }
  return `${times} times two runs at once; 0 files torn, lost or left, 0 strays`;
}

async function run(cwd: string): Promise<{ code: unknown; err: string }> {
  const args = [join(root, 'dist/cli.cjs'), 'fix', '--quiet'];
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', data => {
    err += data;
  });
  const [code] = await once(child, 'close');
  return { code, err };
}
