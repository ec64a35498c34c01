/**
 * Builds single executables of the command line: `npm run executables [-- TARGET ...] [--output-dir FOLDER] [--programs-only]`.
 * Node's own program of each system gets the bundles as a blob; only the one of the system that this runs on is executed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inject } from 'postject';
import { type ArchivedFile, tarGz, zip } from './archive.ts';
import { nodeFile, type Target, targets } from './node-packages.ts';
import { unsigned } from './unsigned.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const work = join(root, 'out/executables');
const nodes = join(work, 'node');
const bundles = join(work, 'bundles');

/** What Node looks for in itself, before and after. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const { values, positionals } = parseArgs({
  options: {
    'output-dir': { type: 'string', default: work },
    /** No archives of them. */
    'programs-only': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const output = resolve(values['output-dir']);
const chosen = positionals.length === 0 ? targets : positionals.map(targetNamed);

function targetNamed(name: string): Target {
  const target = targets.find(each => each === name);
  if (!target) throw new Error(`no target ${name}; there are ${targets.join(', ')}`);
  return target;
}

/** The same for all systems: it holds texts alone, and no compiled code, which differs from run to run. */
async function blob(): Promise<Buffer> {
  execFileSync(process.execPath, ['esbuild.mjs', '--executable'], { cwd: root, stdio: 'inherit' });
  const names = readdirSync(bundles).filter(name => name !== 'cli.cjs');
  const config = {
    main: join(bundles, 'cli.cjs'),
    output: join(work, 'blob'),
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    // NODE_OPTIONS is meant for other programs.
    execArgvExtension: 'none',
    assets: Object.fromEntries(names.sort().map(name => [name, join(bundles, name)])),
  };
  writeFileSync(join(work, 'config.json'), JSON.stringify(config));
  const node = await nodeFile(ownTarget(), 'bin/node', nodes);
  execFileSync(node, ['--experimental-sea-config', join(work, 'config.json')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readFileSync(config.output);
}

/** The format of the blob is that of one release of Node, so that release writes it. */
function ownTarget(): Target {
  const own = targets.find(target => target === `${process.platform}-${process.arch}`);
  if (!own) throw new Error('executables are built on Linux, on x64 or arm64');
  return own;
}

async function build(target: Target, bytes: Buffer): Promise<void> {
  const isWindows = target === 'win-x64';
  const name = isWindows ? 'mender-lint.exe' : 'mender-lint';
  const path = join(output, target, name);
  const node = readFileSync(await nodeFile(target, isWindows ? 'bin/node.exe' : 'bin/node', nodes));
  mkdirSync(join(output, target), { recursive: true });
  writeFileSync(path, isWindows ? unsigned(node) : node, { mode: 0o755 });
  await inject(path, 'NODE_SEA_BLOB', bytes, { sentinelFuse: FUSE });
  const content = readFileSync(path);
  console.log(`${path}: ${megabytes(content)}`);
  if (!values['programs-only']) await pack(target, { name, content, isProgram: true });
}

async function pack(target: Target, program: ArchivedFile): Promise<void> {
  const files = [
    program,
    { name: 'LICENSE', content: readFileSync(join(root, 'LICENSE')) },
    // The same on all systems; not every package has it.
    { name: 'LICENSE-node', content: readFileSync(await nodeFile('linux-x64', 'LICENSE', nodes)) },
  ];
  const isWindows = target === 'win-x64';
  const packed = isWindows ? zip(files) : await tarGz(files);
  const path = join(output, `mender-lint-${target}.${isWindows ? 'zip' : 'tar.gz'}`);
  writeFileSync(path, packed);
  console.log(`${path}: ${megabytes(packed)}`);
}

function megabytes({ length }: Buffer): string {
  return `${(length / 1e6).toFixed(1)} MB`;
}

const bytes = await blob();
for (const target of chosen) await build(target, bytes);
