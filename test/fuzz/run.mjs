// Bundles the fuzzer and runs it.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/fuzz');

await bundle({ entryPoints: ['fuzz', 'worker', 'growth'].map(name => here(`./${name}.ts`)), outdir });
await import(`${outdir}/${process.argv.includes('--growth') ? 'growth' : 'fuzz'}.mjs`);
