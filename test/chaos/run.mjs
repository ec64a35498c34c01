// Bundles the product and the chaos, and runs it.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/chaos');

await bundle({ entryPoints: ['chaos', 'kill-at', 'writers'].map(name => here(`./${name}.ts`)), outdir });
await import(`${outdir}/chaos.mjs`);
