// Shows what Mender Lint finds in sample files of a product, and what its safe fixes would change.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const cwd = fileURLToPath(new URL('./fixtures/demo', import.meta.url));

function show(...args) {
  console.log(`\n$ mender-lint ${args.join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // The sample is full of findings on purpose; only a failure of the program itself counts.
  if (error || status === null || status > 1) process.exit(2);
}

show('check');
show('fix', '--diff');
