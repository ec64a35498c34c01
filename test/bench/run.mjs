// Bundles the benchmarks and runs them.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/bench');

await bundle({
  entryPoints: [here('./bench.ts')],
  outdir,
  external: ['esbuild', 'playwright-core', '@vscode/test-electron'],
});
await import(`${outdir}/bench.mjs`);
