// Runs all checks and tests, and ends with one line that counts them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const bin = name => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
let passed = 0;
let failed = 0;
/** Failures, repeated at the end, where readers of a long log look first. */
const failures = [];

/** A program that runs to its end. */
async function run(program, args, env = {}) {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', text => {
    output += text;
  });
  try {
    const [status] = await once(child, 'close');
    return { status, output };
  } catch (error) {
    console.error(error.message);
    return { status: undefined, output };
  }
}

/** Counts what a title stands for; `details` is what is told at the end where some of it failed. */
function end(title, counts, details = []) {
  const isOk = counts.failed === 0;
  console.log(`${isOk ? 'ok' : 'FAILED'}: ${title}`);
  passed += counts.passed;
  failed += counts.failed;
  if (!isOk) failures.push([title, ...details].join('\n\n'));
}

/** A check that is one test: it passes when the program exits with 0. */
async function check(title, program, args) {
  const { status, output } = await run(program, args);
  if (output.trim() !== '') console.log(output.trim());
  end(title, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** A program that runs mocha, perhaps repeatedly, counted test by test. */
async function suite(title, args, env) {
  const { status, output } = await run(process.execPath, args, env);
  const sum = pattern => [...output.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
  const [passing, failing, pending] = [/(\d+) passing/g, /(\d+) failing/g, /(\d+) pending/g].map(sum);
  console.log(output.replace(/^ *[.!,]+\n/gm, '').trim());
  // A run that died, or that left tests out, is a failure, too.
  const broken = (status !== 0 && failing === 0) || passing + failing === 0 ? 1 : 0;
  const details = [...output.matchAll(/^ *\d+ failing\n([\s\S]*?)(?=^\S|(?![\s\S]))/gm)].map(([, text]) => text.trim());
  end(title, { passed: passing, failed: failing + broken + pending }, details);
}

await check('types', bin('tsc'), ['-p', '.']);
await check('format and lint', bin('biome'), ['check', '.']);
await check('unused files, exports and dependencies', bin('knip'), []);
// Files of tests are handed out to two processes.
const mocha = [bin('mocha'), '--parallel', '--jobs', '2', '--reporter', 'dot'];
await suite('engine, command line, protocol and packages', mocha);
// After those that compute: what a person would see at once, an editor on a busy machine may show late.
await check('the extension is packed', 'npm', ['run', '--silent', 'package']);
await check('the suites for VS Code are built', process.execPath, ['test/editor/build.mjs']);
await suite('VS Code, oldest', ['out/editor/run.mjs'], { MENDER_LINT_VSCODE: 'minimum' });
await suite('VS Code, current', ['out/editor/run.mjs'], { MENDER_LINT_VSCODE: 'current' });

if (failures.length > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
