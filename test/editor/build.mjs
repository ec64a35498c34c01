// Bundles the suites for the extension host, and the programs that start them.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const outdir = here('../../out/editor');
const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning', sourcemap: 'inline' };

await build({
  ...shared,
  entryPoints: ['index', 'untrusted', 'multi-root', 'quiet', 'opened', 'arrival', 'large'].map(name =>
    here(`suite/${name}.ts`),
  ),
  outdir,
  format: 'cjs',
  // The samples of kinds import their languages: jsonc-parser as modules, since its other form cannot be bundled.
  mainFields: ['module', 'main'],
  external: ['vscode', 'mocha'],
  outExtension: { '.js': '.cjs' },
});
await build({
  ...shared,
  entryPoints: ['launcher', 'run', 'editor', 'screenshots'].map(name => here(`host/${name}.ts`)),
  outdir,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  external: ['playwright-core', '@vscode/test-electron', 'esbuild'],
  banner: { js: '#!/usr/bin/env node' },
});
/** For the web worker in which VS Code runs extensions in a browser. */
const withoutNode = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: 'assert', namespace: 'web' }));
    build.onLoad({ filter: /^assert$/, namespace: 'web' }, () => ({
      contents: "import { assert } from './assert.ts'; export default assert;",
      resolveDir: here('web'),
    }));
    // It must be global: otherwise it replaces the exports of the suite.
    build.onLoad({ filter: /\/mocha\/mocha\.js$/ }, ({ path }) => ({
      contents: `var exports, module, define;\n${readFileSync(path, 'utf8')}`,
    }));
    build.onResolve({ filter: /\/editing\.ts$/ }, () => ({ path: here('suite/window.ts') }));
  },
};

await build({
  ...shared,
  platform: 'browser',
  target: 'es2022',
  entryPoints: [here('web/suite.ts')],
  outdir: `${outdir}/web`,
  format: 'cjs',
  external: ['vscode'],
  outExtension: { '.js': '.cjs' },
  plugins: [withoutNode],
});
// A suite runs where its extension runs.
writeFileSync(
  `${outdir}/web/package.json`,
  JSON.stringify({
    name: 'mender-lint-web-test-driver',
    publisher: 'mender-lint-tests',
    version: '0.0.0',
    engines: { vscode: '^1.103.0' },
    browser: './suite.cjs',
    extensionKind: ['web'],
  }),
);
chmodSync(`${outdir}/launcher.mjs`, 0o755);
