/** Files that appear in the workspace of a window without a server, as by a checkout. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { file, serverProcesses, untilActive, untilCodes, untilWatched } from './editing.ts';

describe('a file that is named after Mender', () => {
  it('makes the whole workspace checked when it appears', async () => {
    await untilActive();
    await untilWatched();
    assert.deepEqual(serverProcesses(), []);
    const script = file('deploy/update');
    mkdirSync(file('deploy').fsPath);
    writeFileSync(script.fsPath, '#!/bin/sh\nmender commit\n');
    writeFileSync(file('mender.cfg').fsPath, '');
    await untilCodes(script, 'mender-commit');
  });
});
