/** Names and texts from other systems and other people: each file is checked, and called by its name. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { filePathOf, uriOf } from '../../server/src/lsp/uris.ts';
import { commandIn, inFolder } from '../support/command.ts';

const script = '#!/bin/sh\nmender commit\n';
const fixed = '#!/bin/sh\nmender-update commit\n';

describe('a file in a folder with an odd name', () => {
  for (const name of [
    'a b',
    'a#b',
    'a%20b',
    'a%',
    'ä',
    '日本',
    'a?b',
    'C:',
    "a'b",
    'a;b',
    '[a]',
    '{a,b}',
    '!a',
    ' a ',
    '-a',
  ])
    it(`is found, named and fixed: ${JSON.stringify(name)}`, () =>
      inFolder({ [`${name}/${name}.sh`]: script }, async (folder, command) => {
        const checked = await command('check', '--format', 'json');
        const { findings } = JSON.parse(checked.out) as { findings: { path: string }[] };
        assert.deepEqual(
          findings.map(({ path }) => path),
          [`${name}/${name}.sh`],
        );
        const path = `${folder}/${name}/${name}.sh`;
        assert.equal(filePathOf(pathToFileURL(path).href), path);
        assert.equal(filePathOf(uriOf(path)), path);
        assert.equal((await command('fix', `./${name}`)).code, 0);
        assert.equal(readFileSync(path, 'utf8'), fixed);
      }));
});

describe('a text that another system has written', () => {
  for (const [what, text, after] of [
    ['has carriage returns', script.replaceAll('\n', '\r\n'), fixed.replaceAll('\n', '\r\n')],
    ['has a byte order mark', `\ufeff${script}`, `\ufeff${fixed}`],
    ['has no last line end', script.trimEnd(), fixed.trimEnd()],
    ['is Latin-1', Buffer.from(`${script}# \xe4\n`, 'latin1'), Buffer.from(`${fixed}# \xe4\n`, 'latin1')],
  ] as const)
    it(`is fixed as it ${what}`, () =>
      inFolder({ 'a.sh': text }, async (folder, command) => {
        assert.equal((await command('fix')).code, 0);
        assert.deepEqual(readFileSync(`${folder}/a.sh`), Buffer.from(after as string));
      }));

  it('is left alone as UTF-16, which is reported when it is named', () =>
    inFolder({ 'a.sh': Buffer.from(`\ufeff${script}`, 'utf16le') }, async (folder, command) => {
      const { code, err } = await command('fix', 'a.sh');
      assert.equal(code, 2);
      assert.match(err, /a\.sh is not checked/);
      assert.deepEqual(readFileSync(`${folder}/a.sh`), Buffer.from(`\ufeff${script}`, 'utf16le'));
    }));
});

// Other systems do not accept such a name.
if (process.platform === 'linux')
  describe('a name that is not UTF-8', () => {
    const bytes = (folder: string, name: string) =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);

    for (const [what, text, code, found] of [
      ['is no reason to fail where nothing is wrong', '#!/bin/sh\necho\n', 0, /^No findings/],
      ['is that of a file whose findings are reported', script, 1, /^b\ufffd\.sh:2:1: .*mender-commit/],
    ] as const)
      it(what, () =>
        inFolder({ 'a.sh': '#!/bin/sh\n' }, async folder => {
          writeFileSync(bytes(folder, 'b\xff.sh'), text);
          mkdirSync(bytes(folder, 'd\xfe'));
          writeFileSync(bytes(folder, 'd\xfe/c.sh'), '#!/bin/sh\n');
          const checked = await commandIn(folder)('check');
          assert.equal(checked.code, code, checked.err);
          assert.match(checked.out, found);
        }),
      );

    it('prevents a fix', () =>
      inFolder({}, async folder => {
        writeFileSync(bytes(folder, 'b\xff.sh'), script);
        const { code, err } = await commandIn(folder)('fix');
        assert.equal(code, 2);
        assert.match(err, /b\ufffd\.sh is left as it was: its path is not UTF-8/);
        assert.equal(readFileSync(bytes(folder, 'b\xff.sh'), 'utf8'), script);
      }));

    it('that reads like another one is reported as not read', () =>
      inFolder({}, async folder => {
        for (const name of ['b\xff.sh', 'b\xfe.sh']) writeFileSync(bytes(folder, name), script);
        const { code, err } = await commandIn(folder)('check');
        assert.equal(code, 2);
        assert.match(err, /cannot read .*b\ufffd\.sh/);
      }));
  });
