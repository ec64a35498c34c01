/**
 * The single executable of this system compared with `npx mender-lint`: the size of the download, and the time to
 * start.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { inTurns, times } from './command-line.ts';
import { ms, row } from './measure.ts';

const STARTS = 15;

export function benchExecutables(): void {
  const target = `linux-${process.arch}`;
  const scratch = mkdtempSync(join(tmpdir(), 'mender-lint-bench-'));
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--loglevel=error'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    npm('run', '--silent', 'executables', '--', target, '--output-dir', scratch);
    npm('pack', '--ignore-scripts', `--pack-destination=${scratch}`);
    const tarball = join(scratch, readdirSync(scratch).find(name => name.endsWith('.tgz'))!);
    writeFileSync(join(scratch, 'package.json'), '{ "private": true }');
    writeFileSync(join(scratch, 'one.sh'), '#!/bin/sh\nmender commit\n');
    npm('install', '--offline', '--no-audit', '--no-fund', '--prefix', scratch, tarball);
    const program = join(scratch, target, 'mender-lint');
    console.log(`\nthe single executable for ${target} beside npx`);
    row('download', megabytes(join(scratch, `mender-lint-${target}.tar.gz`)), megabytes(tarball));
    row('on the disk', megabytes(program), megabytes(join(scratch, 'node_modules')));
    print('--version', program, scratch, ['--version']);
    print('check of one file', program, scratch, ['check', 'one.sh']);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function print(name: string, program: string, cwd: string, args: readonly string[]): void {
  const bundle = join(cwd, 'node_modules/mender-lint/dist/cli.cjs');
  const commands = [
    [program, ...args],
    ['npx', 'mender-lint', ...args],
    [process.execPath, bundle, ...args],
  ];
  const [own, npx, node] = inTurns(commands, STARTS, cwd) as [number, number, number];
  row(`${name}: executable, npx, node with the package`, ms(own), ms(npx), ms(node));
  row('    beside the executable', '', times(npx, own), times(node, own));
}

function megabytes(path: string): string {
  const bytes = statSync(path).isFile()
    ? statSync(path).size
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
