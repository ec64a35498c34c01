// Bundles the extension, the language server and the command line below dist, with what they load on demand in files of its own.
// `--executable`: the command line alone, below out/executables, as single executables hold it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { thirdParty } from './third-party.mjs';

const { version, engines } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const watch = process.argv.includes('--watch');
/** For breakpoints: the bundles are readable and lead to their sources. */
const isForDebugging = watch || process.argv.includes('--debug');
const isExecutable = process.argv.includes('--executable');

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // jsonc-parser's main file loads its parts in a way that cannot be bundled.
  mainFields: ['module', 'main'],
  alias: {
    // What Node would get of it prints all that it reads where LOG_TOKENS or LOG_STREAM is set, into the middle of a protocol.
    yaml: fileURLToPath(new URL('./node_modules/yaml/browser/index.js', import.meta.url)),
  },
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

/** What few runs of the command line call, and all would read at their start. */
const rarelyCalled = /^(?:yaml|node:child_process|node:crypto)$/;

/** Functions and classes of these modules become functions that read the module when they are called. Nothing else can be imported of them. */
const whenCalled = {
  name: 'when-called',
  setup(build) {
    build.onResolve({ filter: rarelyCalled }, ({ path, namespace }) =>
      namespace === 'when-called' ? undefined : { path, namespace: 'when-called' },
    );
    build.onLoad({ filter: rarelyCalled, namespace: 'when-called' }, async ({ path }) => ({
      contents: [
        `const read = () => require(${JSON.stringify(path)});`,
        ...Object.entries(await import(path)).flatMap(([name, value]) => standIn(name, value)),
      ].join('\n'),
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    }));
  },
};

function standIn(name, value) {
  if (typeof value !== 'function' || name === 'default') return [];
  const properties = Object.keys(value).map(
    key => `Object.defineProperty(${name}, '${key}', { get: () => read().${name}.${key} });`,
  );
  return [
    `export function ${name}(...args) {
      return new.target ? new (read().${name})(...args) : read().${name}(...args);
    }`,
    `Object.defineProperty(${name}, Symbol.hasInstance, { value: object => object instanceof read().${name} });`,
    ...properties,
  ];
}

/** `import()` becomes `require()`: that is how the extension itself was loaded, and it finds the module `vscode`. */
const loadsOnDemand = { plugins: [onDemand], supported: { 'dynamic-import': false } };

const inExecutable = fileURLToPath(new URL('./server/src/host/bundles-in-executable.ts', import.meta.url));

/** In a single executable, bundles are not files beside each other. */
const insideExecutable = {
  name: 'inside-executable',
  setup(build) {
    build.onResolve({ filter: /\/bundles\.ts$/ }, () => ({ path: inExecutable }));
    build.onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'bundle' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'bundle' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(inExecutable)}).loadBundle(${JSON.stringify(basename(path, '.ts'))})`,
      resolveDir: dirname(inExecutable),
    }));
  },
};

/** Said in place of a stack by any Node that can read the rest. */
const needsNode = `if (parseInt(process.versions.node, 10) < ${parseInt(engines.node.replace(/\D+/, ''), 10)}) {
  console.error('mender-lint needs Node.js ${engines.node}, and this is ' + process.versions.node + '.');
  process.exit(2);
}`;

/** For browsers: Node is not there, nor are files at hand. */
const inBrowser = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  alias: { 'node:path': 'path-browserify' },
};

const filesAway = {
  name: 'files-away',
  setup(build) {
    build.onResolve({ filter: /\/uris\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, dirname(path), 'uris-away.ts'),
    }));
  },
};

/** The same bundle for Node, where it is a module, and for a worker of a browser, where it is a script. */
const sources = {
  entryPoints: { sources: 'server/src/sources.ts' },
  format: 'iife',
  globalName: 'menderLintSources',
  footer: { js: "if (typeof module === 'object') module.exports = menderLintSources;" },
  platform: 'neutral',
  // Lezer would print how it reads, where the variable LOG says so, into the middle of a protocol.
  define: { process: 'undefined' },
};

const ofExecutables = [
  { entryPoints: { cli: 'server/src/cli.ts' }, plugins: [insideExecutable, whenCalled] },
  { entryPoints: { server: 'server/src/server.ts' }, plugins: [insideExecutable] },
  { entryPoints: { 'scan-worker': 'server/src/scan-worker.ts' } },
  { entryPoints: { archives: 'server/src/archives.ts' } },
  sources,
];

const ofPackages = [
  { entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'], ...loadsOnDemand },
  { entryPoints: { 'language-client': 'client/src/language-client.ts' }, external: ['vscode'] },
  { entryPoints: { commands: 'client/src/commands.ts' }, external: ['vscode'] },
  { entryPoints: { server: 'server/src/server.ts' }, banner: { js: needsNode }, ...loadsOnDemand },
  { entryPoints: { 'scan-worker': 'server/src/scan-worker.ts' } },
  { entryPoints: { archives: 'server/src/archives.ts' } },
  sources,
  {
    entryPoints: { cli: 'server/src/cli.ts' },
    banner: { js: `#!/usr/bin/env node\n${needsNode}` },
    ...loadsOnDemand,
    plugins: [onDemand, whenCalled],
  },
  { entryPoints: { web: 'client/src/web/extension.ts' }, external: ['vscode'], ...inBrowser },
  {
    entryPoints: { 'web-server': 'server/src/web-server.ts' },
    ...inBrowser,
    format: 'iife',
    inject: ['server/src/set-immediate.ts'],
    plugins: [filesAway],
  },
];

mkdirSync(new URL('./out', import.meta.url), { recursive: true });
const outdir = isExecutable ? 'out/executables/bundles' : 'dist';
const inputs = [];
for (const bundle of isExecutable ? ofExecutables : ofPackages) {
  const options = { ...shared, ...bundle, outdir, outExtension: { '.js': '.cjs' }, metafile: true };
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build(options);
    // What each bundle is made of, for `npm run bench -- size`.
    const [name] = Object.keys(bundle.entryPoints);
    if (!isExecutable) writeFileSync(new URL(`./out/${name}.meta.json`, import.meta.url), JSON.stringify(metafile));
    inputs.push(...Object.keys(metafile.inputs));
  }
}

if (!watch && !isExecutable) {
  const text = thirdParty(inputs, fileURLToPath(new URL('.', import.meta.url)));
  writeFileSync(new URL('./dist/third-party.txt', import.meta.url), text);
}
