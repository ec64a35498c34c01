/**
 * Kills programs while they write: each file must then be old or new, and the next run removes the temporary files. One
 * in a hundred is `mender-lint fix`, which writes many files at once; of the writers that it uses, a hundred are killed
 * at a time.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Random } from '../fuzz/random.ts';
import { root } from '../support/build.ts';
import { NEW, ScriptTree } from './tree.ts';

/** Killed writers for each killed run of `fix`. */
const WRITERS_PER_RUN = 100;
const AT_A_TIME = 100;

const out = join(root, 'out/chaos');
const fix = [join(root, 'dist/cli.cjs'), 'fix', '--quiet'];

interface Kills {
  readonly kills: number;
  /** After the first and before the last of their files. */
  readonly inTheMiddle: number;
  readonly strays: number;
}

export async function killRuns(times: number, seed: number): Promise<string> {
  const random = new Random(seed);
  const start = performance.now();
  const runs = killFix(Math.ceil(times / WRITERS_PER_RUN), random);
  const writers = killWriters(times - runs.kills, random);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const [kills, inTheMiddle, strays] = (['kills', 'inTheMiddle', 'strays'] as const).map(
    key => runs[key] + writers[key],
  );
  return `${kills} kills in ${seconds} s, ${runs.kills} of \`fix\` and ${writers.kills} of what it writes with, ${inTheMiddle} between the first and the last file; 0 files torn or lost; ${strays} strays, all removed by the next run`;
}

function killFix(times: number, random: Random): Kills {
  const files = 12;
  const tree = new ScriptTree(files);
  let [kills, inTheMiddle, strays] = [0, 0, 0];
  try {
    const moments = momentsIn(fixUntil(tree));
    for (let run = 0; kills < times; run++) {
      assert.ok(run < 2 * times + 10, 'runs are not killed');
      tree.reset();
      const { signal, stderr } = fixUntil(tree, 1 + random.below(moments));
      const found = tree.lookAfterRun();
      // When several files reach the disk in another order, a run may have a few moments less.
      if (signal !== 'SIGKILL') assert.deepEqual(found, { old: 0, fixed: files, strays: [] }, stderr);
      else kills++;
      if (found.old > 0 && found.fixed > 0) inTheMiddle++;
      strays += found.strays.length;
    }
    tree.reset();
    fixUntil(tree);
    assert.deepEqual(tree.lookAfterRun(), { old: 0, fixed: files, strays: [] });
  } finally {
    tree.remove();
  }
  return { kills, inTheMiddle, strays };
}

/** Until a moment, or its end. */
function fixUntil({ folder }: ScriptTree, moment?: number) {
  return run([`--import=${killingAt(moment)}`, ...fix], folder);
}

function killWriters(times: number, random: Random): Kills {
  const files = 3;
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-writers-'));
  const after = join(folder, 'new');
  writeFileSync(after, NEW);
  const trees = Array.from({ length: Math.min(times, AT_A_TIME) }, (_, index) => {
    mkdirSync(join(folder, String(index)));
    return new ScriptTree(files, join(folder, String(index)));
  });
  const program = [join(out, 'writers.mjs'), folder, after, String(files)];
  let [kills, inTheMiddle, strays] = [0, 0, 0];
  try {
    const moments = times > 0 ? momentsIn(run(program, folder)) : 0;
    while (kills < times) {
      const killed = trees.slice(0, times - kills);
      for (const tree of killed) tree.reset();
      const { signal, stderr } = run([...program, killed.map(() => 1 + random.below(moments)).join()], folder);
      assert.equal(signal, 'SIGKILL', stderr);
      for (const tree of killed) {
        const found = tree.lookAfterRun();
        if (found.old > 0 && found.fixed > 0) inTheMiddle++;
        strays += found.strays.length;
      }
      kills += killed.length;
    }
    for (const tree of trees) tree.reset();
    const { status, stderr } = run(fix, folder);
    assert.equal(status, 0, stderr);
    for (const tree of trees) assert.deepEqual(tree.lookAfterRun(), { old: 0, fixed: files, strays: [] });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { kills, inTheMiddle, strays };
}

function run(program: readonly string[], cwd: string) {
  return spawnSync(process.execPath, program, { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
}

/** The number of moments that a run prints. */
function momentsIn({ status, stderr }: ReturnType<typeof run>): number {
  assert.equal(status, 0, stderr);
  const [, moments] = /^(\d+) moments$/m.exec(stderr) ?? [];
  assert.ok(Number(moments) > 30, stderr);
  return Number(moments);
}

/** The preloaded script that kills a program at a moment. */
export function killingAt(moment?: number): string {
  return `${pathToFileURL(join(out, 'kill-at.mjs'))}${moment === undefined ? '' : `?moment=${moment}`}`;
}
