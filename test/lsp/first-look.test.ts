/** What is said of a document where there is no server, by the bundle of the server as the extension reads it. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { FirstLook, ServerModule } from '../../server/src/lsp/messages.ts';
import { root } from '../support/build.ts';
import { inFolder } from '../support/command.ts';

const text = 'echo\nmender commit\nmender -daemon\n';

function firstFindings(look: Partial<FirstLook>) {
  const { firstLook } = createRequire(import.meta.url)(`${root}dist/server.cjs`) as ServerModule;
  return firstLook({ uri: 'file:///project/a.sh', languageId: 'shellscript', text, settings: {}, ...look });
}

const codes = (look: Partial<FirstLook>) => firstFindings(look).map(({ code }) => code);

describe('a first look', () => {
  it('finds what a check finds, with what the client shows of it', () => {
    const [commit, daemon] = firstFindings({});
    assert.equal(commit!.code, 'mender-commit');
    assert.deepEqual(commit!.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 13 } });
    assert.equal(commit!.source, 'mender-lint');
    assert.match(commit!.codeDescription!.href, /^https:/);
    assert.equal(daemon!.range.start.line, 2);
  });

  for (const [what, look, expected] of [
    ['switched off', { settings: { enable: false } }, []],
    ['not wanted', { settings: { diagnosticMode: 'off' } }, []],
    ['of a rule that is off', { settings: { rules: { 'mender-commit': 'off' } }, text: 'mender commit\n' }, []],
    ['with settings that are none', { settings: 3, text: 'mender commit\n' }, ['mender-commit']],
    ['a view of another document', { uri: 'git:/project/a.sh?' }, []],
    ['a document that is no file', { uri: 'untitled:a', text: 'mender commit\n' }, ['mender-commit']],
    ['a text that is not about Mender', { text: 'true\n' }, []],
  ] as const) {
    it(`looks at what is ${what}, and finds ${expected.join() || 'nothing'}`, () => {
      assert.deepEqual(codes(look), expected);
    });
  }

  it('keeps to what the project says', () =>
    inFolder(
      { '.mender-lint.json': '{ "rules": { "mender-commit": "off" } }', 'a.sh': 'mender commit\n' },
      async folder => {
        const uri = pathToFileURL(`${folder}/a.sh`).href;
        const look = { uri, text: 'mender commit\nmender rollback\n', folder: pathToFileURL(folder).href };
        assert.deepEqual(codes(look), ['mender-rollback']);
      },
    ));
});
