/** The tests of each editor: it shows the findings of the command line, and fixes as the command line does. */
import assert from 'node:assert/strict';
import { OPENED, OtherEditor, type Seen, type Shown, type Wanted } from './other-editor.ts';

export interface EditorUnderTest {
  readonly name: string;
  /** The files whose findings it shows. */
  readonly shows: 'workspace' | 'open file';
  /** Its names of the languages. */
  readonly languages: Readonly<Record<'json' | 'unit' | 'shell' | 'python', string>>;
  readonly run: (editor: OtherEditor) => Promise<Seen>;
}

export function describeEditor({ name, shows, languages, run }: EditorUnderTest): void {
  describe(`${name}, with the snippet of docs/editors.md`, () => {
    let editor: OtherEditor;
    let seen: Seen;
    let wanted: Wanted;
    before(async () => {
      editor = new OtherEditor();
      wanted = editor.wanted();
      seen = await run(editor);
    });
    after(() => editor.close());

    it('knows the languages of configurations, drop-ins and scripts', () =>
      assert.deepEqual(seen.languages, {
        'tools/datastore.sh': languages.shell,
        'etc/mender/mender.conf': languages.json,
        'etc/mender/mender.conf.demo': languages.json,
        'systemd/product-agent.service': languages.unit,
        'systemd/mender-client.service.d/debug.conf': languages.unit,
        'state-scripts/ArtifactInstall_Enter_00': languages.shell,
        'state-scripts/Download_Enter_00': languages.shell,
        'state-scripts/Idle_Enter_10_agent': languages.shell,
        'state-scripts/Sync_Leave_00': languages.python,
        'modules/v3/app-bundle': languages.shell,
      }));

    it(`shows the findings of the ${shows}, for the target of its settings, once each`, () => {
      const expected = shows === 'workspace' ? wanted.diagnostics : { [OPENED]: wanted.diagnostics[OPENED]! };
      assert.deepEqual(sorted(seen.diagnostics), sorted(expected));
    });

    it('applies all safe fixes of the open file', () => assert.equal(seen.fixed, wanted.fixed));
  });
}

function sorted(diagnostics: Readonly<Record<string, readonly Shown[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(diagnostics)
      .map(([path, shown]) => [path, shown.map(([line, rule]) => `${line} ${rule}`).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
