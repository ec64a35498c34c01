// Bundles the devices and runs them.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/devices');

await bundle({ entryPoints: [here('./main.ts')], outdir });
await import(`${outdir}/main.mjs`);
