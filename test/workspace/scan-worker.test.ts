/** The worker thread that lists folders and opens files of a large tree changes nothing but the time it takes. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { openFiles } from '../../server/src/host/open-files.ts';
import type { FileSystem, FileWorker } from '../../server/src/workspace/file-system.ts';
import { root } from '../support/build.ts';
import { commandIn } from '../support/command.ts';

const FOLDERS = 300;
const FILES = 20;

/** One file in ten names Mender, one in twenty uses it; some cannot be checked, each for another reason. */
function makeTree(folder: string): void {
  for (let n = 0; n < FOLDERS; n++) {
    const inFolder = join(folder, `part-${n % 7}`, `${n}`);
    mkdirSync(inFolder, { recursive: true });
    for (let m = 0; m < FILES; m++) {
      const line = m === 4 ? 'mender commit' : m === 9 ? '# mender' : 'true';
      writeFileSync(join(inFolder, `run-${m}`), `#!/bin/sh\n${line}\n`);
    }
    if (n % 50 === 0) writeFileSync(join(inFolder, 'binary'), 'mender commit\n\0');
    if (n % 50 === 1) writeFileSync(join(inFolder, 'large'), `#!/bin/sh\nmender commit\n${'#'.repeat(5_000)}\n`);
    if (n % 50 === 2) writeFileSync(join(inFolder, '.gitignore'), 'run-4\n');
    if (n % 50 === 3) writeFileSync(join(inFolder, 'mender-client_%.bbappend'), 'FOO = "bar"\n');
  }
}

/** Does the work of the worker in this thread, and reports each batch. */
function startWorker(onBatch: (number: number) => void): FileWorker {
  let batches = 0;
  return {
    ready: Promise.resolve(),
    list: async folders => {
      onBatch(batches++);
      return folders.map(nodeFiles.list);
    },
    open: async (...asked) => {
      onBatch(batches++);
      return openFiles(...asked);
    },
    close: () => undefined,
  };
}

describe('scan worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mender-lint-'));
  const args = ['check', '--format', 'json', '--limit', 'fileSize=4000', folder];
  const run = async (help: Partial<FileSystem>) => {
    const { code, out, err } = await commandIn(folder, { ...nodeFiles, ...help })(...args);
    return { code, report: JSON.parse(out), err };
  };
  let alone: Awaited<ReturnType<typeof run>>;

  before(async () => {
    makeTree(folder);
    alone = await run({});
    // One `mender commit` for each folder, except the ignored ones, and the rules about the names of recipes.
    assert.ok(alone.report.findings.length >= FOLDERS - 6);
    assert.match(alone.report.leftOut.join(), /6 files that may name Mender are larger/);
  });

  after(() => rmSync(folder, { recursive: true }));

  it('finds and counts what a scan without one does', async () => {
    let batches = 0;
    const helped = await run({ startWorker: () => startWorker(number => (batches = number + 1)) });
    assert.ok(batches > 3, `${batches} batches`);
    assert.deepEqual(helped, alone);
  });

  for (const failsAt of [0, 1, 5])
    it(`loses nothing when it fails at batch ${failsAt}`, async () => {
      const fail = (number: number) => {
        if (number >= failsAt) throw new Error('out of memory');
      };
      assert.deepEqual(await run({ startWorker: () => startWorker(fail) }), alone);
    });

  for (const [when, ready] of Object.entries({
    'does not start': () => Promise.reject(new Error('too many threads')),
    'takes for ever to start': () => new Promise<void>(() => undefined),
  }))
    it(`is not waited for when it ${when}`, async () => {
      const unasked = startWorker(() => assert.fail('asked'));
      assert.deepEqual(await run({ startWorker: () => ({ ...unasked, ready: ready() }) }), alone);
    });

  it('loses nothing when no worker can be started', async () => {
    assert.deepEqual(await run({ startWorker: () => undefined }), alone);
  });

  it('is part of the packaged command line', () => {
    const built = (...options: string[]) => {
      try {
        return execFileSync(process.execPath, [join(root, 'dist/cli.cjs'), ...options, ...args], { encoding: 'utf8' });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    };
    const { version: _, ...report } = JSON.parse(built());
    assert.deepEqual({ ...report, version: alone.report.version }, alone.report);
  });
});
