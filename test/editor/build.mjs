// Bundles the suites for the extension host, and the programs that start them.
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/editor');
const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning', sourcemap: 'inline' };

await build({
  ...shared,
  entryPoints: ['index', 'untrusted', 'multi-root', 'quiet', 'opened', 'arrival', 'large'].map(name =>
    here(`suite/${name}.ts`),
  ),
  outdir,
  format: 'cjs',
  external: ['vscode', 'mocha'],
  outExtension: { '.js': '.cjs' },
});
await build({
  ...shared,
  entryPoints: ['launcher', 'run', 'editor', 'screenshots'].map(name => here(`host/${name}.ts`)),
  outdir,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  external: ['playwright-core', '@vscode/test-electron', 'esbuild'],
  banner: { js: '#!/usr/bin/env node' },
});
chmodSync(`${outdir}/launcher.mjs`, 0o755);
