// Runs the tests that need no bundle, no editor, no other program than bash, and little time: `npm run test:unit [--
// --watch] [FILE...]`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Tests that only `npm test` runs. */
const others = [
  // They start bundles of esbuild.
  'test/ci/**',
  'test/executables/**',
  'test/package/**',
  'test/cli/command-line.test.ts',
  'test/cli/fix.test.ts',
  'test/cli/odd-arguments.test.ts',
  'test/client/server-process.test.ts',
  'test/lsp/process.test.ts',
  'test/lsp/web-server.test.ts',
  'test/workspace/scan-worker.test.ts',
  // They run in VS Code and other editors.
  'test/editor/**',
  // They compare with programs that must be installed.
  'test/devices/**',
  'test/judges/**',
  'test/workspace/ignored.test.ts',
  // They try thousands of texts.
  'test/findings/embedded-languages.test.ts',
  'test/findings/monotone.test.ts',
  'test/findings/properties.test.ts',
  'test/findings/suppress-insert.test.ts',
  'test/findings/typing.test.ts',
  'test/chaos/**',
  'test/fuzz/**',
  'test/lsp/workspace.test.ts',
  'test/languages/endless.test.ts',
  'test/languages/shell/segments.test.ts',
];

const given = process.argv.slice(2);
const options = given.filter(argument => argument !== '--watch');
const areNamed = options.some(argument => argument.endsWith('.test.ts'));
const all = [...others.flatMap(glob => ['--ignore', glob]), 'test/**/*.test.ts'];

// mocha does not reload modules that it watches itself.
const tsx = ['node_modules/tsx/dist/cli.mjs', ...(given.includes('--watch') ? ['watch', '--clear-screen=false'] : [])];
const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--reporter', 'dot', '--timeout', '60000'];
const tests = spawn(process.execPath, [...tsx, ...mocha, ...(areNamed ? [] : all), ...options], {
  cwd: root,
  stdio: 'inherit',
});
tests.on('exit', code => {
  process.exitCode = code ?? 1;
});
