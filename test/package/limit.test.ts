import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { withinLimit } from '../editor/host/limit.ts';

/** Starts another process that does not end by itself, and prints when it runs. */
const parent = `
  const { spawn } = require('node:child_process');
  spawn(process.execPath, ['-e', 'console.log(); require("node:net").createServer().listen()'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
`;

describe('the limit of a suite in an editor', () => {
  it('ends the program and everything that it started', async () => {
    const limit = new AbortController();
    let program: ChildProcess | undefined;
    const suite = withinLimit(limit.signal, async () => {
      program = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
      return new Promise<never>(() => undefined);
    });
    const stdout = program!.stdout!;
    await once(stdout, 'data');
    limit.abort(new Error('quiet did not end'));
    await assert.rejects(suite, { message: 'quiet did not end' });
    // Both have it open.
    await once(stdout, 'close');
  });

  it('leaves alone a program that ends by itself, and those that others started', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const limit = new AbortController();
    const code = await withinLimit(limit.signal, async () => (await once(spawn('true'), 'exit'))[0] as number);
    limit.abort();
    assert.equal(code, 0);
    assert.equal(other.signalCode, null);
    other.stdin.end();
    await once(other, 'exit');
  });
});
