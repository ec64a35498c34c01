// Bundles the devices and runs them.
import { fileURLToPath } from 'node:url';
import { bundle } from '../support/bundle.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/devices');

// What was run is told by the names of the files, which a bundle that is not minified keeps.
await bundle({ entryPoints: [here('./main.ts')], outdir, minify: false });
await import(`${outdir}/main.mjs`);
