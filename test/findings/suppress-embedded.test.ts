/** Comments that suppress findings in files that embed scripts, units and configurations, and where quick fixes write them. */
import assert from 'node:assert/strict';
import { suppressedHere, suppressedInFile } from '../../server/src/findings/suppress/insert.ts';
import { sourceReader } from '../../server/src/sources.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { quietCases } from '../support/cases.ts';
import { document, findings, ruleIds } from '../support/texts.ts';

const recipe = 'recipes-product/product/product_1.0.bb';
const next = 'mender-lint: disable-next-line mender-commit';

quietCases('suppressed in YAML', '.github/workflows/ci.yml', [
  `jobs:\n  a:\n    steps:\n      # ${next}\n      - run: mender commit\n`,
  'jobs:\n  a:\n    steps:\n      - run: mender commit # mender-lint: disable-line mender-commit\n',
  `jobs:\n  a:\n    steps:\n      - run: |\n          # ${next}\n          mender commit\n`,
  'jobs:\n  a:\n    steps:\n      - run: |\n          mender commit # mender-lint: disable-line\n',
  // A comment of YAML covers the whole scalar.
  `jobs:\n  a:\n    steps:\n      # ${next}\n      - run: |\n          true\n          mender commit\n`,
  `jobs:\n  a:\n    steps:\n      # ${next}\n      - run: >\n          true;\n          mender commit\n`,
  `jobs:\n  a:\n    steps:\n      # ${next}\n      - run: "true;\n          mender commit"\n`,
  '# mender-lint: disable-file mender-commit\njobs:\n  a:\n    steps:\n      - run: mender commit\n',
  '#cloud-config\nwrite_files:\n  - path: /etc/mender/mender.conf\n    # mender-lint: disable-next-line\n    content: |\n      { "DBus": {} }\n',
  '#cloud-config\nwrite_files:\n  - path: /etc/systemd/system/a.service\n    content: |\n      [Unit]\n      ; mender-lint: disable-next-line unit-ordering\n      After=mender-client.service\n',
]);

quietCases('suppressed in recipes', recipe, [
  '# mender-lint: disable-next-line\nRDEPENDS:${PN} = "mender-client"\n',
  '# mender-lint: disable-next-line\nRDEPENDS:${PN} = " \\\n  mender-client \\\n"\n',
  `do_install() {\n    # ${next}\n    mender commit\n}\n`,
  'do_install() {\n\tmender commit # mender-lint: disable-line mender-commit\n}\n',
]);

quietCases('suppressed in Dockerfiles', 'Dockerfile', [
  `# ${next}\nRUN mender commit\n`,
  `# ${next}\nRUN true && \\\n    mender commit\n`,
  `RUN true && \\\n    # ${next}\n    mender commit\n`,
  `RUN <<EOF\n# ${next}\nmender commit\nEOF\n`,
  `# ${next}\nRUN <<EOF\ntrue\nmender commit\nEOF\n`,
  '# mender-lint: disable-next-line\nCMD ["mender", "commit"]\n',
]);

quietCases('suppressed in makefiles', 'Makefile', [
  `a:\n# ${next}\n\tmender commit\n`,
  `a:\n\t# ${next}\n\tmender commit\n`,
  'a:\n\tmender commit # mender-lint: disable-line\n',
  `a:\n# ${next}\n\ttrue && \\\n\t  mender commit\n`,
  'define A_CMDS\n# mender-lint: disable-next-line\n\tmender commit\nendef\n',
]);

quietCases('suppressed in tests of bats', 'test/update.bats', [
  `@test "commits" {\n  # ${next}\n  mender commit\n}\n`,
  '@test "commits" {\n  mender commit # mender-lint: disable-line mender-commit\n}\n',
]);

quietCases('suppressed in control files of Debian packages', 'debian/control', [
  'Package: product\nArchitecture: all\n# mender-lint: disable-next-line\nDepends: mender-client\n',
  'Package: product\nArchitecture: all\nDepends: base-files,\n# mender-lint: disable-next-line\n mender-client\n',
]);

quietCases('suppressed in crontabs', 'etc/cron.d/a', [
  `# ${next}\n0 1 * * * root mender commit\n`,
  '0 1 * * * root mender commit # mender-lint: disable-line mender-commit\n',
]);

quietCases('suppressed in rules of udev', 'rules.d/50-a.rules', [
  `# ${next}\nACTION=="add", RUN+="/usr/bin/mender commit"\n`,
  `# ${next}\nACTION=="add", \\\n  RUN+="/usr/bin/mender commit"\n`,
]);

quietCases('suppressed in rules of sudo', 'etc/sudoers.d/a', [
  '# mender-lint: disable-next-line\nuser ALL=(root) NOPASSWD: /usr/bin/mender\n',
  'user ALL=(root) NOPASSWD: /usr/bin/mender # mender-lint: disable-line\n',
]);

describe('suppressed in XML, Markdown and programs', () => {
  for (const [path, text] of [
    [
      'dbus-1/system.d/a.conf',
      '<busconfig>\n  <!-- mender-lint: disable-next-line -->\n  <allow send_interface="io.mender.Update1"/>\n</busconfig>\n',
    ],
    ['a.md', '# Title\n\n<!-- mender-lint: disable-next-line mender-commit -->\n```sh\ntrue\nmender commit\n```\n'],
    ['a.py', 'import subprocess\n# mender-lint: disable-next-line\nsubprocess.run(["mender", "commit"])\n'],
    ['a.js', 'execSync("mender commit"); // mender-lint: disable-line mender-commit\n'],
    ['a.go', 'package a\n\nfunc b() {\n\t// mender-lint: disable-next-line\n\texec.Command("mender", "commit")\n}\n'],
    ['a.c', '/* A */ // mender-lint: disable-file mender-commit\nvoid a() { system("mender commit"); }\n'],
    ['a.cpp', 'void a() {\n  system("mender commit"); // mender-lint: disable-line\n}\n'],
    ['a.php', '<?php\n// mender-lint: disable-next-line mender-commit\nexec("mender commit");\n'],
    ['a.php', '<?php\nexec("mender commit"); # mender-lint: disable-line\n'],
    // At the place of the wrong name.
    ['a.py', 'M = "mender-client"  # mender-lint: disable-line\nrun(["systemctl", "stop", M])\n'],
  ] as const) {
    it(`is suppressed in ${path}`, () => {
      assert.deepEqual(ruleIds(text, path), []);
      assert.notDeepEqual(ruleIds(text.replaceAll('mender-lint: ', 'x '), path), []);
    });
  }
});

describe('no comment that suppresses', () => {
  for (const [path, text] of [
    ['a.yml', 'jobs:\n  a:\n    steps:\n      - run: "# mender-lint: disable-file"\n      - run: mender commit\n'],
    [
      'a.yml',
      'jobs:\n  a:\n    steps:\n      - run: |\n          echo "\n          # mender-lint: disable-file\n          "; mender commit\n',
    ],
    [recipe, 'A = "a \\\n# mender-lint: disable-file \\\n"\nRDEPENDS:${PN} = "mender-client"\n'],
    [recipe, ' # mender-lint: disable-file\nRDEPENDS:${PN} = "mender-client"\n'],
    ['Dockerfile', 'COPY <<EOF /a\n# mender-lint: disable-file\nEOF\nRUN mender commit\n'],
    ['etc/cron.d/a', '0 1 * * * root echo "# mender-lint: disable-line"; mender commit\n'],
    ['rules.d/50-a.rules', 'RUN+="/usr/bin/mender commit" # mender-lint: disable-line\n'],
  ] as const) {
    it(JSON.stringify(text), () => assert.equal(ruleIds(text, path).length, 1));
  }
});

describe('comments of embedding languages', () => {
  for (const [path, text, rules] of [
    [
      'a.yml',
      `# mender-lint: disable-next-line mender-comit\njobs:\n  a:\n    steps:\n      - run: mender-update commit\n`,
      'unknown-suppression',
    ],
    [
      'a.yml',
      'steps:\n  - run: |\n      # mender-lint: disable-next-line mender-commit\n      mender-update commit\n',
      'unused-suppression',
    ],
    [recipe, '# mender-lint: disable-file mender-commit\nA = "mender"\n', 'unused-suppression'],
  ] as const) {
    it(`that suppress nothing are reported: ${JSON.stringify(text)}`, () =>
      assert.equal(ruleIds(text, path).join(' '), rules));
  }

  it('of XML are removed whole', () => {
    const path = 'dbus-1/system.d/mender.conf';
    const text =
      '<busconfig>\n  <!-- mender-lint: disable-next-line bus-policy -->\n  <allow own="a"/>\n</busconfig>\n';
    const [found] = findings(text.replace('bus-policy', 'mender-commit'), path);
    assert.equal(
      applyEdits(text.replace('bus-policy', 'mender-commit'), found!.fixes[0]!.edits),
      '<busconfig>\n  <allow own="a"/>\n</busconfig>\n',
    );
  });
});

describe('a comment for a line in an embedding language', () => {
  for (const [path, before, line] of [
    ['a.yml', 'jobs:\n  a:\n    steps:\n', '      - run: mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          true\n', '          mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n', '          mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n', '      - run: >\n          mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n', '      - run: >\n          true;\n          mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n', '      - run: "true;\n          mender commit"\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n', '      - run: true;\n          mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n      - run:\n', '          mender commit\n'],
    ['a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n', '          true && \\\n            mender commit\n'],
    ['a.yml', 'jobs:\r\n  a:\r\n    steps:\r\n      - run: |\r\n', '          mender commit\r\n'],
    [recipe, 'A = "b"\ndo_install() {\n', '    mender commit\n'],
    ['Dockerfile', 'FROM a\n', 'RUN true && \\\n    mender commit\n'],
    ['Dockerfile', 'FROM a\nRUN <<EOF\n', 'mender commit\nEOF\n'],
    ['Dockerfile', 'FROM a\n', 'RUN bash -e <<EOF\nmender commit\nEOF\n'],
    ['etc/cron.d/a', 'A=b\n', '0 1 * * * root mender commit\n'],
    ['rules.d/50-a.rules', '# a\n', 'ACTION=="add", \\\n  RUN+="/usr/bin/mender commit"\n'],
  ] as const) {
    it(`${path}: ${JSON.stringify(before + line)}`, () => {
      const text = before + line;
      const [found] = findings(text, path);
      const edit = suppressedHere(document(text, path), found!.rule, found!.range.start, sourceReader)!;
      const after = applyEdits(text, [edit])!;
      const end = text.includes('\r\n') ? '\r\n' : '\n';
      assert.equal(
        after,
        `${before}${/^[ \t]*/.exec(line)![0]}# ${next.replace('mender-commit', found!.rule)}${end}${line}`,
      );
      assert.deepEqual(ruleIds(after, path), []);
    });
  }

  for (const [path, text, expected] of [
    ['Makefile', 'a:\n\tmender commit\n', `a:\n# ${next}\n\tmender commit\n`],
    [
      recipe,
      'RDEPENDS:${PN} = "a \\\n  mender-client"\n',
      '# mender-lint: disable-next-line recipe-package\nRDEPENDS:${PN} = "a \\\n  mender-client"\n',
    ],
    [
      'user-data',
      '#cloud-config\nwrite_files:\n  - path: /etc/mender/mender.conf\n    content: |\n      { "DBus": {} }\n',
      '#cloud-config\nwrite_files:\n  - path: /etc/mender/mender.conf\n    # mender-lint: disable-next-line config-dbus\n    content: |\n      { "DBus": {} }\n',
    ],
    [
      'etc/sudoers.d/a',
      'user ALL=(root) \\\n  /usr/bin/mender\n',
      '# mender-lint: disable-next-line binary-path\nuser ALL=(root) \\\n  /usr/bin/mender\n',
    ],
    [
      'a.md',
      '1. a\n\n   ```sh\n   mender commit\n   ```\n',
      '1. a\n\n   <!-- mender-lint: disable-next-line mender-commit -->\n   ```sh\n   mender commit\n   ```\n',
    ],
    [
      'a.md',
      'a\n\n    mender commit\n',
      'a\n\n<!-- mender-lint: disable-next-line mender-commit -->\n    mender commit\n',
    ],
    [
      'a.md',
      '- a\n\n      systemctl start a.service\n      mender commit\n',
      '- a\n\n  <!-- mender-lint: disable-next-line mender-commit -->\n      systemctl start a.service\n      mender commit\n',
    ],
    [
      'a.md',
      'a\n\n```sh\nmender commit\n```\n',
      'a\n\n<!-- mender-lint: disable-next-line mender-commit -->\n```sh\nmender commit\n```\n',
    ],
  ] as const) {
    it(`${path}: ${JSON.stringify(text)}`, () => {
      const [found] = findings(text, path);
      const after = applyEdits(text, [
        suppressedHere(document(text, path), found!.rule, found!.range.start, sourceReader)!,
      ])!;
      assert.equal(after, expected);
      assert.deepEqual(ruleIds(after, path), []);
    });
  }

  it('is not offered in YAML that cannot be read', () => {
    const text = 'a: [\n  {\nsteps:\n  - run: mender commit\n';
    assert.equal(suppressedHere(document(text, 'a.yml'), 'mender-commit', text.indexOf('mender')), undefined);
  });
});

quietCases('a string is no comment', 'a.py', ['run("ls # mender-lint: disable-file mender-commit")\n']);

describe('a comment for a program', () => {
  for (const [path, text, expected] of [
    [
      'a.go',
      'package a\n\nfunc b() {\n\texec.Command("mender", "commit")\n}\n',
      'package a\n\nfunc b() {\n\t// mender-lint: disable-next-line mender-commit\n\texec.Command("mender", "commit")\n}\n',
    ],
    [
      'a.c',
      'void a() {\n  system("mender commit");\n}\n',
      'void a() {\n  // mender-lint: disable-next-line mender-commit\n  system("mender commit");\n}\n',
    ],
    [
      'a.js',
      'exec(`ls\nmender commit`);\n',
      '// mender-lint: disable-next-line mender-commit\nexec(`ls\nmender commit`);\n',
    ],
    [
      'a.php',
      '<?php\nexec("mender commit");\n',
      '<?php\n// mender-lint: disable-next-line mender-commit\nexec("mender commit");\n',
    ],
    ['b.php', '<?php exec("mender commit");\n', undefined],
  ] as const)
    it(path, () => {
      const [found] = findings(text, path);
      const edit = suppressedHere(document(text, path), found!.rule, found!.range.start, sourceReader);
      assert.equal(edit && applyEdits(text, [edit]), expected);
      if (expected !== undefined) assert.deepEqual(ruleIds(expected, path), []);
    });

  it('follows the sign that begins a page in PHP', () => {
    const text = '#!/usr/bin/php\n<?php\nexec("mender commit");\n';
    const after = applyEdits(text, [suppressedInFile(document(text, 'a.php'), 'mender-commit', sourceReader)!]);
    assert.equal(after, text.replace('exec', '// mender-lint: disable-file mender-commit\nexec'));
    assert.deepEqual(ruleIds(after!, 'a.php'), []);
  });
});

describe('a comment for a whole file in an embedding language', () => {
  for (const [path, head, rest] of [
    ['a.yml', '', 'jobs:\n  a:\n    steps:\n      - run: mender commit\n'],
    ['user-data', '## template: jinja\n#cloud-config\n', 'runcmd:\n  - mender commit\n'],
    ['Dockerfile', '# syntax=docker/dockerfile:1\n', 'FROM a\nRUN mender commit\n'],
    ['Makefile', '#!/usr/bin/make -f\n', 'a:\n\tmender commit\n'],
    ['a.py', '#!/usr/bin/env python3\n# -*- coding: latin-1 -*-\n', 'os.system("mender commit")\n'],
  ] as const) {
    it(`${path}: ${JSON.stringify(head)}`, () => {
      const text = head + rest;
      const after = applyEdits(text, [suppressedInFile(document(text, path), 'mender-commit', sourceReader)!])!;
      assert.equal(after, `${head}# mender-lint: disable-file mender-commit\n${rest}`);
      assert.deepEqual(ruleIds(after, path), []);
    });
  }
});
