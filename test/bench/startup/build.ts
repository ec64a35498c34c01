/** Bundles everything that runs inside VS Code: the suites, and the extensions that ours is compared with, unpacked. */
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { root } from '../../support/build.ts';
import { peerModules } from '../peer.ts';

const here = join(root, 'test/bench/startup');

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  minify: true,
  logLevel: 'error',
  external: ['vscode'],
  outExtension: { '.js': '.cjs' },
};

export type SuiteName = 'nothing-for-it' | 'first-script';

export function suitePath(name: SuiteName): string {
  return join(root, `out/bench/${name}.cjs`);
}

export async function buildSuites(): Promise<void> {
  const names: readonly SuiteName[] = ['nothing-for-it', 'first-script'];
  await build({
    ...shared,
    entryPoints: names.map(name => join(here, `${name}.ts`)),
    outdir: join(root, 'out/bench'),
  });
}

/** Their code is bundled like ours. */
export async function makeExtension(extensionsFolder: string, name: 'peer' | 'floor'): Promise<void> {
  const folder = join(extensionsFolder, 'mender-lint-tests.peer-0.0.0');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(here, 'package.json'), join(folder, 'package.json'));
  symlinkSync(peerModules(), join(folder, 'node_modules'));
  await build({ ...shared, entryPoints: { extension: join(here, `${name}-extension.ts`) }, outdir: folder });
}
