// Bundles the devices and runs them.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/devices');

// The names of the files identify what was run; a bundle that is not minified keeps them.
await bundle({ entryPoints: [here('./main.ts')], outdir, minify: false });
await import(`${outdir}/main.mjs`);
