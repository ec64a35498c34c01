/**
 * Each system call of replacing a file fails once, in every way: the file is old or new, and nothing is left next to
 * it.
 */
import assert from 'node:assert/strict';
import fs, { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { replaceFile } from '../../server/src/host/replace-file.ts';
import { inFolder } from '../support/command.ts';
import { withFileCalls } from '../support/file-calls.ts';

const before = Buffer.from('old\n');
const after = Buffer.from('new and longer\n');
const codes = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'EINTR', 'EBUSY', 'EMFILE', 'ENOENT', 'ELOOP'];

/** All functions that the host may call except `realpathSync`, which calls a part of them. */
const names = Object.keys(fs).filter(name => /Sync$/.test(name) && name !== 'realpathSync') as (keyof typeof fs)[];

function onCall(happen: (name: string, number: number) => void): Parameters<typeof withFileCalls>[0] {
  let number = 0;
  return Object.fromEntries(names.map(name => [name, () => happen(name, ++number)]));
}

interface Tried {
  readonly calls: readonly string[];
  readonly outcome: string;
  readonly text: string;
  readonly beside: readonly string[];
}

/** Replaces a file; `fail` throws where it likes. */
async function tried(original: Buffer | undefined, fail: (number: number) => void = () => undefined): Promise<Tried> {
  return inFolder(original ? { 'a.sh': original } : {}, async folder => {
    const home = realpathSync(folder);
    const calls: string[] = [];
    let outcome: string;
    try {
      const failing = onCall((name, number) => {
        calls.push(name);
        fail(number);
      });
      outcome = withFileCalls(failing, () => replaceFile(`${home}/a.sh`, original, after));
    } catch (error) {
      outcome = `threw ${(error as NodeJS.ErrnoException).code}`;
    }
    const beside = readdirSync(home).filter(name => name !== 'a.sh');
    const isThere = readdirSync(home).includes('a.sh');
    return { calls, outcome, text: isThere ? readFileSync(`${home}/a.sh`, 'latin1') : 'none', beside };
  });
}

describe('a fault at any step of replacing a file', () => {
  for (const [what, original] of [
    ['that is there', before],
    ['that is to be new', undefined],
  ] as const)
    for (const code of codes)
      it(`${what}: ${code} leaves it old or new, with no stray, and is no success`, async () => {
        const { calls } = await tried(original);
        assert.ok(calls.length > 8, calls.join(' '));
        const old = original?.toString() ?? 'none';
        for (let failing = 1; failing <= calls.length; failing++) {
          const { outcome, text, beside } = await tried(original, number => {
            if (number === failing) throw Object.assign(new Error(code), { code });
          });
          const step = `${calls[failing - 1]} (call ${failing}): ${outcome}`;
          assert.deepEqual(beside, [], step);
          assert.ok(text === old || text === String(after), `${step}: ${text}`);
          // A replaced file stays replaced, even if closing the folder fails.
          if (outcome === 'written') assert.equal(text, String(after), step);
        }
      });
});
