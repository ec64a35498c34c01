/**
 * Properties of every embedding language: any text is sound, and a fix is the shell's own, written in the embedding
 * language's quoting.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, parseDocument, stringify } from 'yaml';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { assertSound } from '../support/sound.ts';
import { findings, ruleIds } from '../support/texts.ts';

const samples: Readonly<Record<string, string>> = {
  'recipes-a/a_1.0.bb':
    'IMAGE_INSTALL:append = " mender-client \\\n a"\ndo_install:append() {\n  X="${@a(\'b\')}" mender commit\n}\npython do_a() {\n  mender commit\n}\n',
  'build/conf/local.conf':
    'SYSTEMD_AUTO_ENABLE_pn-mender-client = "x"\nMENDER_FEATURES_ENABLE = \'mender-client-install\'\n',
  Dockerfile:
    'RUN --mount=a mender commit && \\\n# a\n  systemctl restart mender-client\nCMD ["mender", "--no-syslog", "setup"]\nRUN <<EOF\nmender commit\nEOF\nCOPY <<-"E" /etc/mender/mender.conf\n{"Connectivity": {}}\nE\n',
  Makefile:
    'a:\n\t@-mender commit $$(mender show-artifact) $(X) \\\n\t  b\ndefine c\n\tsystemctl stop mender-client\nendef\n',
  'etc/cron.d/a': '@daily root mender commit %a\n* * * * * root systemctl restart mender-client\n',
  'crontabs/root': '0 1 * * * mender commit\n',
  'rules.d/9.rules': 'RUN+="/bin/sh -c \'mender commit\'", \\\n  PROGRAM="/usr/bin/mender commit"\n',
  'etc/sudoers.d/a': 'a ALL=(ALL) NOPASSWD: /usr/bin/mender, \\\n /usr/bin/mender commit\n',
  'apparmor.d/usr.bin.a': '/usr/bin/a {\n  owner "/usr/bin/mender" rUx, # a\n  /usr/bin/mender ix,\n}\n',
  'dbus-1/a.conf': '<!-- a --><allow own="io.mender.UpdateManager"/>\n',
  Jenkinsfile:
    "node {\n  sh \"mender commit \\$X ${y} \\\"a\\\"\"\n  sh(script: '''ssh d \\'mender commit\\'\n''', a: 1)\n}\n",
  'a.yml':
    'jobs:\n  a:\n    steps:\n      - run: |\n          mender commit ${{ x }}\n      - run: >-\n          mender\n          commit\n      - run: "mender commit \\"\\u0041\\""\n',
  '.gitlab-ci.yml':
    "a:\n  script:\n    - mender commit\n    - 'echo ''a'' && mender commit'\n    - - systemctl restart mender-client\n",
  'compose.yml': 'services:\n  a:\n    command: [mender, "--no-syslog", \'commit\']\n    entrypoint: mender daemon\n',
  'tasks/main.yml': '- service: {name: mender-client}\n- shell: mender commit\n  args: {a: b}\n',
  'user-data':
    '#cloud-config\nruncmd: [[mender, commit], mender setup]\nwrite_files:\n  - path: /a.sh\n    content: |\n      mender commit\n',
  'README.md':
    'a\n\n```bash\nmender commit <URL> \\\n  a\n```\n> ```console\n> $ mender commit \\\n> > a\n> b\n> ```\n- ~~~\n  user@host:~$ mender commit\n  ~~~\n```ini\n[Service]\nExecStart=/usr/bin/mender daemon\n```\n```json\n{"TenantToken": "a", "DBus": {}}\n```\n',
  'tests/a.py':
    'run(f"mender {a} commit") # \'\nrun(["mender", "com" + "mit", \'\\x41\'])\nrun("""mender\\\n commit""" % (a, b), args="mender commit {}".format(a))\n',
  'src/a.ts':
    'exec(`mender commit ${a({})}`); /[\'"`]/.exec("a");\nspawn("mender", ["commit", \'\\u{1F600}\']); $`mender commit` // a\n',
  'a.go': 'exec.Command("mender", "commit", x[0], f(a))\nrunSSH(host, `mender commit`) /* a */\n',
  'a.cpp':
    '#define C "mender " "commit"\nvoid a() { system(C); execl("mender", "mender", "commit", NULL); s << "mender " << u; }\n',
  'a.php':
    "<?php\n$m = 'mender';\nexec(\"$m commit {$a}\"); exec('mender install ' . $u); foreach (['mender commit'] as $c) { run($c); }\n",
  'b.py':
    'M = "mender"\nclass A:\n  s = [M, "commit"]\n  def a(self, c="mender %s"):\n    run(self.s)\n    for x in ["a", "commit"]:\n      run(c % x)\n      run(f"{M} {x}")\n',
  'kas.yml': 'header: {version: 1}\nlocal_conf_header:\n  a: |\n    IMAGE_INSTALL += "mender-client"\n',
};

describe('embedding languages', () => {
  for (const [path, sample] of Object.entries(samples)) {
    it(`${path} has findings`, () => assert.ok(ruleIds(sample, path).length > 0));

    it(`${path} cut off at every place is sound`, () => {
      for (let at = 0; at <= sample.length; at++) {
        assertSound(sample.slice(0, at), path);
        assertSound(sample.slice(at), path);
      }
    });

    it(`${path} with anything put into it is sound`, () => {
      const piece = fc.constantFrom(
        '"',
        "'",
        '\\',
        '\n',
        '\r\n',
        '\\\n',
        '$',
        '{',
        '}',
        '[',
        ']',
        ':',
        '- ',
        '#',
        '|',
        '>',
        '\t',
        '😀',
        '<<EOF',
        'mender',
        '`',
        '```',
        '(',
        ')',
      );
      fc.assert(
        fc.property(fc.nat(sample.length), fc.nat(sample.length), fc.array(piece, { maxLength: 4 }), (a, b, pieces) => {
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          assertSound(sample.slice(0, start) + pieces.join('') + sample.slice(end), path);
        }),
        { numRuns: 150 },
      );
    });
  }
});

describe('fixes in embedding languages', () => {
  const line = fc.constantFrom(
    'mender commit',
    'sudo mender setup --quiet',
    'systemctl restart mender-client',
    'mender -log-level warn install "$URL"',
    "sh -c 'mender commit'",
    'echo "a: $(mender show-artifact)"',
    'mender --no-syslog commit || true',
    'if mender commit; then a; fi',
    "echo 'it''s' # comment",
    'a \\\n  && mender commit',
    '',
  );
  const script = fc.array(line, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n'));

  it('of YAML are those of the script itself, whatever its style', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        script,
        fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
        (text, style) => {
          const wanted = fixed(text, 'a.sh');
          const yaml = stringify({ a: { script: text } }, { defaultStringType: style as 'PLAIN' });
          const all = findings(yaml, '.gitlab-ci.yml');
          assert.equal(all.length, findings(text, 'a.sh').length);
          const after = fixed(yaml, '.gitlab-ci.yml');
          assert.equal(parseDocument(after).errors.length, 0);
          if (all.some(({ fixes }) => fixes.length === 0) || titles(yaml, '.gitlab-ci.yml') !== titles(text, 'a.sh'))
            return;
          compared++;
          assert.equal((parse(after) as { a: { script: string } }).a.script, wanted);
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(compared > 100, `${compared} compared`);
  });

  it('of an array of strings leave an array of strings', () => {
    const word = fc.constantFrom(
      'mender',
      '/usr/bin/mender',
      'commit',
      'setup',
      'daemon',
      '--no-syslog',
      '-log-level',
      'warn',
      'sudo',
      'sh',
      '-c',
      'mender commit && "a"',
      'systemctl',
      'restart',
      'mender-client',
      'a b',
      'é"\\',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), words => {
        const text = `CMD ${JSON.stringify(words)}\n`;
        for (const { fixes } of findings(text, 'Dockerfile')) {
          for (const { edits, title } of fixes) {
            const after: unknown = JSON.parse(applyEdits(text, edits)!.slice(4));
            assert.ok(Array.isArray(after) && after.every(item => typeof item === 'string' && item !== ''), title);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  const fixed = (text: string, path: string): string =>
    applyEdits(
      text,
      findings(text, path).flatMap(({ fixes: [best] }) => best?.edits ?? []),
    ) ?? text;
  const titles = (text: string, path: string): string =>
    findings(text, path)
      .map(({ fixes: [best] }) => best?.title)
      .join();
});

describe('long texts of embedding languages', () => {
  const many = 20_000;
  const cases: readonly (readonly [path: string, text: string, count: number])[] = [
    ['a.bb', `${'A = "x \\\n"\n'.repeat(many)}do_a() {\n  mender commit\n}\n`, 1],
    ['a.bb', `A = "${'x \\\n'.repeat(many)} mender"\nIMAGE_INSTALL = "mender-client"\n`, 1],
    ['a.bb', `${'do_a() {\n'.repeat(many)}mender commit\n`, 1],
    ['Dockerfile', `${'RUN a \\\n'.repeat(many)} && mender commit\n`, 1],
    ['Dockerfile', `${'RUN a <<E\n'.repeat(many)}RUN mender commit\n`, 1],
    ['Makefile', `a:\n${'\ta $(X) $$y\n'.repeat(many)}\tmender commit\n`, 1],
    ['etc/cron.d/a', `${'* * * * * root a\n'.repeat(many)}* * * * * root mender commit\n`, 1],
    ['a.yml', `a:\n  script: >\n    mender commit\n${'    a b\n\n'.repeat(many)}`, 1],
    ['a.yml', `a:\n  script:\n${'    - a\n'.repeat(many)}    - mender commit\n`, 1],
    ['a.yml', `a: ${'['.repeat(many)}mender\n`, 0],
    ['rules.d/a.rules', `${'RUN+="a", '.repeat(many)}RUN+="mender commit"\n`, 1],
    ['dbus-1/a.conf', `${'<!-- '.repeat(many)}io.mender.UpdateManager`, 0],
  ];
  for (const [path, text, count] of cases) {
    it(`${path} of ${JSON.stringify(text.slice(0, 20))}...`, () => assert.equal(ruleIds(text, path).length, count));
  }
});
