/** Quick fixes that create a file next to the document, as a replacement for what was found. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { vscode } from '../support/clients.ts';
import { parses } from '../support/parses.ts';
import { editsOf } from '../support/test-client.ts';
import { ruleIds } from '../support/texts.ts';
import { inWorkspace } from '../support/workspace-client.ts';

const script =
  'busctl call io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1 SetUpdateControlMap s "$MAP"\n';

describe('a file that replaces what is gone', () => {
  it('is a state script, where an update control map held updates back', () =>
    inWorkspace({}, async client => {
      await client.start(vscode);
      client.ask();
      await client.untilReady();
      const uri = client.uri('x/hold.sh');
      await client.client.open(uri, script, 'shellscript');
      const { items } = await client.client.pull(uri);
      const diagnostics = items as Diagnostic[];
      const actions = await client.client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostics[0]!.range,
        context: { diagnostics, only: ['quickfix'] },
      });
      const created = actions.filter(({ title }) => title.startsWith('Create `'));
      assert.deepEqual(
        created.map(({ title }) => title),
        ['Create `Download_Enter_00_hold`, a state script that holds updates back'],
      );
      const made = client.uri('x/Download_Enter_00_hold');
      const [{ edit } = { edit: undefined }] = created;
      assert.deepEqual(edit?.documentChanges?.[0], { kind: 'create', uri: made });
      assert.match(editsOf(edit, made)[0]!.newText, /^#!\/bin\/sh\n[\s\S]*exit 21\n/);
    }));

  for (const { id, file } of allRules)
    if (file)
      it(`parses, and has no finding of its own: ${id}`, () => {
        assert.ok(parses(file.text, 'shell'));
        assert.deepEqual(ruleIds(file.text, `etc/mender/scripts/${file.name}`), []);
      });
});
