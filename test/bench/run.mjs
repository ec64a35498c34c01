// Bundles the benchmarks as the product is bundled, and runs them: a loader that compiles on the fly would be measured too.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const outfile = fileURLToPath(new URL('../../out/bench/bench.mjs', import.meta.url));

await build({
  entryPoints: [fileURLToPath(new URL('./bench.ts', import.meta.url))],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  external: ['esbuild', 'playwright-core', '@vscode/test-electron'],
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
await import(outfile);
