// Bundles the fuzzer and runs it, or another program of this folder: `--growth`, `--counted`, `--sweep`.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/fuzz');
const others = ['growth', 'counted', 'sweep'];

await bundle({ entryPoints: ['fuzz', 'worker', ...others].map(name => here(`./${name}.ts`)), outdir });
await import(`${outdir}/${others.find(name => process.argv.includes(`--${name}`)) ?? 'fuzz'}.mjs`);
