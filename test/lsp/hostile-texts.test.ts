/** A project's text in a hover and the log is text, whatever it looks like. */
import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-protocol';
import { pushWithWorkspace, vscode } from '../support/clients.ts';
import { inWorkspace } from '../support/workspace-client.ts';

const why = '[a](command:x) ![b](https://example.com/b.png) <img src=x> `c`\u202e\u001b[2J';
const options = {
  extraRules: [{ id: 'own', command: 'make install', to: 'make deploy', safety: 'safe', why }],
};

describe('a rule of a project', () => {
  it('has no link, picture, element or control in its hover', () =>
    inWorkspace({ '.mender-lint.json': JSON.stringify(options), 'a.sh': '#!/bin/sh\nmake install\n' }, async client => {
      await client.start(vscode);
      const uri = client.uri('a.sh');
      await client.client.open(uri, '#!/bin/sh\nmake install\n');
      const position = { line: 1, character: 2 };
      const hover = await client.client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
      const { value } = hover.contents as { value: string };
      assert.match(value, /command/);
      assert.doesNotMatch(value.replaceAll('**', ''), /\]\(|<\w|`c|[\p{Cf}]|[^\P{Cc}\n]/u);
    }));
});

describe('the log', () => {
  it('has one line for a file whose name has several', () =>
    inWorkspace({ 'a\nb/.mender-lint.json': '{ "rules": 5 }', 'a\nb/a.sh': 'mender commit\n' }, async client => {
      await client.start(pushWithWorkspace);
      const { params } = await client.client.next('window/logMessage');
      assert.match((params as { message: string }).message, /^[^\n]*a\\nb\/\.mender-lint\.json:1:\d+: [^\n]*$/);
    }));
});
