/** Properties of any text: nothing throws, ranges and edits are where they should be, fixing ends. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import { allRules } from '../../server/src/mender/catalogue.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { bashAccepts } from '../support/parses.ts';
import { assertSound } from '../support/sound.ts';
import { document, paths as examplePaths, findings, ruleIds } from '../support/texts.ts';

const paths = ['script.sh', 'etc/mender/mender.conf', 'product.service', 'mender-client.service.d/a.conf'] as const;

const words = fc.constantFrom(
  'mender',
  'commit',
  '/usr/bin/mender',
  'install',
  'daemon',
  'setup',
  '--log-level',
  'warn',
  '-F',
  '--no-syslog',
  'mender-client',
  'mender-client.service',
  'systemctl',
  'restart',
  'is-active',
  'journalctl',
  '-u',
  'sudo',
  'sh',
  '-c',
  'ssh',
  'if',
  'then',
  'fi',
  'for',
  'in',
  'do',
  'done',
  'case',
  'esac',
  'x)',
  ';;',
  '{',
  '}',
  '(',
  ')',
  '$(',
  '`',
  '"',
  "'",
  '\\',
  '\\\n',
  '\n',
  '\r\n',
  ';',
  '&&',
  '||',
  '|',
  '&',
  '!',
  '<<EOF',
  'EOF',
  '$X',
  '${X:-mender}',
  'X=mender',
  'echo',
  '#',
  ' ',
  '\t',
  '=',
  '[',
  ']',
  '[[',
  ']]',
  '-x',
  '😀',
  '\uFEFF',
  'é',
  'After=',
  '[Unit]',
  'ExecStart=',
  '{"',
  '":',
  '"Connectivity"',
  '"DBus"',
  ':',
  ',',
  '{}',
  '//',
  'mender-update',
  'command',
  '-v',
  'dbus-send',
  'io.mender.UpdateManager',
  '%',
  '$$',
  '@',
);
const soup = fc
  .array(fc.tuple(words, fc.constantFrom('', ' ', ' ', '\n')), { maxLength: 40 })
  .map(parts => parts.map(([word, gap]) => word + gap).join(''));

function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

describe('any text', () => {
  for (const path of paths) {
    it(`of random characters as ${path}`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => assertSound(text, path)),
        { numRuns: 300 },
      );
    });
    it(`of random words as ${path}`, () => {
      fc.assert(
        fc.property(soup, text => assertSound(text, path)),
        { numRuns: 3000 },
      );
    });
  }

  it('is fixed in the end, and stays so', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(...paths), (text, path) => {
        const once = fixAll(document(text, path));
        assert.equal(once.left.filter(({ fixes }) => fixes[0]?.safety === 'safe').length, 0);
        assert.equal(fixAll(document(once.text, path)).text, once.text);
      }),
      { numRuns: 2000 },
    );
  });

  it('that bash accepts is accepted after each fix', () => {
    const valid = soup.filter(
      text => text.includes('mender') && findings(text).some(({ fixes }) => fixes.length > 0) && bashAccepts(text),
    );
    fc.assert(
      fc.property(valid, text => {
        for (const { fixes } of findings(text))
          for (const { edits, title } of fixes) assert.ok(bashAccepts(applyEdits(text, edits)!), title);
      }),
      { numRuns: 100 },
    );
  });
});

describe('any mixture of usages', () => {
  const usages = [
    'mender commit',
    '/usr/bin/mender show-artifact',
    'mender -log-level warn install x',
    'mender --no-syslog rollback',
    'mender daemon',
    'mender setup --demo',
    'mender bootstrap --forcebootstrap',
    'systemctl restart mender-client',
    'systemctl is-active --quiet mender-client.service',
    'journalctl -u mender-client -n 5',
    'service mender-client stop',
    'pkill -USR1 mender',
    'mender-update commit --data /data',
    '[ -x /usr/bin/mender ]',
  ];
  const around = fc.constantFrom<(text: string) => string>(
    text => text,
    text => `sudo ${text}`,
    text => `if ${text}; then a; fi`,
    text => `${text} || exit 1`,
    text => `a=$(${text})`,
    text => `echo "b: $(${text} 2>/dev/null)"`,
    text => `f() { ${text}; }`,
    text => `sh -c '${text}'`,
    text => `sh -c "${text} && a"`,
    text => `ssh host ${text}`,
    text => `# mender-lint: disable-next-line\n${text}`,
    text => `cat >x <<E\n${text}\nE`,
    text => `${text} \\\n  >x 2>&1`,
    text => `while ! ${text}; do a; done &`,
  );
  const mixtures = fc
    .array(
      fc.tuple(fc.constantFrom(...usages), around).map(([usage, wrap]) => wrap(usage)),
      { minLength: 1, maxLength: 8 },
    )
    .chain(lines => fc.constantFrom('\n', '\r\n').map(end => lines.join('\n').replaceAll('\n', end)));

  for (const unsafe of [false, true]) {
    it(`is fixed once and for all, and bash accepts what it accepted, ${unsafe ? 'with' : 'without'} unsafe fixes`, () => {
      fc.assert(
        fc.property(mixtures, text => {
          const { text: fixed, left } = fixAll(document(text), undefined, { unsafe });
          assert.deepEqual(
            findings(fixed).filter(({ fixes }) => fixes[0]?.safety === 'safe'),
            [],
          );
          assert.deepEqual(
            left.map(({ rule }) => rule),
            ruleIds(fixed),
          );
          if (bashAccepts(text)) assert.ok(bashAccepts(fixed), fixed);
        }),
        { numRuns: 150 },
      );
    });
  }
});

describe('texts cut off at every place', () => {
  const root = new URL('../fixtures/demo', import.meta.url).pathname;
  for (const path of filesBelow(root)) {
    it(path.slice(root.length + 1), () => {
      const text = readFileSync(path, 'utf8');
      for (let end = 0; end <= text.length; end++) assertSound(text.slice(0, end), path);
    });
  }
  for (const row of allRules) {
    it(`the examples of ${row.id}`, () => {
      for (const { bad, path, language } of row.examples) {
        const name = path ?? examplePaths[language];
        for (let at = 0; at <= bad.length; at++) {
          assertSound(bad.slice(0, at), name);
          assertSound(bad.slice(at), name);
        }
      }
    });
  }
});

describe('long lines', () => {
  const long = 1_000_000;
  const cases: readonly (readonly [name: string, text: string, rules: readonly string[]])[] = [
    ['of words', `${'a '.repeat(long / 2)}\nmender commit`, ['mender-commit']],
    ['of quotes', `${'"" '.repeat(long / 3)}\nmender commit`, ['mender-commit']],
    ['of one word', `echo ${'x'.repeat(long)}; mender commit`, ['mender-commit']],
    ['of substitutions', `echo ${'$(a) '.repeat(long / 50)}; mender commit`, ['mender-commit']],
    ['of operands', `mender install ${'a '.repeat(100_000)}`, ['mender-install']],
    ['of options', `mender ${'--config x '.repeat(20_000)}commit`, ['mender-commit']],
    ['of options of setup', `mender setup ${'--data x '.repeat(20_000)}`, ['mender-setup']],
    ['of options by hand', `mender-update commit ${'--config x '.repeat(20_000)}`, ['misplaced-option']],
    ['of words known at run time', `mender ${'$a '.repeat(50_000)}commit`, ['mender-commit']],
    ['after a wrapper', `sudo -- env ${'A=b '.repeat(20_000)}mender commit`, ['mender-commit']],
    ['before a call', `mender ${' '.repeat(long)}commit`, ['mender-commit']],
  ];
  for (const [name, text, rules] of cases) it(name, () => assert.deepEqual(ruleIds(text), rules));
  it('of JSON', () =>
    assert.deepEqual(ruleIds(`{"A":"${'x'.repeat(long)}","DBus":{}}`, 'mender.conf'), ['config-dbus']));
  it('of a unit', () =>
    assert.deepEqual(ruleIds(`[Unit]\nAfter=${'a.service '.repeat(long / 10)}mender-client.service`, 'a.service'), [
      'unit-ordering',
    ]));
  it('of equal keys', () =>
    assert.equal(ruleIds(`{${'"DaemonLogLevel":"warn",'.repeat(20_000)}"A":1}`, 'mender.conf').length, 1));
  it('of variables that hold the program', () => {
    const names = Array.from({ length: 4000 }, (_, index) => `M${index}`);
    const text = [...names.map(name => `${name}=mender`), ...names.map(name => `$${name} commit`)].join('\n');
    assert.equal(ruleIds(text).length, names.length);
  });
  it('of calls through one variable', () =>
    assert.deepEqual(ruleIds(`M=mender\n${'$M commit\n'.repeat(5000)}`), ['mender-commit']));
  it('of brackets', () =>
    assert.deepEqual(ruleIds(`${'['.repeat(100_000)}`, 'etc/mender/mender.conf').length <= 1, true));
  it('of open substitutions', () => assert.ok(ruleIds(`${'"$('.repeat(20_000)} mender commit`).length <= 1));
});

describe('findings', () => {
  const calls = [
    'mender commit',
    'mender show-artifact',
    'systemctl restart mender-client',
    'mender -log-level warn install x',
    'journalctl -u mender-client',
  ] as const;
  const around = fc.constantFrom<(text: string) => string>(
    text => text,
    text => `sudo ${text}`,
    text => `if ${text}; then a; fi`,
    text => `a=$(${text})`,
    text => `echo "b: $(${text})"`,
    text => `f() { ${text}; }`,
    text => `sh -c '${text}'`,
    text => `{ ${text}; } >x 2>&1`,
  );
  const noise = fc.constantFrom(
    'echo "mender commit"',
    '# mender setup',
    'x="😀"',
    "cat <<'E'\nmender commit\nE",
    '',
    'true',
  );

  it('are all found among other things, each at its place', () => {
    const line = fc.oneof(
      fc.tuple(fc.constantFrom(...calls), around).map(([call, wrap]) => ({ text: wrap(call), call: call as string })),
      noise.map(text => ({ text, call: undefined })),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\n\n'), (lines, end) => {
        const text = lines.map(part => part.text).join(end);
        const found = findings(text);
        const wanted = lines.flatMap(({ call }) => call ?? []);
        assert.equal(found.length, wanted.length);
        for (const [index, { range }] of found.entries())
          assert.ok(wanted[index]!.includes(text.slice(range.start, range.end)));
      }),
      { numRuns: 500 },
    );
  });
});
