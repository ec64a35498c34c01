/**
 * The desktop application as `MENDER_LINT_VSCODE=desktop` prepares it; without a network, its message that it cannot.
 */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDesktop } from '../editor/host/desktop.ts';

describe('the desktop application', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'ml-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('has the packed extension installed by its own command line, into the folders that it is started with', async () => {
    // As far as it matters here: the program, and next to it the command line, which prints its arguments.
    mkdirSync(join(scratch, 'bin'));
    writeFileSync(join(scratch, 'bin/code'), '#!/bin/sh\nprintf \'%s\\n\' "$@" > "$0.told"\n');
    chmodSync(join(scratch, 'bin/code'), 0o755);
    const wanted: unknown[] = [];
    const { executable, args } = await installDesktop('1.103.2', '/x.vsix', join(scratch, 'own'), async options => {
      wanted.push(typeof options === 'object' && options.version);
      return join(scratch, 'code');
    });
    const own = [`--extensions-dir=${join(scratch, 'own/extensions')}`, `--user-data-dir=${join(scratch, 'own/data')}`];
    assert.deepEqual(wanted, ['1.103.2']);
    assert.equal(executable, join(scratch, 'code'));
    assert.deepEqual(args, own);
    assert.deepEqual(readFileSync(join(scratch, 'bin/code.told'), 'utf8').trim().split('\n'), [
      ...own,
      '--no-sandbox',
      '--install-extension',
      '/x.vsix',
    ]);
  });

  it('says in a sentence that it is not available', async () => {
    const noNetwork = Object.assign(new AggregateError([]), { code: 'ENOTFOUND' });
    await assert.rejects(
      installDesktop('1.103.2', '/x.vsix', scratch, () => Promise.reject(noNetwork)),
      /^Error: VS Code 1\.103\.2 could not be downloaded from \S+ \(ENOTFOUND\); MENDER_LINT_VSCODE=minimum and current need npm alone$/,
    );
  });
});
