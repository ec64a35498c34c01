/** The fix for scripts that run on devices of both generations: its text, and where it is not offered. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { bashAccepts, bashOutput } from '../support/parses.ts';
import { findings } from '../support/texts.ts';

/** Text after the fix, for each finding that offers it. */
function forBoth(text: string, path?: string): string[] {
  const fixes = findings(text, path).flatMap(finding => finding.fixes);
  return fixes.flatMap(({ title, edits }) =>
    title.startsWith('Support 3.x and 4.x+: ') ? [applyEdits(text, edits)!] : [],
  );
}

describe('a call of either program', () => {
  for (const [text, wanted] of [
    ['mender commit', '"$(command -v mender-update || command -v mender)" commit'],
    ['mender bootstrap', '"$(command -v mender-auth || command -v mender)" bootstrap'],
    ['mender --version', '"$(command -v mender-update || command -v mender)" --version'],
    ['mender --help', '"$(command -v mender-update || command -v mender)" --help'],
    ['sudo mender install "$1"', 'sudo "$(command -v mender-update || command -v mender)" install "$1"'],
    [
      'if "/usr/bin/mender" -l debug commit; then a; fi',
      'if "$(command -v /usr/bin/mender-update || command -v /usr/bin/mender)" -l debug commit; then a; fi',
    ],
    [
      'echo "$(mender show-artifact): x"',
      'echo "$("$(command -v mender-update || command -v mender)" show-artifact): x"',
    ],
    ["ssh h 'mender commit'", 'ssh h \'"$(command -v mender-update || command -v mender)" commit\''],
    ['A=b exec mender commit', 'A=b exec "$(command -v mender-update || command -v mender)" commit'],
  ] as const) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(forBoth(text), [wanted]);
      assert.deepEqual(findings(wanted), []);
      assert.ok(bashAccepts(wanted));
    });
  }

  const asked = (call: string) =>
    `if command -v mender-update >/dev/null; then mender-update ${call}; else mender ${call}; fi`;
  const make = (text: string) => `all:\n\t${text}\n`;
  const gitlab = (text: string) => `build:\n  script:\n    - ${text}\n`;
  const ansible = (text: string) => `- hosts: all\n  tasks:\n    - shell: ${text}\n`;

  for (const [path, before, wanted] of [
    // A dollar sign would belong to make.
    ['Makefile', make('@-mender commit'), make(`@-${asked('commit')}`)],
    ['Makefile', make('ssh $(HOST) "mender commit"'), make(`ssh $(HOST) "${asked('commit')}"`)],
    ['Makefile', make('mender commit > log || true'), make(`${asked('commit > log')} || true`)],
    // A plain scalar cannot begin with a quote.
    ['.gitlab-ci.yml', gitlab('mender rollback'), gitlab(asked('rollback'))],
    ['.gitlab-ci.yml', gitlab('ssh h "mender rollback"'), gitlab(`ssh h "${asked('rollback')}"`)],
    ['playbook.yml', ansible('mender commit'), ansible(asked('commit'))],
    [
      '.gitlab-ci.yml',
      gitlab('"mender commit"'),
      gitlab('"\\"$(command -v mender-update || command -v mender)\\" commit"'),
    ],
  ] as const) {
    it(`in ${path}: ${JSON.stringify(before)}`, () => {
      assert.deepEqual(forBoth(before, path), [wanted]);
      assert.deepEqual(findings(wanted, path), []);
    });
  }

  it('is reviewed, and never the best one', () => {
    const [finding] = findings('mender commit');
    assert.deepEqual(
      finding!.fixes.map(({ safety }) => safety),
      ['safe', 'review'],
    );
  });

  it('runs the new program where it exists, else the old one', () => {
    const [text] = forBoth('mender commit');
    const programs = (...names: string[]) => names.map(name => `${name}() { echo ${name} "$1"; }\n`).join('');
    assert.equal(bashOutput(`${programs('mender', 'mender-update')}${text}`), 'mender-update commit\n');
    assert.equal(bashOutput(`${programs('mender')}${text}`), 'mender commit\n');
  });

  for (const [text, path] of [
    // Another machine or root folder would have to be probed.
    ['ssh h mender commit'],
    ['docker exec box mender commit'],
    ['chroot /mnt mender commit'],
    ['sudo -u root mender commit'],
    // An expansion of make cannot be written twice.
    ['all:\n\tmender install $(URL)\n', 'Makefile'],
    // No shell reads it.
    ['- hosts: all\n  tasks:\n    - command: mender commit\n', 'playbook.yml'],
    ['services:\n  a:\n    command: mender commit\n', 'docker-compose.yml'],
    // The two do not accept the same arguments.
    ['mender setup --quiet'],
    ['mender snapshot dump'],
    ['mender --no-syslog commit'],
    ['mender -log-level debug commit'],
    ['mender install x y'],
    ['mender daemon &'],
    ['mender help commit'],
    ['mender install $X "$1"'],
    // It is probed for already.
    ['if command -v mender; then mender commit; fi'],
    ['[ -x /usr/bin/mender ] && mender commit'],
    // Only shells can probe.
    ['[Service]\nExecStart=/usr/bin/mender commit\n', 'a.service'],
    // Named once for several calls.
    ['M=mender\n$M commit'],
    ['"$D/mender" commit'],
  ] as const) {
    it(`is not offered for ${JSON.stringify(text)}`, () => {
      assert.notEqual(findings(text, path).length, 0);
      assert.deepEqual(forBoth(text, path), []);
    });
  }
});

describe('a call that acts on the services of either generation', () => {
  const either = (both: string, old: string) => `if command -v mender-update >/dev/null; then ${both}; else ${old}; fi`;

  for (const [before, old, both, after] of [
    ['', 'systemctl restart mender-client', 'systemctl restart mender-authd mender-updated', ''],
    [
      'a && ',
      'systemctl stop mender-client 2>/dev/null',
      'systemctl stop mender-authd mender-updated 2>/dev/null',
      ' || b',
    ],
    [
      '',
      'sudo systemctl enable --now mender-client.service',
      'sudo systemctl enable --now mender-authd.service mender-updated.service',
      ' &',
    ],
    [
      'if ',
      'systemctl -q is-active mender-client',
      'systemctl -q is-active mender-authd && systemctl -q is-active mender-updated',
      '; then a; fi',
    ],
    ['', 'service mender-client restart', 'service mender-authd restart && service mender-updated restart', ''],
    ['ssh h "', 'systemctl start mender-client', 'systemctl start mender-authd mender-updated', '"'],
  ] as const) {
    const text = before + old + after;
    it(JSON.stringify(text), () => {
      const wanted = before + either(both, old) + after;
      assert.deepEqual(forBoth(text), [wanted]);
      assert.deepEqual(findings(wanted), []);
      assert.ok(bashAccepts(wanted));
    });
  }

  it('is reviewed, and the last one', () => {
    const fixes = findings('systemctl restart mender-client')[0]!.fixes;
    assert.match(fixes.at(-1)!.title, /^Support 3\.x and 4\.x\+: /);
    assert.equal(fixes.at(-1)!.safety, 'review');
    assert.equal(fixes.filter(({ probesAtRuntime: probes }) => probes).length, 1);
  });

  for (const [text, path] of [
    ['ssh h systemctl restart mender-client'],
    ['systemctl --root="$D" enable mender-client'],
    ['systemctl --root=/mnt enable mender-client; chroot /mnt systemctl mask mender-client'],
    ['x=$(systemctl is-active mender-client)'],
    ['systemctl status mender-client | grep running'],
    ['S=mender-client\nsystemctl restart $S'],
    ['if [ -x /usr/bin/mender ]; then systemctl restart mender-client; fi'],
    ['if command -v mender; then systemctl restart mender-client; fi'],
    ['systemctl restart mender-client <<E\nE\n'],
    ['[Service]\nExecStartPost=/bin/systemctl restart mender-client\n', 'a.service'],
  ] as const) {
    it(`is not offered for ${JSON.stringify(text)}`, () => {
      assert.notEqual(findings(text, path).length, 0);
      assert.deepEqual(forBoth(text, path), []);
    });
  }
});
