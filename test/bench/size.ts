/**
 * The size of what is shipped: bytes of each bundle and of its biggest parts, compared with bash-language-server
 * bundled by the same settings.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { root } from '../support/build.ts';
import { ratio, row } from './measure.ts';
import { peerAssets, peerModules, peerName } from './peer.ts';

const BIGGEST = 5;

export async function benchSize(): Promise<void> {
  const bundles = new Map(['client', 'language-client', 'server', 'cli', 'helper'].map(name => [name, bundleOf(name)]));
  console.log('\nsize of the bundles');
  for (const [name, { bytes, parts }] of bundles) {
    row(`dist/${name}.cjs`, kilobytes(bytes));
    for (const [part, size] of parts.slice(0, BIGGEST))
      row(`    ${part}`, kilobytes(size), `${((100 * size) / bytes).toFixed(0)} %`);
  }
  const modules = peerModules();
  const theirs = await bundledPeer(modules);
  const installed = bytesBelow(modules);
  const sum = (...names: string[]) => names.reduce((total, name) => total + bundles.get(name)!.bytes, 0);
  const server = sum('server', 'helper');
  const both = server + sum('cli');
  row(`beside ${peerName}`, 'ours', 'theirs', 'ratio');
  row('server, bundled and minified', kilobytes(server), kilobytes(theirs), ratio(server, theirs));
  row('programs that npm installs', kilobytes(both), kilobytes(installed), ratio(both, installed));
}

interface Bundle {
  readonly bytes: number;
  /** Bytes by package, the biggest first; our own code by its top folder. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

function bundleOf(name: string): Bundle {
  const metafile = JSON.parse(readFileSync(join(root, `out/${name}.meta.json`), 'utf8')) as Metafile;
  const [output] = Object.values(metafile.outputs);
  const parts = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output!.inputs)) {
    const part = partOf(path);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return { bytes: output!.bytes, parts: [...parts].sort(([, a], [, b]) => b - a) };
}

/** The innermost package: some packages have others in their own node_modules. */
function partOf(path: string): string {
  const [, inner] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
  return inner ?? path.slice(0, path.indexOf('/src/'));
}

async function bundledPeer(modules: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [join(modules, 'bash-language-server/out/cli.js')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    outfile: 'server.cjs',
    write: false,
  });
  return [peerAssets.grammar, ...peerAssets.besideServer].reduce(
    (sum, path) => sum + statSync(join(modules, path)).size,
    outputFiles[0]!.contents.length,
  );
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
