/**
 * What is reported where devices have the `mender` of `mender-lint wrapper`: it exists, and accepts what 3.x accepted.
 */
import assert from 'node:assert/strict';
import { type CheckOptions, check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { parseProject } from '../../server/src/options/project-file.ts';
import { document } from '../support/texts.ts';

interface Case {
  readonly text: string;
  readonly path?: string;
  /** Rules, in the order of the text. */
  readonly without: readonly string[];
  readonly with: readonly string[];
}

const cases: readonly Case[] = [
  { text: 'mender install x.mender', without: ['mender-install'], with: [] },
  { text: 'mender -log-level warn -commit', without: ['mender-commit'], with: [] },
  { text: 'sudo /usr/bin/mender --no-syslog daemon', without: ['mender-daemon'], with: [] },
  { text: 'mender --version', without: ['mender-version'], with: [] },
  { text: 'mender help commit', without: ['mender-help'], with: [] },
  { text: 'mender "$command"', without: ['mender-dynamic-command'], with: [] },
  // Calls that it refuses.
  { text: 'mender --passphrase-file p bootstrap', without: ['mender-bootstrap'], with: ['mender-bootstrap'] },
  { text: 'mender --passphrase-file p install x', without: ['mender-install'], with: [] },
  { text: 'mender commit --force', without: ['mender-commit'], with: ['mender-commit'] },
  { text: 'mender commit now', without: ['mender-commit'], with: ['mender-commit'] },
  { text: 'mender --log-level loud commit', without: ['mender-commit'], with: ['mender-commit'] },
  // Probes for it.
  { text: '[ -x /usr/bin/mender ] || exit 1', without: ['binary-probe'], with: [] },
  {
    text: 'if command -v mender; then systemctl restart mender-client; else systemctl restart mender-updated; fi',
    without: [],
    with: ['systemctl-control'],
  },
  {
    text: 'if ! [ -x /usr/bin/mender ]; then systemctl restart mender-updated; else systemctl restart mender-client; fi',
    without: [],
    with: ['systemctl-control'],
  },
  { text: 'if command -v mender; then mender commit; else mender-update commit; fi', without: [], with: [] },
  // The other branch is not taken any more.
  {
    text: 'if command -v mender; then true; else systemctl restart mender-client; fi',
    without: ['binary-probe', 'systemctl-control'],
    with: [],
  },
  // It is neither a service, a package nor a process.
  { text: 'systemctl restart mender-client', without: ['systemctl-control'], with: ['systemctl-control'] },
  { text: 'pidof mender', without: ['process-name'], with: ['process-name'] },
  {
    text: '[Service]\nExecStart=/usr/bin/mender daemon\n',
    path: 'a.service',
    without: ['mender-daemon'],
    with: [],
  },
];

const rules = (text: string, path: string, options: CheckOptions) =>
  check(document(text, path), options).map(({ rule }) => rule);

describe('the option wrapper', () => {
  for (const { text, path = 'a.sh', ...expected } of cases)
    it(text, () => {
      assert.deepEqual(rules(text, path, defaultCheckOptions), expected.without, 'without');
      assert.deepEqual(rules(text, path, { ...defaultCheckOptions, wrapper: true }), expected.with, 'with');
    });

  it('is an option of a project, and must be true or false', () => {
    assert.equal(parseProject('{ "wrapper": true }').options.wrapper, true);
    assert.equal(
      parseProject('{ "overrides": [{ "files": ["a"], "wrapper": false }] }').options.overrides[0]!.wrapper,
      false,
    );
    assert.match(parseProject('{ "wrapper": 1 }').problems[0]!.message, /true or false/);
  });
});
