/** Output for people: its layout, its width, its colours, and what it never contains. */
import assert from 'node:assert/strict';
import { Progress } from '../../server/src/cli/progress.ts';
import { piecesOf } from '../../server/src/cli/secrets.ts';
import { nodeFiles } from '../../server/src/host/node-files.ts';
import { createDocument } from '../../server/src/languages/document.ts';
import { type Around, commandIn, inFolder, type Ran } from '../support/command.ts';

const ESCAPE = '\x1b';
const ERASE = `\r${ESCAPE}[K`;

type Files = Readonly<Record<string, string>>;

function runIn(files: Files, around: Around, ...args: string[]): Promise<Ran> {
  return inFolder(files, folder => commandIn(folder, nodeFiles, around)(...args));
}

const terminal = (columns: number): Around => ({ terminals: { out: { columns }, err: { columns } } });
const plain = { env: { NO_COLOR: '1' } };
const lines = (text: string) => text.replace(/\n$/, '').split('\n');

const files: Files = {
  'a.sh': '#!/bin/sh\nmender commit\nif true; then\n\tsystemctl is-active mender-client\nfi\n',
  'mender.conf': '{ "DBus": { "Enabled": true }, "ServerURL": "https://x" }\n',
};

const summary = [
  '  findings      safe    review    no fix  rule',
  '         1         1         -         -  config-dbus',
  '         1         1         -         -  mender-commit',
  '         1         -         1         -  systemctl-query',
  '',
  '3 findings (2 errors, 1 warning) in 2 files: 2 with a safe fix, 1 to review, 0 without a fix.',
  '`mender-lint fix` applies the safe fixes; `mender-lint explain RULE` explains a rule.',
];

const findings = [
  'a.sh',
  '  2:1 error Use `mender-update commit`: `mender commit` is gone since 4.0.  mender-commit',
  '  2 | mender commit',
  '    | ^^^^^^^^^^^^^',
  '  2 + mender-update commit',
  '    = safe fix: Replace with `mender-update commit`',
  '',
  '  4:2 error Ask for `mender-authd` and `mender-updated`: `systemctl is-active mender-client` fails,',
  '            4.0 split the service.  systemctl-query',
  '  4 |     systemctl is-active mender-client',
  '    |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
  '  4 +     systemctl is-active mender-authd && systemctl is-active mender-updated',
  '    = to review: Replace with `mender-authd` and `mender-updated`, one call each',
  '    = or: Replace with `mender-updated` only (deployments, inventory, state scripts)',
  '    = or: Replace with `mender-authd` only (authentication, D-Bus, connection)',
  '',
  'mender.conf',
  '  1:3 warning Remove it: `DBus` is ignored since 4.0, where D-Bus is always on.  config-dbus',
  '  1 | { "DBus": { "…": true }, "ServerURL": … }',
  '    |   ^^^^^^^^^^^^^^^^^^^^^',
  '  1 + { "ServerURL": … }',
  '    = safe fix: Remove `DBus`',
  '',
];

describe('findings as text', () => {
  for (const [name, args, expected] of [
    ['have their line, a mark, what a fix writes, and a summary by rule and by safety', [], [...findings, ...summary]],
    ['are all there is with --quiet', ['--quiet'], findings],
    ['are numbers with --statistics', ['--statistics'], summary],
    ['are the table of numbers with both', ['--statistics', '--quiet'], summary.slice(0, 4)],
  ] as const)
    it(name, async () => {
      const { code, out, err } = await runIn(files, { ...terminal(100), ...plain }, 'check', ...args);
      assert.deepEqual([code, err], [1, '']);
      assert.deepEqual(lines(out), expected);
    });

  it('are no wider than the terminal except for quoted text, and have a separate line for the message where there is little room', async () => {
    const { out } = await runIn(files, { ...terminal(44), ...plain }, 'check', '--quiet');
    assert.deepEqual(lines(out).slice(0, 17), [
      'a.sh',
      '  2:1 error',
      '    Use `mender-update commit`: `mender',
      '    commit` is gone since 4.0.',
      '    mender-commit',
      '  2 | mender commit',
      '    | ^^^^^^^^^^^^^',
      '  2 + mender-update commit',
      '    = safe fix: Replace with `mender-update',
      '      commit`',
      '',
      '  4:2 error',
      '    Ask for `mender-authd` and',
      '    `mender-updated`: `systemctl is-active',
      '    mender-client` fails, 4.0 split the',
      '    service.  systemctl-query',
      '  4 |     systemctl is-active mender-client',
    ]);
    for (const line of lines(out)) assert.ok(line.length <= 44 || /^ *\d* \+ /.test(line), line);
    assert.ok(lines(out).includes('  4 +     systemctl is-active mender-authd && systemctl is-active mender-updated'));
  });

  for (const [line, shown, mark] of [
    ['mender commit', 'mender commit', '^^^^^^^^^^^^^'],
    ['\tmender commit', '    mender commit', '    ^^^^^^^^^^^^^'],
    ['echo "日本"; mender commit', 'echo "日本"; mender commit', '             ^^^^^^^^^^^^^'],
    ['echo "😀é"; mender commit', 'echo "😀é"; mender commit', '            ^^^^^^^^^^^^^'],
    ['true "\u202e"; mender commit', 'true "\\u{202e}"; mender commit', '                 ^^^^^^^^^^^^^'],
    [
      `true ${'x'.repeat(80)}; mender commit; true ${'y'.repeat(80)}`,
      '…xxxxxxxxxxxxx; mender commit; true yyyyyyy…',
      '                ^^^^^^^^^^^^^',
    ],
    [`mender install ${'x'.repeat(80)}`, 'mender install xxxxxxxxxxxxxxxxxxxxxxxxxxxx…', '^^^^^^^^^^^^^^'],
    ['mender \\\n  commit', 'mender \\', '^^^^^^^^'],
  ] as const)
    it(`have a mark below what is meant: ${JSON.stringify(line.slice(0, 40))}`, async () => {
      const { out } = await runIn({ 'a.sh': `${line}\n` }, { ...terminal(50), ...plain }, 'check', '--quiet');
      const start = lines(out).findIndex(each => each.startsWith('  1 | '));
      assert.deepEqual(lines(out).slice(start, start + 2), [`  1 | ${shown}`, `    | ${mark}`]);
    });

  it('are shown without a line that no person can have written', async () => {
    const { out } = await runIn(
      { 'a.sh': `true ${'x '.repeat(5000)}; mender commit\n` },
      { ...terminal(100), ...plain },
      'check',
      '--quiet',
    );
    assert.deepEqual(lines(out).slice(2), [
      '  1 | (not shown: it is very long)',
      '    = safe fix: Replace with `mender-update commit`',
      '',
    ]);
  });

  it('end in a limited list of rules', async () => {
    const commands = [
      'commit',
      'rollback',
      'install x',
      'show-artifact',
      'bootstrap',
      'check-update',
      'send-inventory',
      'setup',
    ];
    const others = ['mender -version', 'mender daemon', 'pidof mender', 'systemctl restart mender-client'];
    const more = ['systemctl is-active mender-client', 'journalctl -u mender-client', 'pkill mender'];
    const script = [...commands.map(each => `mender ${each}`), ...others, ...more].join('\n');
    const table = async (...args: string[]) =>
      lines((await runIn({ 'a.sh': script }, { ...terminal(100), ...plain }, 'check', ...args)).out);
    assert.ok((await table()).some(line => /^ {9}\d +of \d other rules: `--statistics` shows all$/.test(line)));
    assert.ok(!(await table('--statistics')).some(line => /other rules/.test(line)));
  });
});

describe('secrets', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJtZW5kZXIudGVuYW50IjoiNSJ9.c2ln';
  for (const [name, there] of [
    ['a token of a configuration', { 'mender.conf': '{ "TenantToken": "hunter2", "DBus": {} } // hunter2\n' }],
    [
      'a certificate of one',
      { 'mender.conf': '{ "ServerCertificate": "hunter2", "DBus": {},\n"Connectivity": { "hunter2": "hunter2" } }\n' },
    ],
    ['a value that a fix adds', { 'mender.conf': '{\n  "HttpsClient": { "Key": "/hunter2.pem" }\n}\n' }],
    [
      'a configuration that a script writes',
      { 'a.sh': 'cat >/etc/mender/mender.conf <<EOF\n{ "DBus": {}, "ServerURL": "hunter2" }\nEOF\n' },
    ],
    [
      'a comment in one',
      { 'mender.conf': '{\n  // hunter2: is "hunter2", and # hunter2\n  "DBus": {} /* hunter2 */\n}\n' },
    ],
    ['a token that is an option', { 'a.sh': 'mender setup --tenant-token hunter2\n' }],
    ['a variable of that name', { 'a.sh': 'TENANT_TOKEN=hunter2 mender setup\n' }],
    ['a password in an address', { 'a.sh': 'mender install https://me:hunter2@example.com/a\n' }],
    ['a token in an address', { 'a.sh': 'mender install "https://example.com/a?t=hunter2"\n' }],
    ['a header', { 'a.sh': 'curl -H "Authorization: hunter2" x && mender commit\n' }],
    ['a signed token', { 'a.sh': `mender commit ${jwt} # hunter2\n` }],
    ['a random key', { 'a.sh': 'mender commit AKq7hunter2ZZ0aBcDeF1 # hunter2\n' }],
    ['a line that a fix writes', { 'a.sh': 'mender setup \\\n  --tenant-token hunter2 --device-type x\n' }],
  ] as const)
    it(`are not shown: ${name}`, async () => {
      for (const args of [
        ['check', '--color', 'always'],
        ['check', '--format', 'json'],
        ['check', '--format', 'sarif'],
        ['check', '--format', 'markdown'],
        ['check', '--format', 'concise'],
        ['fix', '--diff'],
        ['fix', '--unsafe'],
      ]) {
        const { out, err, code } = await runIn(there, terminal(200), ...args);
        assert.notEqual(code, 2, err);
        assert.match(out + err, /a\.sh|mender\.conf/);
        assert.doesNotMatch(out + err, /hunter2|eyJ/);
      }
    });

  for (const [line, shown] of [
    ['  // the address: of our "server"', '  // …'],
    ['  "ServerURL": "https://x", // and one more', '  "ServerURL": …, // …'],
    ['  "ServerURL": "https://x" /* one */, "RetryPollCount": 3', '  "ServerURL": … /* … */, "RetryPollCount": …'],
    ['  # of our server', '  # …'],
    ['  one two "three" four', '  …'],
    ['  // mender-lint: disable-next-line config-dbus', '  // mender-lint: disable-next-line config-dbus'],
    ['  // mender-lint: "hunter2"', '  // …'],
  ] as const)
    it(`are kept back with what is around them, and once: ${line}`, () => {
      const pieces = piecesOf(createDocument({ uri: 'file:///mender.conf', text: '{}' }), line);
      assert.equal(pieces!.map(({ text }) => text).join(''), shown);
      assert.deepEqual([pieces![0]!.start, pieces!.at(-1)!.end], [0, line.length]);
    });

  it('are not assumed where there are none', async () => {
    const line = 'mender install /data/releases/product-image_5.0.3.mender # see recipes-core/meta-mender-demo_1.2';
    const { out } = await runIn({ 'a.sh': `${line}\n` }, { ...terminal(200), ...plain }, 'check');
    assert.ok(out.includes(`  1 | ${line}\n`), out);
  });
});

describe('colours', () => {
  const coloured = new RegExp(`${ESCAPE}\\[`);
  const linked = new RegExp(
    `${ESCAPE}]8;;https:\\S+/mender-commit\\.md${ESCAPE}\\\\mender-commit${ESCAPE}]8;;${ESCAPE}\\\\`,
  );
  for (const [name, args, around, hasColours, hasLinks] of [
    ['on a terminal', [], terminal(80), true, true],
    ['on none', [], {}, false, false],
    ['on one that can do nothing', [], { ...terminal(80), env: { TERM: 'dumb' } }, false, false],
    ['with NO_COLOR', [], { ...terminal(80), env: { NO_COLOR: '1' } }, false, false],
    ['with an empty NO_COLOR', [], { ...terminal(80), env: { NO_COLOR: '' } }, true, true],
    ['with FORCE_COLOR', [], { env: { FORCE_COLOR: '1' } }, true, false],
    ['with FORCE_COLOR=0', [], { ...terminal(80), env: { FORCE_COLOR: '0' } }, false, false],
    ['with both', [], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, true, false],
    ['with --color never', ['--color', 'never'], { ...terminal(80), env: { FORCE_COLOR: '1' } }, false, false],
    ['with --color always', ['--color', 'always'], { env: { NO_COLOR: '1' } }, true, false],
    ['with --color always on a terminal', ['--color', 'always'], terminal(80), true, true],
  ] as const)
    it(`${name}: ${hasColours ? 'yes' : 'no'}, links: ${hasLinks ? 'yes' : 'no'}`, async () => {
      for (const format of ['text', 'concise']) {
        const { out } = await runIn({ 'a.sh': 'mender commit\n' }, around, 'check', '--format', format, ...args);
        assert.deepEqual([coloured.test(out), linked.test(out)], [hasColours, hasLinks], out);
      }
      const { out } = await runIn({ 'a.sh': 'mender commit\n' }, around, 'check', '--format', 'json', ...args);
      assert.doesNotMatch(out, coloured);
    });
});

describe('the output of fix', () => {
  const left = [
    'Left:',
    'a.sh:4:2: error: Ask for `mender-authd` and `mender-updated`: `systemctl is-active mender-client` fails, 4.0 split the service. [systemctl-query]',
    '    to review: Replace with `mender-authd` and `mender-updated`, one call each',
  ];
  it('says what it did, what is left, and where', async () => {
    const { out, err } = await runIn(files, {}, 'fix');
    assert.equal(out, '');
    assert.deepEqual(lines(err).slice(0, 6), [
      'Fixed 1 finding in a.sh',
      'Fixed 1 finding in mender.conf',
      ...left,
      'Fixed 2 findings in 2 files; 1 finding left:',
    ]);
  });

  it('says what would be done, with --diff, and the patch is separate', async () => {
    const { out, err } = await runIn(files, {}, 'fix', '--diff');
    assert.match(out, /^diff --git a\/a\.sh b\/a\.sh\n/);
    assert.deepEqual(lines(err).slice(0, 5), [
      'Would fix 1 finding in a.sh',
      'Would fix 1 finding in mender.conf',
      ...left,
    ]);
  });

  it('says what must be checked, with --unsafe, at its new place', async () => {
    const script = '#!/bin/sh\nmender daemon\nif true; then\n\tsystemctl is-active mender-client\nfi\n';
    const { err } = await runIn({ 'a.sh': script }, {}, 'fix', '--unsafe');
    const to = lines(err).indexOf('To check:');
    assert.match(lines(err)[to + 1]!, /^a\.sh:2:1: /);
    assert.match(lines(err)[to + 2]!, /^a\.sh:\d+:2: Replace with `mender-authd` and `mender-updated`, one call each$/);
  });

  it('is only numbers with --quiet', async () => {
    assert.match((await runIn(files, {}, 'fix', '--quiet')).err, /^Fixed 2 findings in 2 files; 1 finding left:\n/);
  });

  it('leaves out findings in the baseline', () =>
    inFolder(files, async (_, command) => {
      await command('baseline');
      assert.match((await command('fix')).err, /^Fixed 1 finding in a\.sh\nFixed 1 finding in mender\.conf\nFixed 2 /);
    }));
});

describe('progress', () => {
  const told = (times: readonly number[], around: Around) => {
    const said: string[] = [];
    let time = 0;
    const context = { terminals: around.terminals ?? {}, now: () => time, err: (text: string) => said.push(text) };
    const progress = new Progress(context);
    for (time of times) progress.show({ done: time, total: 12_345 });
    progress.clear();
    return said;
  };

  it('of a long run is shown on a terminal, not too often, and removed at the end', () => {
    assert.deepEqual(told([100, 800], terminal(27)), [`${ERASE}800 of 12,345 files found `, ERASE]);
    assert.deepEqual(told([100, 600], terminal(30)), []);
    assert.deepEqual(told([100, 800], {}), []);
  });
});
