/** A root file system that contains only Debian's libc6, libstdc++6 and libgcc-s1, and a program that is run in it. */
import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveUnlessThere } from '../support/move-unless-there.ts';
import { cache, debianProgram } from '../support/tools.ts';

const packages = ['libc6', 'libstdc++6', 'libgcc-s1'];

export type Architecture = 'amd64' | 'arm64';

const own: Architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';

export class BareRoot {
  readonly folder = mkdtempSync(join(tmpdir(), 'mender-lint-root-'));
  readonly #command: readonly string[];

  /** QEMU runs programs of an architecture other than that of this machine, and is one more file in the root. */
  constructor(architecture: Architecture, program: string) {
    cpSync(libraries(architecture), this.folder, { recursive: true, verbatimSymlinks: true });
    cpSync(program, join(this.folder, 'mender-lint'));
    // In a namespace of its own, everybody may do it.
    const enter =
      process.getuid?.() === 0 ? ['chroot', this.folder] : ['unshare', '--map-root-user', `--root=${this.folder}`];
    this.#command = [...enter, ...(architecture === own ? [] : [this.#emulator(architecture)]), '/mender-lint'];
  }

  #emulator(architecture: Architecture): string {
    const name = `qemu-${architecture === 'arm64' ? 'aarch64' : 'x86_64'}-static`;
    cpSync(debianProgram(name, 'qemu-user-static'), join(this.folder, name));
    return `/${name}`;
  }

  /** The words that run it, in the folder `/` of the root. */
  command(args: readonly string[]): readonly [program: string, ...args: string[]] {
    return [...this.#command, ...args] as [string, ...string[]];
  }

  run(args: readonly string[], env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
    const [program, ...rest] = this.command(args);
    return spawnSync(program, rest, { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The packages, unpacked over each other, once. */
function libraries(architecture: Architecture): string {
  const kept = join(cache, 'executables', architecture);
  if (existsSync(kept)) return kept;
  const making = `${kept}.${process.pid}`;
  const [debs, unpacked] = [join(making, 'debs'), join(making, 'root')];
  mkdirSync(debs, { recursive: true });
  try {
    download(architecture, debs, making);
    for (const name of readdirSync(debs)) execFileSync('dpkg-deb', ['-x', join(debs, name), unpacked]);
    moveUnlessThere(unpacked, kept);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return kept;
}

function download(architecture: Architecture, folder: string, scratch: string): void {
  const settings = apart(architecture, scratch);
  const apt = (...args: string[]) =>
    execFileSync('apt-get', [...settings, '--quiet=2', ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    apt('update');
    apt('download', ...packages);
  } catch (error) {
    const names = packages.join(', ');
    throw new Error(`Debian's ${names} for ${architecture} are needed, and apt-get could not download them`, {
      cause: error,
    });
  }
}

/** What apt is to know for it, it keeps in a folder of its own: this machine goes on without it, or has nothing yet. */
function apart(architecture: Architecture, scratch: string): readonly string[] {
  const [state, archives, status] = ['state', 'cache', 'status'].map(name => join(scratch, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [join(state, 'lists/partial'), join(archives, 'archives/partial')])
    mkdirSync(path, { recursive: true });
  writeFileSync(status, '');
  const settings = {
    'Dir::State': state,
    'Dir::State::status': status,
    'Dir::Cache': archives,
    'APT::Architecture': architecture,
    'APT::Architectures': architecture,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}
