/** Standard input as a file: `check -` and `fix -`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import type { FileContent } from '../../server/src/workspace/file-system.ts';
import { commandIn, inFolder } from '../support/command.ts';

const script = 'mender commit\n';
const fed = (folder: string, text: string, encoding: FileContent['encoding'] = 'utf-8') =>
  commandIn(folder, nodeFiles, { input: () => Promise.resolve({ text, encoding }) });

describe('check -', () => {
  it('takes the kind from the name, whether there is such a file or not', () =>
    inFolder({ 'there.sh': 'true\n' }, async folder => {
      for (const name of ['there.sh', 'sub/not-there.sh']) {
        const { code, out } = await fed(folder, script)('check', '--stdin-filename', name, '-');
        assert.equal(code, 1);
        assert.match(out, new RegExp(`^${name}:1:1: error: `));
      }
    }));

  it('takes the kind from the text when there is no name', () =>
    inFolder({}, async folder => {
      assert.match((await fed(folder, `#!/bin/sh\n${script}`)('check', '-')).out, /^-:2:1: error: /);
      assert.deepEqual(await fed(folder, 'git commit\n')('check', '-'), {
        code: 0,
        out: 'No findings in 1 file.\n',
        err: '',
      });
      assert.equal((await fed(folder, script)('check', '-')).code, 2);
    }));

  it('takes options and baseline of the folder of that name', () =>
    inFolder({ 'sub/.mender-lint.json': '{ "rules": { "mender-commit": "off" } }' }, async folder => {
      assert.equal((await fed(folder, script)('check', '--stdin-filename', 'sub/a.sh', '-')).code, 0);
      assert.equal((await fed(folder, script)('check', '--stdin-filename', 'a.sh', '-')).code, 1);
    }));

  for (const args of [
    ['-', 'a.sh'],
    ['--stdin-filename', 'a.sh'],
    ['--stdin-filename', 'a.sh', 'b.sh'],
  ])
    it(`is refused as ${args.join(' ')}`, () =>
      inFolder({}, async folder => assert.equal((await fed(folder, script)('check', ...args)).code, 2)));
});

describe('fix -', () => {
  it('prints the fixed text, and the text as it is when there is nothing to fix; writes nothing', () =>
    inFolder({ 'a.sh': 'mine\n' }, async folder => {
      const fix = (text: string, ...args: string[]) =>
        fed(folder, text)('fix', '--stdin-filename', 'a.sh', ...args, '-');
      assert.deepEqual([(await fix(script)).out, (await fix(script)).code], ['mender-update commit\n', 0]);
      assert.equal((await fix('true\n')).out, 'true\n');
      const left = await fix(`${script}systemctl is-active mender-client\n`);
      assert.deepEqual([left.code, left.out], [1, 'mender-update commit\nsystemctl is-active mender-client\n']);
      assert.match(left.err, /^a\.sh:2:1: error: .*\n {4}to review: /m);
      assert.match(
        (await fix(script, '--diff')).out,
        /^--- a\/a\.sh\n\+\+\+ b\/a\.sh\n@@ -1,1 \+1,1 @@\n-mender commit\n\+mender-update commit\n/m,
      );
      assert.equal(readFileSync(`${folder}/a.sh`, 'utf8'), 'mine\n');
      assert.deepEqual(readdirSync(folder), ['a.sh']);
    }));

  it('keeps bytes that are not UTF-8', () =>
    inFolder({}, async folder => {
      const { out } = await fed(folder, '# caf\xe9\nmender commit\n', 'latin1')('fix', '--stdin-filename', 'a.sh', '-');
      assert.equal(out, '# caf\xe9\nmender-update commit\n');
    }));
});
