/** The ingredients of the devices: Debian's busybox, bash, dash and their C library, and our own single program. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/build.ts';
import { moveUnlessThere } from '../support/move-unless-there.ts';
import { APT_LOCK } from '../support/tools.ts';

const names = ['busybox-static', 'bash-static', 'dash', 'libc6'];
/** The client of 3.4, and the libraries it loads. */
const realNames = [
  'mender-client',
  'libc6',
  'libglib2.0-0',
  'liblzma5',
  'libssl3',
  'zlib1g',
  'libmount1',
  'libselinux1',
  'libpcre2-8-0',
  'libffi8',
  'libblkid1',
];
const compilers = ['gcc', 'libc6-dev'];
/** A bare machine knows of no package at first. */
const DOWNLOAD = `apt-get download "$@" || { flock ${APT_LOCK} apt-get update && apt-get download "$@"; }`;
const source = join(root, 'test/devices/native/device.c');

export interface Parts {
  /** The packages, unpacked over each other. */
  readonly debian: string;
  /** The program that runs scripts and stands in for others. */
  readonly device: string;
}

/** Fetches and builds what is missing, below `out/devices`. Throws with an instruction when it cannot. */
export function parts(): Parts {
  const folder = join(root, 'out/devices');
  mkdirSync(folder, { recursive: true });
  return { debian: unpacked(join(folder, 'debian'), names), device: compiled(folder) };
}

/** The folder with Debian's own client, the last one of 3.x. */
export function realClient(): string {
  return unpacked(join(root, 'out/devices/real'), realNames);
}

function unpacked(target: string, packages: readonly string[]): string {
  if (existsSync(target)) return target;
  const making = `${target}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    run(
      'sh',
      ['-c', DOWNLOAD, 'download', ...packages],
      making,
      `the Debian packages ${packages.join(', ')} are needed (apt-get download)`,
    );
    for (const name of readdirSync(making).filter(name => name.endsWith('.deb'))) {
      run('dpkg-deb', ['-x', name, 'files'], making, 'packages are unpacked by dpkg-deb');
    }
    moveUnlessThere(join(making, 'files'), target);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return target;
}

function compiled(folder: string): string {
  const hash = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16);
  const target = join(folder, `device-${hash}`);
  if (existsSync(target)) return target;
  const making = `${target}.${process.pid}`;
  const compile = () =>
    execFileSync('cc', ['-static', '-O2', '-std=gnu11', '-o', making, source], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    compile();
  } catch {
    const why = `a C compiler and a static C library are needed: apt-get install ${compilers.join(' ')}`;
    run('flock', [APT_LOCK, 'apt-get', 'install', '-y', '--no-install-recommends', ...compilers], folder, why);
    compile();
  }
  moveUnlessThere(making, target);
  return target;
}

function run(program: string, args: readonly string[], cwd: string, why: string): void {
  try {
    execFileSync(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`The simulated devices cannot be built: ${why}. ${error instanceof Error ? error.message : ''}`);
  }
}
