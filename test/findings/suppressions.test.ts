/** Comments that suppress findings: what they cover, and which comments do not count. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { foundCases, quietCases } from '../support/cases.ts';
import { document, ruleIds } from '../support/texts.ts';

const commit = 'mender-commit';

quietCases('suppressed in a script', 'script.sh', [
  '# mender-lint: disable-next-line mender-commit\nmender commit\n',
  '#mender-lint:disable-next-line mender-commit -- needed on 3.x\nmender commit\n',
  '# mender-lint: disable-next-line -- everything\nmender commit; mender rollback\n',
  '# mender-lint: disable-next-line mender-commit, mender-rollback\nmender commit; mender rollback\n',
  '# mender-lint: disable-next-line mender-commit mender-rollback\nmender commit; mender rollback\n',
  '# mender-lint: disable-next-line mender-commit\r\nmender commit\r\n',
  '# mender-lint: disable-next-line mender-commit\n# shellcheck disable=SC2086\nmender commit\n',
  '# mender-lint: disable-next-line mender-commit\n# mender-lint: disable-next-line mender-rollback\nmender commit; mender rollback\n',
  '# mender-lint: disable-next-line mender-install\nmender \\\n  install \\\n  x\n',
  '# mender-lint: disable-next-line mender-install\nlog "a\n$(mender install x)"\n',
  'mender commit # mender-lint: disable-line mender-commit\n',
  'mender commit;# mender-lint: disable-line mender-commit',
  'mender \\\n  commit # mender-lint: disable-line mender-commit\n',
  'mender commit <<E # mender-lint: disable-line mender-commit\na\nE\n',
  'if a; then\n  # mender-lint: disable-next-line mender-commit\n  mender commit\nfi\n',
  'a &&\n  # mender-lint: disable-next-line mender-commit\n  mender commit\n',
  'case $x in\n# mender-lint: disable-next-line mender-commit\na) mender commit ;;\nesac\n',
  'x=$(\n  # mender-lint: disable-next-line mender-commit\n  mender commit\n)\n',
  'echo "$(\n  mender commit # mender-lint: disable-line mender-commit\n)"\n',
  'mender commit\n# mender-lint: disable-file mender-commit\n',
  '# mender-lint: disable mender-commit, mender-rollback\nmender commit\nmender rollback\n# mender-lint: enable\n',
  '# mender-lint: disable\nmender commit\nmender rollback\n',
]);

foundCases('not suppressed in a script', 'script.sh', [
  ...[
    '# mender-lint: disable-next-line mender-rollback -- \n\n«mender commit»\n',
    '# mender-lint: disable-next-line mender-commit\n\n«mender commit»\n',
    '«mender commit»\n# mender-lint: disable-line mender-commit\n',
    '# mender-lint: disable mender-commit\ntrue\n# mender-lint: enable mender-commit\n«mender commit»\n',
  ].map(text => ({
    text: text.replace(/# mender-lint: disable[^\n]*?(?= *\n)/, '«$&»'),
    rules: text.startsWith('#') ? ['unused-suppression', commit] : [commit, 'unused-suppression'],
    fixed: text
      .replace(/[«»]/g, '')
      .replace(/# mender-lint: disable[^\n]*\n/, '')
      .replace('mender commit\n', 'mender-update commit\n'),
  })),
  ...[
    'echo "# mender-lint: disable-line"; «mender commit»\n',
    "a='\n# mender-lint: disable-next-line\n'; «mender commit»\n",
    'cat <<E; «mender commit»\n# mender-lint: disable-file\nE\n',
    'a=(\n # mender-lint: disable-file\n b\n); «mender commit»\n',
    'a#\\ mender-lint:\\ disable-file; «mender commit»\n',
    'echo \\# mender-lint: disable-file; «mender commit»\n',
    '; mender-lint: disable-file\n«mender commit»\n',
    '# Mender-lint: disable-file\n«mender commit»\n',
    '# see mender-lint: disable-file\n«mender commit»\n',
  ].map(text => ({
    text,
    rules: commit,
    fixed: text.replace(/[«»]/g, '').replace('mender commit', 'mender-update commit'),
  })),
]);

quietCases('suppressed in a unit file', 'product.service', [
  '[Unit]\n# mender-lint: disable-next-line unit-ordering\nAfter=mender-client.service\n',
  '[Unit]\n  ; mender-lint: disable-next-line unit-ordering\nAfter=a.service \\\n  mender-client.service\n',
  '# mender-lint: disable-file\n[Unit]\nAfter=mender-client.service\n[Service]\nExecStart=/usr/bin/mender daemon\n',
]);

foundCases('not suppressed in a unit file', 'product.service', [
  {
    text: '[Unit]\nAfter=«mender-client.service» # mender-lint: disable-line unit-ordering\n',
    rules: 'unit-ordering',
    fixed: '[Unit]\nAfter=mender-authd.service mender-updated.service # mender-lint: disable-line unit-ordering\n',
  },
]);

foundCases('comments that suppress nothing', 'script.sh', [
  {
    text: '# mender-lint: disable-next-line mender-commit, «mender-install», mender-rollback -- why\nmender commit; mender rollback\n',
    rules: 'unused-suppression',
    fixed: '# mender-lint: disable-next-line mender-commit, mender-rollback -- why\nmender commit; mender rollback\n',
    safety: 'review',
  },
  {
    text: '# mender-lint: disable-file mender-commit\n«# mender-lint: disable-file mender-commit»\nmender commit\n',
    rules: 'unused-suppression',
    fixed: '# mender-lint: disable-file mender-commit\nmender commit\n',
  },
  { text: 'a\r\n  «# mender-lint: disable»\r\nb\r\n', rules: 'unused-suppression', fixed: 'a\r\nb\r\n' },
  { text: 'a  «# mender-lint: disable-line»\r\nb\r\n', rules: 'unused-suppression', fixed: 'a\r\nb\r\n' },
  { text: 'a\n«# mender-lint: enable mender-commit»', rules: 'unused-suppression', fixed: 'a\n' },
]);

describe('suppressions', () => {
  const text = '# mender-lint: disable-next-line mender-commit\nmender commit\n';

  it('are never fixed', () => assert.equal(fixAll(document(text)).text, text));

  it('of a rule that is off, or does not apply to the target, are not called unused', () => {
    const off = { target: '5.1', rules: { [commit]: 'off' } } as const;
    assert.deepEqual(check(document(text), off), []);
    const later = '# mender-lint: disable-next-line option-not-available\nmender-update commit\n';
    assert.deepEqual(ruleIds(later, 'script.sh', '5.1'), []);
  });

  it('have no effect in a configuration, which is strict JSON', () =>
    assert.deepEqual(ruleIds('{ // mender-lint: disable-file\n "DBus": {} }', 'mender.conf').sort(), [
      'config-dbus',
      'config-invalid-json',
    ]));

  it('may be many', () => {
    const comments = '# mender-lint: disable-next-line mender-commit\n'.repeat(10_000);
    assert.deepEqual(ruleIds(`${comments}mender commit\n`), []);
    const unused = '# mender-lint: disable-file mender-commit\n'.repeat(10_000);
    assert.equal(ruleIds(`${unused}mender commit\n`).length, 9_999);
  });
});
