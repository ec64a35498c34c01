/** Which messages reach the server: those that do not conform to the protocol are refused before. */
import assert from 'node:assert/strict';
import { Gate } from '../../server/src/lsp/gate.ts';

const initialize = { id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };
const position = { line: 0, character: 0 };
const textDocument = { uri: 'file:///a.sh' };

/** The answer to the last of the messages; undefined when it passes. */
function said(...messages: readonly unknown[]): number | undefined {
  const gate = new Gate();
  return messages.map(message => gate.refuse(message)?.[0]).at(-1);
}

const [invalid, params, early] = [-32600, -32602, -32002];

describe('messages', () => {
  for (const message of [
    { id: 1, method: 'textDocument/hover', params: { textDocument, position } },
    { method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, text: '', languageId: '' } } },
    { method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ text: '' }] } },
    { id: 'a', method: 'shutdown' },
    { id: 'a', method: 'shutdown', params: [null] },
    { method: 'initialized', params: {} },
    { method: '$/cancelRequest', params: { id: 4 } },
    { id: 4, result: null },
    { id: 5, method: 'unheard/of', params: { a: 1 } },
  ])
    it(`are let in: ${JSON.stringify(message)}`, () => assert.equal(said(initialize, message), undefined));

  for (const message of [
    { method: 'textDocument/didOpen', params: { textDocument: { text: '', languageId: '' } } },
    { method: 'textDocument/didOpen', params: { textDocument: { uri: 5, text: '', languageId: '' } } },
    { method: 'textDocument/didChange', params: { textDocument, contentChanges: 5 } },
    { method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ text: '', range: {} }] } },
    { method: 'textDocument/didClose' },
    { method: '$/cancelRequest', params: { id: null } },
    { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added: [{ uri: null }], removed: [] } } },
    { method: 'workspace/didChangeWorkspaceFolders', params: { event: { added: [], removed: [{ uri: 5 }] } } },
    { method: 'workspace/didChangeWatchedFiles', params: { changes: [{}] } },
    { id: 1, method: 'textDocument/hover', params: { textDocument, position: { line: -1, character: 0 } } },
    { id: 1, method: 'menderLint/unheardOf', params: { textDocument: 5 } },
    { id: 1, method: 'textDocument/codeAction', params: 'x' },
  ])
    it(`are refused for their parameters: ${JSON.stringify(message)}`, () =>
      assert.equal(said(initialize, message), params));

  for (const wrong of [
    { workspaceFolders: [{ uri: null }] },
    { rootUri: 5 },
    { capabilities: null },
    { workspaceFolders: {} },
  ])
    it(`are refused that begin wrongly: ${JSON.stringify(wrong)}`, () =>
      assert.equal(said({ ...initialize, params: { ...initialize.params, ...wrong } }), params));

  for (const message of [
    null,
    5,
    'x',
    [],
    [initialize],
    {},
    { method: 5 },
    { id: null, method: 'shutdown' },
    { id: 1 },
  ])
    it(`are refused for their form: ${JSON.stringify(message)}`, () =>
      assert.equal(said(initialize, message), invalid));

  it('are refused before the first', () => assert.equal(said({ id: 1, method: 'shutdown' }), early));
  it('may begin correctly after that', () => assert.equal(said({ ...initialize, params: {} }, initialize), undefined));
  it('are refused when they begin again', () => assert.equal(said(initialize, initialize), invalid));
  for (const method of ['textDocument/hover', 'shutdown', 'textDocument/didOpen', 'initialize'])
    it(`are refused after the shutdown: ${method}`, () =>
      assert.equal(said(initialize, { id: 1, method: 'shutdown' }, { id: 2, method }), invalid));
  it('are let in after the shutdown when they are the exit', () =>
    assert.equal(said(initialize, { id: 1, method: 'shutdown' }, { method: 'exit' }), undefined));
});
