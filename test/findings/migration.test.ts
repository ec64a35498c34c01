/** All fixes of a document as changes of which any choice leaves a consistent text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultCheckOptions } from '../../server/src/findings/check.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { type Migration, migrationOf } from '../../server/src/findings/migration/migration.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { bashAccepts } from '../support/parses.ts';
import { document, findings, paths } from '../support/texts.ts';

function migrated(text: string, path: string = paths.shell): Migration {
  return migrationOf(document(text, path), { ...defaultCheckOptions, include: [] }, findings(text, path));
}

function all(text: string, { edits }: Migration): string {
  return applyEdits(text, edits)!;
}

/** With each change alone, with all but each, and with the safe ones only. */
function choices(text: string, { edits }: Migration): string[] {
  const owners = [...new Set(edits.map(({ owner }) => owner))];
  const sets = [
    ...owners.map(one => [one]),
    ...owners.map(one => owners.filter(other => other !== one)),
    owners.filter(({ safety }) => safety === 'safe'),
  ];
  return sets.map(
    set =>
      applyEdits(
        text,
        edits.filter(({ owner }) => set.includes(owner)),
      )!,
  );
}

describe('a migration', () => {
  for (const [text, expected, rules] of [
    [
      'mender commit; mender rollback\n',
      'mender-update commit; mender-update rollback\n',
      'mender-commit mender-rollback',
    ],
    ['mender --no-syslog -log-level warn commit\n', 'mender-update --log-level warning commit\n', 'mender-commit'],
    [
      'echo "$(mender show-artifact)"; systemctl is-active mender-client\n',
      'echo "$(mender-update show-artifact)"; systemctl is-active mender-authd && systemctl is-active mender-updated\n',
      'mender-show-artifact systemctl-query',
    ],
  ] as const) {
    it(JSON.stringify(text), () => {
      const found = migrated(text);
      assert.equal(all(text, found), expected);
      const owners = [...new Set(found.edits.map(({ owner }) => owner))];
      assert.deepEqual(owners.map(owner => owner.definitions.map(({ id }) => id).join('+')).join(' '), rules);
    });
  }

  it('postpones fixes to review that depend on safe ones', () => {
    const found = migrated('mender -data /d install x\n');
    assert.equal(all('mender -data /d install x\n', found), 'mender-update --data /d install x\n');
    const { safe, review, left, later } = found;
    assert.deepEqual({ safe, review, left, later }, { safe: 1, review: 0, left: 0, later: 1 });
  });

  it('contains fixes that are no longer found once the text names both generations', () => {
    const text = 'if ! pidof mender; then\n  reboot\nfi\nmender check-update\n';
    assert.equal(
      all(text, migrated(text)),
      'if ! pidof mender-update; then\n  reboot\nfi\nmender-update check-update\n',
    );
  });

  it('merges edits that share a line, so that half of a fix cannot be chosen', () => {
    const text = 'mender -log-level PANIC \\\n -config x commit\n';
    const found = migrated(text);
    assert.equal(all(text, found), 'mender-update --log-level fatal \\\n --config x commit\n');
    assert.equal(found.edits.length, 2);
  });

  it('merges fixes that cannot be separated into one change', () => {
    const text = '{ "DBus": {}, "Connectivity": { "DisableKeepAlive": true } }';
    const found = migrated(text, paths.json);
    assert.deepEqual(
      found.edits.map(({ owner }) => owner.definitions.map(({ id }) => id)),
      [['config-dbus', 'config-connectivity']],
    );
    assert.equal(all(text, found), '{ }');
  });
});

const keys = [
  'DBus',
  'HttpsClient',
  'Connectivity',
  'UpdateControlMapExpirationTimeSeconds',
  'SkipVerify',
  'ServerURL',
  'RootfsPartA',
];
const values: Readonly<Record<string, string>> = {
  HttpsClient: '{ "Key": "/k" }',
  DBus: '{ "Enabled": false }',
  Connectivity: '{ "DisableKeepAlive": true }',
  UpdateControlMapExpirationTimeSeconds: '90',
  SkipVerify: 'false',
  ServerURL: '"https://example.com"',
  RootfsPartA: '"/dev/a"',
};

describe('a migration of JSON', () => {
  const objects = fc
    .tuple(fc.shuffledSubarray(keys), fc.constantFrom(',', ', ', ',\n  ', ' ,\r\n  '))
    .map(([chosen, between]) => `{${chosen.map(key => `"${key}": ${values[key]}`).join(between)}}\n`);

  it('is done in one round, and any choice leaves JSON', () => {
    fc.assert(
      fc.property(objects, text => {
        const found = migrated(text, paths.json);
        assert.equal(found.later, 0);
        const done = all(text, found);
        assert.deepEqual(
          findings(done, paths.json).filter(({ fixes }) => fixes.length > 0),
          [],
        );
        for (const choice of [...choices(text, found), done]) assert.doesNotThrow(() => JSON.parse(choice), choice);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no blank lines where comments go with members', () => {
    const text =
      '{\n  "ServerURL": "x", // why\n  "DBus": {}, /* a */\n  "Connectivity": { "DisableKeepAlive": true } // last\n}\n';
    assert.equal(all(text, migrated(text, paths.json)), '{\n  "ServerURL": "x"\n}\n');
  });

  it('removes neighbours one by one as long as a member stays', () => {
    for (const text of [
      '{\n  "ServerURL": "https://a",\n  "DBus": {},\n  "Connectivity": { "DisableKeepAlive": true }\n}\n',
      '{\n  "DBus": {},\n  "Connectivity": { "DisableKeepAlive": true },\n  "ServerURL": "https://a"\n}\n',
    ]) {
      const found = migrated(text, paths.json);
      assert.deepEqual(
        found.edits.map(({ owner }) => owner.definitions.length),
        [1, 1],
      );
      assert.equal(all(text, found), '{\n  "ServerURL": "https://a"\n}\n');
    }
  });
});

describe('a migration of scripts', () => {
  const lines = fc.constantFrom(
    'mender commit',
    'mender -data /d install x',
    'sh -c "mender --no-syslog -config /c install $(mender show-artifact)"',
    'systemctl is-active mender-client && mender -version',
    'systemctl restart mender-client; journalctl -u mender-client',
    'M=mender\n$M commit\n$M -data /d rollback',
    'systemctl is-enabled mender-client || { mender bootstrap -F; }',
    'mender daemon &',
    '/usr/bin/mender \\\n  -log-level warn \\\n  show-provides | grep x',
    'echo "$(mender show-artifact): $(basename "$0")" `mender commit`',
    'mender setup --demo',
  );
  const scripts = fc.array(lines, { minLength: 1, maxLength: 6 }).map(parts => `${parts.join('\n')}\n`);

  it('are accepted by bash for any choice, and safe changes are those of fix-all', () => {
    fc.assert(
      fc.property(scripts, text => {
        const found = migrated(text);
        const [safe] = choices(text, found).slice(-1);
        assert.equal(safe, fixAll(document(text)).text);
        for (const choice of [...choices(text, found), all(text, found)]) assert.ok(bashAccepts(choice), choice);
      }),
      { numRuns: 40 },
    );
  });
});
