/**
 * Kills runs of `mender-lint fix` while they write: each file is old or new then, and the next run removes what the killed
 * one has left beside them.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { utimesSync, watch } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../fuzz/random.ts';
import { root } from '../support/build.ts';
import { ScriptTree } from './tree.ts';

const FILES = 30;
/** Events of the folder that a run causes, at least: a file is made, written, given a mode and renamed. */
const EVENTS = FILES * 4;

const fix = [join(root, 'dist/cli.cjs'), 'fix', '--quiet'];

export async function killRuns(times: number, seed: number): Promise<string> {
  const random = new Random(seed);
  const tree = new ScriptTree(FILES);
  let inTheMiddle = 0;
  let strays = 0;
  try {
    let before: readonly string[] = [];
    for (let kill = 1; kill <= times; kill++) {
      tree.reset();
      await killedRun(tree.folder, random.below(EVENTS));
      const found = tree.look();
      if (found.old > 0 && found.fixed > 0) inTheMiddle++;
      if (found.fixed > 0) assert.deepEqual(common(before, found.strays), [], 'strays of an earlier run');
      strays += found.strays.length - common(before, found.strays).length;
      before = found.strays;
      age(tree.folder, before);
    }
    tree.reset();
    const { status, stderr } = spawnSync(process.execPath, fix, { cwd: tree.folder, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.deepEqual(tree.look(), { old: 0, fixed: FILES, strays: [] });
  } finally {
    tree.remove();
  }
  return `${times} kills, ${inTheMiddle} between the first and the last of ${FILES} files; 0 files torn or lost; ${strays} strays, all removed by the next run`;
}

function common(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter(name => others.includes(name));
}

/** As if the next run came a little later: a process that is not seen from here may still be writing. */
function age(folder: string, strays: readonly string[]): void {
  const earlier = Date.now() / 1000 - 60;
  for (const name of strays) utimesSync(join(folder, name), earlier, earlier);
}

/** A run that is killed once its folder has seen so many events. */
async function killedRun(folder: string, events: number): Promise<void> {
  const watched = watch(folder);
  const child = spawn(process.execPath, fix, { cwd: folder, stdio: 'ignore' });
  let seen = 0;
  watched.on('change', () => {
    if (++seen >= events) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  watched.close();
}
