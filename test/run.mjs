// Runs all checks and tests, one after the other, and ends with one line that counts them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const bin = name => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
let passed = 0;
let failed = 0;

/** A check that is one test: it passes when the program exits with 0. */
function check(title, program, args) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'inherit' });
  const ok = status === 0;
  if (error) console.error(error.message);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${title}`);
  if (ok) passed++;
  else failed++;
}

/** A mocha run, counted test by test. */
function suite(title, args) {
  const { status, stdout, error } = spawnSync(process.execPath, [bin('mocha'), '--reporter', 'dot', ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (error) console.error(error.message);
  const number = pattern => Number(pattern.exec(stdout ?? '')?.[1] ?? 0);
  const [passing, failing, pending] = [/(\d+) passing/, /(\d+) failing/, /(\d+) pending/].map(number);
  console.log((stdout ?? '').replace(/^ *[.!,]+\n/gm, '').trim());
  // A run that died, or that left tests out, is a failure too.
  const broken = (status !== 0 && failing === 0) || passing + failing === 0 ? 1 : 0;
  console.log(`${failing + broken + pending === 0 ? 'ok' : 'FAILED'}: ${title}`);
  passed += passing;
  failed += failing + broken + pending;
}

check('types', bin('tsc'), ['-p', '.']);
check('format and lint', bin('biome'), ['check', '.']);
suite('engine, command line and protocol', []);

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
