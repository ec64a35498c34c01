/** Rules that a project adds: found, fixed and left alone like those of the catalogue. */
import assert from 'node:assert/strict';
import { check, defaultCheckOptions } from '../../server/src/findings/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { parseProject } from '../../server/src/options/project-file.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { document } from '../support/texts.ts';

const rules = {
  wrapper: { id: 'acme-install', command: 'acme-ota install', to: 'acme-update install', safety: 'safe' },
  alone: { id: 'acme-tool', command: '/opt/acme/tool' },
  longer: { id: 'acme-push', command: 'acme-push', to: 'acme-update push --now' },
  agent: { id: 'acme-agent', service: 'acme-agent', to: ['acme-auth', 'acme-update'], safety: 'safe' },
  one: { id: 'acme-one', service: 'acme-agent.service', to: 'acme-update', safety: 'safe' },
  key: { id: 'acme-poll', key: 'Acme.Poll', to: 'PollSeconds', severity: 'warning' },
  gone: { id: 'acme-gone', key: 'AcmeGone', safety: 'safe' },
  path: { id: 'acme-path', path: '/opt/acme/ota', to: '/usr/bin/acme-update' },
  commit: { id: 'our-commit', command: 'mender commit', to: 'acme-update commit' },
  client: { id: 'our-client', service: 'mender-client', to: 'acme-update', safety: 'safe' },
} as const;

function optionsWith(names: readonly (keyof typeof rules)[]) {
  const { options, problems } = parseProject(JSON.stringify({ extraRules: names.map(name => rules[name]) }));
  assert.deepEqual(problems, []);
  return { ...defaultCheckOptions, custom: options.custom };
}

function found(text: string, names: readonly (keyof typeof rules)[], path: string): readonly Finding[] {
  return check(document(text, path), optionsWith(names));
}

interface Case {
  readonly rules: readonly (keyof typeof rules)[];
  readonly path?: string;
  readonly text: string;
  /** Ids, with the underlined text. */
  readonly found: readonly string[];
  /** After the best fixes. */
  readonly fixed?: string;
  readonly safety?: 'safe' | 'review';
}

const cases: readonly Case[] = [
  {
    rules: ['wrapper'],
    text: 'acme-ota install x',
    found: ['acme-install: acme-ota install'],
    fixed: 'acme-update install x',
    safety: 'safe',
  },
  {
    rules: ['wrapper'],
    text: 'sudo -E /opt/bin/acme-ota -q install "$1"',
    found: ['acme-install: /opt/bin/acme-ota -q install'],
    fixed: 'sudo -E /opt/bin/acme-update -q install "$1"',
  },
  {
    rules: ['wrapper'],
    text: 'sh -c "acme-ota \'install\' x"',
    found: ["acme-install: acme-ota 'install'"],
    fixed: 'sh -c "acme-update \'install\' x"',
  },
  {
    rules: ['wrapper'],
    text: 'echo "$(acme-ota install)"',
    found: ['acme-install: acme-ota install'],
    fixed: 'echo "$(acme-update install)"',
  },
  {
    rules: ['wrapper'],
    text: 'OTA=acme-ota\n$OTA install x',
    found: ['acme-install: acme-ota'],
    fixed: 'OTA=acme-update\n$OTA install x',
    safety: 'review',
  },
  {
    rules: ['wrapper'],
    text: '$SUDO acme-ota install',
    found: ['acme-install: acme-ota install'],
    fixed: '$SUDO acme-update install',
  },
  {
    rules: ['wrapper'],
    path: 'a.service',
    text: '[Service]\nExecStart=/usr/bin/acme-ota install\n',
    found: ['acme-install: /usr/bin/acme-ota install'],
    fixed: '[Service]\nExecStart=/usr/bin/acme-update install\n',
  },
  {
    rules: ['wrapper'],
    path: 'Dockerfile',
    text: 'RUN ["acme-ota", "install"]\n',
    found: ['acme-install: acme-ota", "install'],
    fixed: 'RUN ["acme-update", "install"]\n',
  },
  {
    rules: ['wrapper'],
    path: 'a.yml',
    text: 'steps:\n  - run: acme-ota install\n',
    found: ['acme-install: acme-ota install'],
    fixed: 'steps:\n  - run: acme-update install\n',
  },
  { rules: ['alone'], text: '/opt/acme/tool x', found: ['acme-tool: /opt/acme/tool'] },
  { rules: ['longer'], text: 'acme-push x', found: ['acme-push: acme-push'], fixed: 'acme-update push --now x' },
  {
    rules: ['agent'],
    text: 'systemctl restart acme-agent',
    found: ['acme-agent: acme-agent'],
    fixed: 'systemctl restart acme-auth acme-update',
    safety: 'safe',
  },
  {
    rules: ['one'],
    text: 'systemctl is-active acme-agent.service || exit',
    found: ['acme-one: systemctl is-active acme-agent.service'],
    fixed: 'systemctl is-active acme-update.service || exit',
  },
  {
    rules: ['one'],
    text: 'service acme-agent stop',
    found: ['acme-one: service acme-agent stop'],
    fixed: 'service acme-update stop',
  },
  {
    rules: ['agent'],
    text: 'journalctl -fu acme-agent',
    found: ['acme-agent: acme-agent'],
    fixed: 'journalctl -fu acme-auth -u acme-update',
  },
  {
    rules: ['agent'],
    text: 'journalctl -o cat "_SYSTEMD_UNIT=acme-agent.service"',
    found: ['acme-agent: acme-agent.service'],
    fixed: 'journalctl -o cat "_SYSTEMD_UNIT=acme-auth.service" "_SYSTEMD_UNIT=acme-update.service"',
  },
  {
    rules: ['one'],
    text: 'journalctl UNIT=acme-agent.service',
    found: ['acme-one: acme-agent.service'],
    fixed: 'journalctl UNIT=acme-update.service',
  },
  {
    rules: ['agent'],
    path: 'a.service',
    text: '[Unit]\nAfter=a.service acme-agent.service\n',
    found: ['acme-agent: acme-agent.service'],
    fixed: '[Unit]\nAfter=a.service acme-auth.service acme-update.service\n',
    safety: 'safe',
  },
  {
    rules: ['agent'],
    path: 'a.timer',
    text: '[Timer]\nUnit=acme-agent.service\n',
    found: ['acme-agent: acme-agent.service'],
    fixed: '[Timer]\nUnit=acme-auth.service\n',
    safety: 'review',
  },
  {
    rules: ['agent'],
    path: 'acme-agent.service.d/a.conf',
    text: '[Service]\nRestart=no\n',
    found: ['acme-agent: [Service]'],
  },
  {
    rules: ['one'],
    path: 'tasks/main.yml',
    text: '- name: a\n  systemd:\n    name: acme-agent\n    state: started\n',
    found: ['acme-one: acme-agent'],
    fixed: '- name: a\n  systemd:\n    name: acme-update\n    state: started\n',
  },
  {
    rules: ['key'],
    path: 'etc/mender/mender.conf',
    text: '{ "Acme": { "Poll": 1 } }',
    found: ['acme-poll: "Poll"'],
    fixed: '{ "Acme": { "PollSeconds": 1 } }',
    safety: 'review',
  },
  {
    rules: ['key'],
    path: 'etc/mender/mender.conf',
    text: '{ "Acme": { "Poll": 1, "PollSeconds": 2 } }',
    found: ['acme-poll: "Poll"'],
  },
  {
    rules: ['gone'],
    path: 'etc/mender/mender.conf',
    text: '{ "A": 1, "AcmeGone": 1 }',
    found: ['acme-gone: "AcmeGone": 1'],
    fixed: '{ "A": 1 }',
    safety: 'safe',
  },
  {
    rules: ['path'],
    text: 'cp /opt/acme/ota /x; ls /opt/acme/ota/y',
    found: ['acme-path: /opt/acme/ota', 'acme-path: /opt/acme/ota/y'],
    fixed: 'cp /usr/bin/acme-update /x; ls /usr/bin/acme-update/y',
  },
  // Instead of the rules of the catalogue.
  {
    rules: ['commit'],
    text: 'mender commit; mender rollback',
    found: ['our-commit: mender commit', 'mender-rollback: mender rollback'],
    fixed: 'acme-update commit; mender-update rollback',
  },
  {
    rules: ['client'],
    text: 'systemctl restart mender-client',
    found: ['our-client: mender-client'],
    fixed: 'systemctl restart acme-update',
    safety: 'safe',
  },
];

describe('rules of a project', () => {
  for (const { rules: names, path = 'a.sh', text, found: expected, fixed, safety } of cases) {
    it(`${names.join()} in ${path}: ${JSON.stringify(text)}`, () => {
      const findings = found(text, names, path);
      assert.deepEqual(
        findings.map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`),
        expected,
      );
      const edits = findings.flatMap(({ fixes: [best] }) => best?.edits ?? []);
      assert.equal(edits.length > 0 ? applyEdits(text, edits) : undefined, fixed);
      if (safety) assert.equal(findings[0]?.fixes[0]?.safety, safety);
    });
  }

  for (const [names, text, path] of [
    [['wrapper'], 'acme-ota list; echo acme-ota install; my-acme-ota install'],
    [['wrapper'], '# acme-ota install\ncat <<E\nacme-ota install\nE\n'],
    [['wrapper'], 'if command -v acme-update; then\n  acme-update install x\nelse\n  acme-ota install x\nfi\n'],
    [['alone'], 'tool x; /usr/bin/tool'],
    [['agent'], 'systemctl restart acme-agent2 my-acme-agent; echo acme-agent'],
    [['agent'], 'systemctl restart acme-agent acme-auth acme-update'],
    [['agent'], '[Unit]\nAfter=acme-agent.service acme-auth.service\n', 'a.service'],
    [['key'], '{ "Poll": 1 }', 'etc/mender/mender.conf'],
    [['path'], 'ls /opt/acme/ota2; rm -f /opt/acme/ota'],
    [['wrapper'], '# mender-lint: disable-next-line acme-install\nacme-ota install\n'],
    [['agent'], 'systemctl stop acme-agent # mender-lint: disable-line\n'],
  ] as const) {
    it(`leave alone: ${JSON.stringify(text)}`, () => assert.deepEqual(found(text, names, path ?? 'a.sh'), []));
  }

  it('are part of fix-all when they are safe', () => {
    const fixed = fixAll(document('acme-ota install\nmender commit\nacme-push\n'), optionsWith(['wrapper', 'longer']));
    assert.equal(fixed.text, 'acme-update install\nmender-update commit\nacme-push\n');
    assert.deepEqual([fixed.fixed, fixed.left.length], [2, 1]);
  });

  it('can have their severity changed, be turned off, and have their own text', () => {
    const { options } = parseProject(
      '{"extraRules":[{"id":"a-b","command":"a","to":"b","message":"Use {to}, not {use}.","severity":"information"}]}',
    );
    const text = document('a');
    const withRules = (severity: 'off' | 'warning') => ({
      ...defaultCheckOptions,
      custom: options.custom,
      rules: { 'a-b': severity },
    });
    const [finding] = check(text, { ...defaultCheckOptions, custom: options.custom });
    assert.deepEqual([finding?.severity, finding?.message], ['information', 'Use b, not a.']);
    assert.equal(check(text, withRules('warning'))[0]?.severity, 'warning');
    assert.deepEqual(check(text, withRules('off')), []);
  });

  it('override others only while they are on', () => {
    const text = document('mender commit\n');
    const options = { ...optionsWith(['commit']), rules: { 'our-commit': 'off' as const } };
    assert.deepEqual(
      check(text, options).map(({ rule }) => rule),
      ['mender-commit'],
    );
  });

  it('misspelt in comments are reported', () => {
    const [finding] = found('# mender-lint: disable-file acme-instal\necho mender\n', ['wrapper'], 'a.sh');
    assert.match(finding!.message, /^Use `acme-install`: /);
  });
});

describe('mistakes in custom rules', () => {
  for (const [rule, message] of [
    ['1', /^A rule must be an object/],
    ['{ "command": "a" }', /must have an `id`/],
    ['{ "id": "Acme", "command": "a" }', /must have an `id` of words in lower case/],
    ['{ "id": "mender-commit", "command": "a" }', /`mender-commit` is a rule of Mender Lint's own/],
    ['{ "id": "a" }', /must name one of command, service, key, path/],
    ['{ "id": "a", "command": "a", "path": "/a" }', /must name one of/],
    ['{ "id": "a", "comand": "a" }', /has no option `comand`; did you mean `command`\?$/],
    ['{ "id": "a", "command": "a; b" }', /`command` must be a program/],
    ['{ "id": "a", "service": "a b" }', /`service` must be the name/],
    ['{ "id": "a", "key": "a b" }', /`key` must be a key/],
    ['{ "id": "a", "path": "a" }', /`path` must be an absolute path/],
    ['{ "id": "a", "command": "a", "to": ["b", "c"] }', /`to` must be a program/],
    ['{ "id": "a", "service": "a", "to": ["b", "c", "d"] }', /`to` must be .*, or a list of two/],
    ['{ "id": "a", "command": "a", "severity": "off" }', /`severity` must be one of error, warning, information/],
    ['{ "id": "a", "command": "a", "safety": true }', /`safety` must be one of safe, review/],
    ['{ "id": "a", "command": "a", "why": "" }', /`why` must be a sentence/],
  ] as const) {
    it(rule, () => {
      const { options, problems } = parseProject(`{ "extraRules": [${rule}] }`);
      assert.match(problems[0]?.message ?? '', message);
      assert.equal(options.custom, undefined);
    });
  }

  it('two with the same id', () => {
    const rule = '{ "id": "a", "command": "a" }';
    assert.match(parseProject(`{ "extraRules": [${rule}, ${rule}] }`).problems[0]!.message, /two rules `a`/);
  });

  it('none, where rules name them before they are defined', () => {
    const text = '{ "rules": { "a": "off" }, "extraRules": [{ "id": "a", "command": "a" }] }';
    assert.deepEqual(parseProject(text).problems, []);
    assert.match(parseProject(text.replace('"a": "off"', '"b": "off"')).problems[0]!.message, /no rule `b`/);
  });
});
