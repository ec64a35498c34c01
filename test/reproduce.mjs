// `npm run reproduce`: builds and packs the current commit twice, from clones in folders with different names, and
// compares: the VSIX and the npm package must be equal to the byte. Uses the installed packages of this folder.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mender-lint-reproduce-'));

function packed(name) {
  const clone = join(folder, name);
  mkdirSync(dirname(clone), { recursive: true });
  const run = (program, ...args) => execFileSync(program, args, { cwd: clone, stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('git', ['clone', '--quiet', root, clone]);
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  run(process.execPath, 'esbuild.mjs');
  run(process.execPath, 'pack.mjs', join(clone, 'mender-lint.vsix'));
  run('npm', 'pack', '--ignore-scripts', '--silent');
  return readdirSync(clone)
    .filter(file => /\.(?:vsix|tgz)$/.test(file))
    .map(
      file =>
        `${createHash('sha256')
          .update(readFileSync(join(clone, file)))
          .digest('hex')}  ${file}`,
    );
}

try {
  const [first, second] = ['one', 'in/another folder'].map(packed);
  console.log(first.join('\n'));
  const isSame = first.length === 2 && first.join() === second.join();
  console.log(isSame ? 'Two builds are equal to the byte.' : `The second build differs:\n${second.join('\n')}`);
  process.exitCode = isSame ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
