/**
 * Each entry of the tables of the guards: quiet commands, commands that start the client, and uses affected by a stop.
 */
import assert from 'node:assert/strict';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import { quietCases, reportedCases } from '../support/cases.ts';
import { document } from '../support/texts.ts';

const script = 'script.sh';

const quiet =
  'echo printf true : test [ set local export readonly declare typeset shift grep egrep fgrep head tail cut awk tr wc sort cat command type hash which cd basename dirname date sudo';

quietCases(
  'programs that only show, test or get ready',
  script,
  quiet.split(' ').map(name => `if command -v mender; then CMD=mender; ${name} -v a; fi`),
);

reportedCases('programs that do something', script, [
  'if command -v «mender»; then CMD=mender; reboot; fi',
  'if command -v «mender»; then CMD=mender; touch /x; fi',
]);

reportedCases(
  'statuses that nothing says of what comes of them',
  script,
  ['1', '2', '3', '4', '5', '127'].map(
    status => `command -v «mender»\nR=$?\nif [ $R = ${status} ]; then mender-update commit; else mender commit; fi`,
  ),
);

quietCases(
  'verbs of systemctl that need no unit that is there',
  script,
  ['mask', 'unmask', 'daemon-reload'].map(
    verb => `if systemctl ${verb} mender-updated; then mender-update commit; else mender commit; fi`,
  ),
);

reportedCases(
  'verbs of systemctl that do',
  script,
  ['restart', 'stop', 'enable'].map(
    verb => `if systemctl ${verb} mender-updated; then mender-update commit; else «mender commit»; fi`,
  ),
);

quietCases('comparisons of versions', script, [
  ...['lt 4.0', 'le 3.9', 'lt-nl 4.0', 'le-nl 3.9'].map(
    compared => `V=$(mender-update --version)\nif dpkg --compare-versions "$V" ${compared}; then mender commit; fi`,
  ),
  ...['gt 3.9', 'ge 4.0', 'ge-nl 4.0', 'eq 5.1.0'].map(
    compared =>
      `V=$(mender-update --version)\nif dpkg --compare-versions "$V" ${compared}; then a; else mender commit; fi`,
  ),
]);

reportedCases('an unknown comparison', script, [
  'V=$(mender-update --version)\nif dpkg --compare-versions "$V" ne 4.0; then a; else «mender commit»; fi',
]);

const retired = (verb: string, between: string, brings: string) =>
  `systemctl ${verb} mender-client\n${between}${brings} mender-authd mender-updated`;

quietCases(
  'the old service is put away where the new ones are brought to run',
  script,
  ['stop', 'disable', 'mask'].flatMap(verb =>
    ['start', 'restart', 'enable', 'reenable', 'reload-or-restart'].map(brings =>
      retired(verb, '', `systemctl ${brings}`),
    ),
  ),
);

reportedCases(
  'the old service is put away where the new ones are not brought to run',
  script,
  ['stop', 'disable', 'mask'].flatMap(verb =>
    ['unmask', 'reload', 'try-restart', 'reset-failed'].map(brings =>
      retired(verb, '', `systemctl ${brings}`).replace('mender-client', '«mender-client»'),
    ),
  ),
);

const minding = [
  ...['install x', 'commit', 'rollback', 'check-update', 'send-inventory'].map(command => `mender-update ${command}`),
  ...['is-active', 'status', 'try-restart', 'condrestart'].map(verb => `systemctl ${verb} mender-updated`),
  'pidof mender-update',
  'pkill mender-update',
];

reportedCases(
  'what minds a stop before the new services are started',
  script,
  minding.map(use => retired('stop', `${use}\n`, 'systemctl start').replace('mender-client', '«mender-client»')),
);

quietCases('uses that are not affected', script, [
  ...minding.map(use => retired('disable', `${use}\n`, 'systemctl enable --now')),
  ...['mender-update show-artifact', 'systemctl cat mender-updated', 'reboot'].map(use =>
    retired('stop', `${use}\n`, 'systemctl start'),
  ),
]);

reportedCases('uses that are affected by a disabled service', script, [
  retired('disable', 'systemctl is-enabled mender-updated || exit 1\n', 'systemctl enable --now').replace(
    'mender-client',
    '«mender-client»',
  ),
]);

describe('where devices have the wrapper', () => {
  const rulesOf = (question: string) =>
    check(document(`if ${question}; then a; else mender-update commit; systemctl restart mender-client; fi\n`), {
      ...defaultCheckOptions,
      wrapper: true,
    }).map(({ rule }) => rule);
  for (const name of ['command -v', 'which', 'type', 'hash', 'whence'])
    it(`${name} finds it`, () => assert.deepEqual(rulesOf(`${name} mender`), []));
  for (const name of ['test -x', 'ls', 'stat', 'readlink'])
    it(`${name} finds its file`, () => assert.deepEqual(rulesOf(`${name} /usr/bin/mender`), []));
  it('[ finds its file', () => assert.deepEqual(rulesOf('[ -x /usr/bin/mender ]'), []));
  it('a program that is not known to look for files does not', () =>
    assert.deepEqual(rulesOf('file /usr/bin/mender'), ['systemctl-control']));
});
