// Bundles the fuzzer and runs it: a loader that compiles on the fly would cost half of the inputs.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/fuzz');

await build({
  entryPoints: ['fuzz', 'worker'].map(name => here(`./${name}.ts`)),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  // The YAML parser asks for `process` in the way of CommonJS.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
});
await import(`${outdir}/fuzz.mjs`);
