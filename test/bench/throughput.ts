/** Checking many scripts: megabytes a second compared with shellcheck on the same files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../server/src/findings/check.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { root } from '../support/build.ts';
import { debianProgram } from '../support/tools.ts';
import { ratio, row, timed } from './measure.ts';
import { longScript } from './scripts.ts';

const FILES = 40;
const LINES = 400;

export function benchThroughput(): void {
  const shellcheck = debianProgram('shellcheck');
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-bench-'));
  try {
    for (let i = 0; i < FILES; i++) writeFileSync(join(folder, `script-${i}.sh`), longScript(LINES + i));
    const paths = readdirSync(folder).map(name => join(folder, name));
    const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
    const texts = paths.map(path => ({ path, text: readFileSync(path, 'utf8') }));
    const engine = () => {
      for (const { path, text } of texts) check(createDocument({ uri: path, path, text }));
    };
    engine();
    const rate = (time: number) => `${(bytes / 1e6 / (time / 1000)).toFixed(2)} MB/s`;
    const ours = timed(engine);
    const process_ = timed(() =>
      spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), 'check', folder], { stdio: 'ignore' }),
    );
    const theirs = timed(() => spawnSync(shellcheck, ['-f', 'gcc', ...paths], { stdio: 'ignore' }));
    console.log(`\nchecking ${FILES} scripts, ${(bytes / 1e6).toFixed(2)} MB, every one of which names Mender`);
    row('mender-lint: engine, warm', rate(ours));
    row('mender-lint check: new process', rate(process_));
    row('shellcheck', rate(theirs));
    row('ratio to shellcheck: engine, process', ratio(ours, theirs), ratio(process_, theirs));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
