/** What the server says of a document before a client has said who it is. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { FIRST_FINDINGS, FIRST_LOOK, type FirstFindings, type FirstLook } from '../../server/src/lsp/messages.ts';
import { root } from '../support/build.ts';
import { inFolder } from '../support/command.ts';

const text = 'echo\nmender commit\nmender -daemon\n';

/** What a server that nobody has talked to before says first. */
async function firstFindings(look: Partial<FirstLook>): Promise<FirstFindings> {
  const server = fork(`${root}dist/server.cjs`, ['--node-ipc'], { silent: true, execArgv: [] });
  try {
    const params = { uri: 'file:///work/a.sh', languageId: 'shellscript', version: 7, text, settings: {}, ...look };
    server.send({ jsonrpc: '2.0', method: FIRST_LOOK, params });
    const [{ method, params: found }] = await once(server, 'message');
    assert.equal(method, FIRST_FINDINGS);
    server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
    const [{ result }] = await once(server, 'message');
    assert.ok(result.capabilities, 'it serves whoever comes next');
    return found;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

const codes = ({ diagnostics }: FirstFindings) => diagnostics.map(({ code }) => code);

describe('a first look', () => {
  it('finds what a check finds, with what the client shows of it', async () => {
    const { uri, version, diagnostics } = await firstFindings({});
    assert.deepEqual({ uri, version }, { uri: 'file:///work/a.sh', version: 7 });
    const [commit, daemon] = diagnostics;
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
    ['a view of another document', { uri: 'git:/work/a.sh?' }, []],
    ['a document that is no file', { uri: 'untitled:a', text: 'mender commit\n' }, ['mender-commit']],
    ['a text that is not about Mender', { text: 'true\n' }, []],
  ] as const) {
    it(`looks at what is ${what}, and finds ${expected.join() || 'nothing'}`, async () => {
      assert.deepEqual(codes(await firstFindings(look)), expected);
    });
  }

  it('keeps to what the project says', () =>
    inFolder(
      { '.mender-lint.json': '{ "rules": { "mender-commit": "off" } }', 'a.sh': 'mender commit\n' },
      async folder => {
        const uri = pathToFileURL(`${folder}/a.sh`).href;
        const look = { uri, text: 'mender commit\nmender rollback\n', folder: pathToFileURL(folder).href };
        assert.deepEqual(codes(await firstFindings(look)), ['mender-rollback']);
      },
    ));
});
