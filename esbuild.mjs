// Bundles the extension, the language server and the command line below dist, with what they load on demand in files of its own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { thirdParty } from './third-party.mjs';

const { version, engines } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const watch = process.argv.includes('--watch');
/** For breakpoints: the bundles are readable and lead to their sources. */
const isForDebugging = watch || process.argv.includes('--debug');

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // jsonc-parser's main file loads its parts in a way that cannot be bundled.
  mainFields: ['module', 'main'],
  minify: !isForDebugging,
  sourcemap: isForDebugging,
  legalComments: 'none',
  logLevel: 'warning',
  define: { MENDER_LINT_VERSION: JSON.stringify(version) },
};

/** A module that is imported when it is needed stays outside, as a bundle of its own. */
const onDemand = {
  name: 'on-demand',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.cjs'), external: true } : undefined,
    );
  },
};

/** `import()` becomes `require()`: that is how the extension itself was loaded, and it finds the module `vscode`. */
const loadsOnDemand = { plugins: [onDemand], supported: { 'dynamic-import': false } };

/** Said in place of a stack by any Node that can read the rest. */
const needsNode = `if (parseInt(process.versions.node, 10) < ${parseInt(engines.node.replace(/\D+/, ''), 10)}) {
  console.error('mender-lint needs Node.js ${engines.node}, and this is ' + process.versions.node + '.');
  process.exit(2);
}`;

const bundles = [
  { entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'], ...loadsOnDemand },
  { entryPoints: { 'language-client': 'client/src/language-client.ts' }, external: ['vscode'] },
  { entryPoints: { commands: 'client/src/commands.ts' }, external: ['vscode'] },
  { entryPoints: { server: 'server/src/server.ts' }, banner: { js: needsNode } },
  { entryPoints: { helper: 'server/src/helper.ts' } },
  { entryPoints: { archives: 'server/src/archives.ts' } },
  { entryPoints: { cli: 'server/src/cli.ts' }, banner: { js: `#!/usr/bin/env node\n${needsNode}` }, ...loadsOnDemand },
];

mkdirSync(new URL('./out', import.meta.url), { recursive: true });
const inputs = [];
for (const bundle of bundles) {
  const options = { ...shared, ...bundle, outdir: 'dist', outExtension: { '.js': '.cjs' }, metafile: true };
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build(options);
    // What each bundle is made of, for `npm run bench -- size`.
    const [name] = Object.keys(bundle.entryPoints);
    writeFileSync(new URL(`./out/${name}.meta.json`, import.meta.url), JSON.stringify(metafile));
    inputs.push(...Object.keys(metafile.inputs));
  }
}

if (!watch) {
  const text = thirdParty(inputs, fileURLToPath(new URL('.', import.meta.url)));
  writeFileSync(new URL('./dist/third-party.txt', import.meta.url), text);
}
