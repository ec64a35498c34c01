// Runs all checks and tests, one after the other, and ends with one line that counts them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const bin = name => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
let passed = 0;
let failed = 0;
/** Failures, repeated at the end, where readers of a long log look first. */
const failures = [];

/** A check that counts as one test: it passes when the program exits with 0. */
function check(title, program, args) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'inherit' });
  const ok = status === 0;
  if (error) console.error(error.message);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${title}`);
  if (ok) passed++;
  else {
    failed++;
    failures.push(title);
  }
}

/** A program that runs mocha, perhaps repeatedly, counted test by test. */
function suite(title, args) {
  const { status, stdout, error } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) console.error(error.message);
  const output = stdout ?? '';
  const sum = pattern => [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
  const [passing, failing, pending] = [/(\d+) passing/g, /(\d+) failing/g, /(\d+) pending/g].map(sum);
  console.log(output.replace(/^ *[.!,]+\n/gm, '').trim());
  // A run that died, or that left tests out, is a failure, too.
  const broken = (status !== 0 && failing === 0) || passing + failing === 0 ? 1 : 0;
  console.log(`${failing + broken + pending === 0 ? 'ok' : 'FAILED'}: ${title}`);
  passed += passing;
  failed += failing + broken + pending;
  if (failing + broken + pending === 0) return;
  const details = [...output.matchAll(/^ *\d+ failing\n([\s\S]*?)(?=^\S|(?![\s\S]))/gm)].map(([, text]) => text.trim());
  failures.push([title, ...details].join('\n\n'));
}

check('types', bin('tsc'), ['-p', '.']);
check('format and lint', bin('biome'), ['check', '.']);
check('unused files, exports and dependencies', bin('knip'), []);
suite('engine, command line, protocol and packages', [bin('mocha'), '--reporter', 'dot']);
check('the extension is packed', 'npm', ['run', '--silent', 'package']);
check('the suites for VS Code are built', process.execPath, ['test/editor/build.mjs']);
suite('VS Code, oldest and current', ['out/editor/run.mjs']);

if (failures.length > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
