/**
 * The command line as a process: its start compared with that of an idle Node, and `fix` compared with `check` of the
 * same files.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { installNode, LATER_NODE } from '../support/tools.ts';
import { median, ms, row, timed } from './measure.ts';

const STARTS = 21;
const FIXES = 5;
const FOLDERS = 100;
const cli = join(root, 'dist/cli.cjs');

export function benchCommandLine(): void {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-bench-'));
  try {
    writeFileSync(join(folder, 'one.sh'), '#!/bin/sh\nmender commit\n');
    for (const node of [process.execPath, installNode(LATER_NODE)]) starts(node, folder);
    fixes(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for each of the commands, as the median of interleaved runs. */
export function inTurns(commands: readonly (readonly string[])[], runs: number, cwd: string): number[] {
  const times = commands.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [at, [program, ...args]] of commands.entries())
      times[at]!.push(timed(() => spawnSync(program!, args, { cwd, stdio: 'ignore' })));
  return times.map(median);
}

function starts(node: string, folder: string): void {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const commands = [
    [node, '-e', '0'],
    [node, cli, '--version'],
    [node, cli, 'check', 'one.sh'],
  ];
  const [nothing, ...rest] = inTurns(commands, STARTS, folder) as [number, number, number];
  console.log(`\nstart of the command line on Node ${version}, median of ${STARTS} runs each`);
  row('node -e 0', ms(nothing));
  row('mender-lint --version', ms(rest[0]), times(rest[0], nothing));
  row('mender-lint check of one file', ms(rest[1]), times(rest[1], nothing));
  row('goal: at most 2.5 times node -e 0', rest[1] <= 2.5 * nothing ? 'met' : 'MISSED');
}

function fixes(folder: string): void {
  const fresh = join(folder, 'fresh');
  for (let n = 0; n < FOLDERS; n++) {
    mkdirSync(join(fresh, `${n}`), { recursive: true });
    for (let m = 0; m < 100; m++)
      writeFileSync(join(fresh, `${n}`, `run-${m}.sh`), `#!/bin/sh\nset -eu\necho ${m}\nmender commit\n`);
  }
  const check: number[] = [];
  const fix: number[] = [];
  for (let run = 0; run < FIXES; run++) {
    const tree = join(folder, 'tree');
    cpSync(fresh, tree, { recursive: true });
    const time = (...args: string[]) =>
      timed(() => spawnSync(process.execPath, [cli, ...args, '--limit', 'findings=20000', tree], { stdio: 'ignore' }));
    check.push(time('check'));
    fix.push(time('fix'));
    rmSync(tree, { recursive: true });
  }
  const [checked, fixed] = [median(check), median(fix)];
  console.log(`\n${FOLDERS * 100} files, each with something to fix, median of ${FIXES} runs`);
  row('mender-lint check', ms(checked));
  row('mender-lint fix', ms(fixed), times(fixed, checked));
  row('goal: at most 3 times check', fixed <= 3 * checked ? 'met' : 'MISSED');
}

export function times(time: number, base: number): string {
  return `${(time / base).toFixed(2)} times`;
}
