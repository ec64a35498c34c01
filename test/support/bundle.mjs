// Bundles programs of the tests like the product: a loader that compiles on the fly would be measured, too.
import { build } from 'esbuild';

/** `entryPoints`, `external` and `minify` as in esbuild; the bundles end in `.mjs`. */
export function bundle({ entryPoints, outdir, external = [], minify = true }) {
  return build({
    entryPoints,
    outdir,
    external,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify,
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // CommonJS packages load the modules of Node by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
}
