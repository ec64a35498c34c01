// Bundles programs of the tests as the product is bundled: a loader that compiles on the fly would be measured too.
import { build } from 'esbuild';

/** `entryPoints`, `external` and `minify` as esbuild has them; the bundles end with `.mjs`. */
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
    // Packages that are CommonJS ask for the modules of Node by `require`.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
}
