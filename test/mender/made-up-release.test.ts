/** Data alone says what a new release removes: findings, fixes, pages and schema follow. */
import assert from 'node:assert/strict';
import { check } from '../../server/src/findings/check.ts';
import { fixAll } from '../../server/src/findings/fix-all.ts';
import type { Target } from '../../server/src/mender/version.ts';
import { optionSchemasOf, parseOptions } from '../../server/src/options/options.ts';
import { parseProject } from '../../server/src/options/project-file.ts';
import { projectSchema } from '../../server/src/options/project-schema.ts';
import { generatedFiles } from '../../server/src/pages/generated-files.ts';
import { rulePage } from '../../server/src/pages/rule-page.ts';
import { applyEdits } from '../../server/src/text/apply-edits.ts';
import { keyRule, later } from '../support/made-up-release.ts';
import { document, everyRule, paths } from '../support/texts.ts';

interface Case {
  readonly text: string;
  readonly path?: string;
  readonly target: Target;
  readonly from?: Target;
  /** Rules of the findings. */
  readonly found: readonly string[];
  /** Parts of their messages. */
  readonly says?: RegExp;
  /** After all safe fixes. */
  readonly fixed?: string;
}

const conf = 'mender.conf';

const cases: readonly Case[] = [
  { text: 'mender-update send-inventory', target: '5.1', found: [] },
  {
    text: 'mender-update send-inventory',
    target: '7.0',
    found: ['made-up-command'],
    says: /it is gone since Mender 7\.0/,
  },
  { text: 'mender-update send-inventory', target: '7.0.1', found: ['made-up-command'] },
  {
    text: 'mender send-inventory',
    target: '5.1',
    found: ['mender-send-inventory'],
    fixed: 'mender-update send-inventory',
  },
  {
    text: 'mender send-inventory',
    target: '7.0',
    found: ['mender-send-inventory'],
    says: /\(mender-update has no `send-inventory` in Mender 7\.0\)\.$/,
  },
  { text: 'mender-update check-update', target: '5.1', found: [] },
  {
    text: 'mender-update check-update',
    target: '7.0',
    found: ['option-not-available'],
    says: /it is gone since Mender 7\.0/,
  },
  {
    text: 'mender check-update',
    target: '7.0',
    found: ['mender-check-update'],
    says: /\(mender-update has no `check-update` in Mender 7\.0\)\.$/,
  },
  { text: 'mender-auth send-inventory', target: '7.0', found: ['command-of-another-program'] },
  { text: 'mender help send-inventory', target: '7.0', found: ['mender-help'], says: /has no `send-inventory`/ },
  { text: 'mender commit', target: '7.0', found: ['mender-commit'], fixed: 'mender-update commit' },
  {
    text: 'mender --trusted-certs /c commit',
    target: '7.0',
    found: ['mender-commit'],
    fixed: 'mender-update --trust /c commit',
  },
  {
    text: 'mender commit -trusted-certs=/c',
    target: '7.0',
    found: ['mender-commit'],
    says: /`mender commit`/,
  },
  {
    text: 'mender --trusted-certs /c commit',
    target: '5.1',
    found: ['mender-commit'],
    fixed: 'mender-update --trusted-certs /c commit',
  },
  {
    text: 'mender-update --trusted-certs /c commit',
    target: '7.0',
    found: ['option-not-available'],
    says: /^Use `--trust`: .* gone since Mender 7\.0\.$/,
    fixed: 'mender-update --trust /c commit',
  },
  {
    text: 'mender install --reboot-exit-code /a.mender',
    target: '7.0',
    found: ['mender-install'],
    says: /\(mender-update has no option `--reboot-exit-code`\)/,
  },
  {
    text: 'mender-update install --reboot-exit-code /a.mender',
    target: '7.0',
    found: ['option-not-available'],
    says: /^Leave it out: .* gone since Mender 7\.0\.$/,
  },
  { text: 'mender-update resume --reboot-exit-code', target: '7.0', found: [] },
  {
    text: 'mender --log-level trace commit',
    target: '7.0',
    found: ['mender-commit'],
    fixed: 'mender-update --log-level debug commit',
  },
  {
    text: 'mender-update --log-level trace commit',
    target: '7.0',
    found: ['log-level-value'],
    fixed: 'mender-update --log-level debug commit',
  },
  { text: 'mender-update --log-level trace commit', target: '5.1', found: [] },
  { text: 'mender-update -E /c commit', target: '7.0', found: [] },
  { text: 'mender-auth --trusted-certs /c bootstrap', target: '7.0', found: [] },
  {
    text: 'mender-update --trust /c commit',
    target: '5.1',
    found: ['option-not-available'],
    says: /^Use `--trusted-certs`: .* only there since Mender 7\.0\.$/,
    fixed: 'mender-update --trusted-certs /c commit',
  },
  { text: '{ "RetryPollCount": 3 }', path: conf, target: '5.1', found: [] },
  { text: '{ "RetryPollCount": "3" }', path: conf, target: '5.1', found: ['config-wrong-type'] },
  {
    text: '{ "RetryPollCount": "3", "SkipVerify": false }',
    path: conf,
    target: '7.0',
    found: ['config-made-up-key'],
    says: /ignored: it is gone since Mender 7\.0/,
    fixed: '{ "SkipVerify": false }',
  },
  // The unit is written by another matcher, which knows nothing of releases.
  { text: 'systemctl stop mender-client', target: '7.0', found: ['systemctl-control'], says: /`mender-authd` is gone/ },
  // From one release to the next.
  { text: 'mender commit\nmender-update send-inventory', target: '7.0', from: '5.1', found: ['made-up-command'] },
  { text: 'mender commit\nmender-update --data /d commit', target: '7.0', from: '7.0', found: [] },
  { text: 'mender-update --trust /c commit', target: '5.1', from: '5.0', found: ['option-not-available'] },
  {
    text: '{ "RetryPollCount": 3, "Connectivity": { "x": 1 } }',
    path: conf,
    target: '7.0',
    from: '4.0',
    found: [keyRule.id],
  },
];

/** What each kind of rule finds, from 7.0 on. */
const ofKinds: readonly (readonly [kind: string, text: string, path?: string])[] = [
  ['bus', 'busctl call io.mender.Authentication1 /x'],
  ['path', 'cat /usr/share/mender/modules/v3/directory'],
  ['package', 'apt-get install mender-flash'],
  ['setting', 'MENDER_COPY_BOOT_GAP="y"\n', 'configs/custom_config'],
  ['module', 'case "$1" in\nArtifactCommit) : ;;\nesac\n', 'modules/v3/product'],
  ['environment', '[Service]\nEnvironment=MENDER_MADE_UP=\n', 'mender-updated.service.d/a.conf'],
  ['file-name', '#!/bin/sh\n', 'etc/mender/scripts/ArtifactReboot_Leave_05'],
  ['unit', '[Unit]\nPropagatesStopTo=mender-connect.service\n', 'product.service'],
  ['recipe', 'IMAGE_INSTALL:append = " mender-setup"\n', 'recipes-product/a/a_1.0.bb'],
];

const checked = ({ text, path, target, from }: Pick<Case, 'text' | 'path' | 'target' | 'from'>) => {
  const options = { target, from, rules: everyRule, catalogue: later };
  return { findings: check(document(text, path), options), options };
};

describe('a made-up release', () => {
  for (const one of cases) {
    const { text, path, target, from, found, says, fixed = text } = one;
    it(`${from ? `from ${from} ` : ''}to ${target}: ${text}`, () => {
      const { findings, options } = checked(one);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        found,
      );
      if (says) assert.match(findings.map(({ message }) => message).join('\n'), says);
      const { text: after } = fixAll(document(text, path), options);
      if (!from) assert.equal(after, fixed);
    });
  }

  for (const [kind, text, path] of ofKinds) {
    it(`is known to the matcher of rules of the kind ${kind}`, () => {
      const found = (target: Target, from?: Target) =>
        checked({ text, target, ...(path ? { path } : {}), ...(from ? { from } : {}) }).findings.map(
          ({ rule }) => rule,
        );
      assert.deepEqual(found('7.0'), [`made-up-${kind}`]);
      assert.deepEqual(found('7.0', '5.1'), [`made-up-${kind}`]);
      assert.deepEqual(found('7.0', '7.0'), []);
      assert.deepEqual(found('5.1'), []);
    });
  }

  it('lacks nothing that a fix of any rule writes', () => {
    const lacking = /mender-update (?:send-inventory|check-update)|(?<![\w-])mender-authd(?![\w-])/;
    const examples = later.rules.flatMap(row => row.examples.filter(({ bad }) => !lacking.test(bad)));
    const written = examples.flatMap(({ bad, language, path = paths[language] }) =>
      checked({ text: bad, path, target: '7.0' }).findings.flatMap(({ fixes }) =>
        fixes.flatMap(({ edits }) => applyEdits(bad, edits) ?? []),
      ),
    );
    assert.ok(written.length > 200);
    for (const text of written) assert.doesNotMatch(text, lacking);
  });

  it('is on the pages', () => {
    const page = rulePage(later.findRule('option-not-available')!, later);
    assert.match(page, /\| `mender-update send-inventory` \| gone since 7\.0 \|/);
    assert.match(page, /\| `mender-update check-update` \| gone since 7\.0 \|/);
    assert.match(page, /\| `mender-update --trusted-certs` \| gone since 7\.0 \| `--trust` \|/);
    assert.match(page, /\| `mender-update --trust` \| since 7\.0 \| `--trusted-certs` \|/);
    assert.match(rulePage(keyRule, later), /gone or changed since 7\.0/);
  });

  it('is in all generated files', () => {
    const configuration = ['project', 'settings', 'limits', 'releases', 'kinds']
      .map(name => `<!-- ${name}: generated --><!-- ${name}: end -->`)
      .join('\n');
    const files = generatedFiles({ manifest: '{ "contributes": {} }', configuration }, later);
    assert.ok(files.has('docs/rules/config-made-up-key.md'));
    assert.match(files.get('docs/configuration.md')!, /`menderLint\.target` \| `"7\.0"`/);
    assert.match(
      files.get('docs/configuration.md')!,
      /\| `7\.0`, `8\.0` \| mender-update and mender-auth 7\.0, part of the bundle/,
    );
    assert.match(files.get('package.json')!, /part of the bundle called Mender Client 8\.0/);
  });

  it('can be selected by its names', () => {
    assert.match(JSON.stringify(projectSchema(later)), /"enum":\["4\.0","5\.0","5\.1","6\.0","7\.0","8\.0"\]/);
    assert.match(JSON.stringify(projectSchema(later)), /"config-made-up-key"/);
    const { options, problems } = parseProject(
      '{ "target": "8.0", "from": "6.0", "rules": { "config-made-up-key": "off" } }',
      later,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([options.target, options.from], ['7.0', '5.1']);
    const schemas = optionSchemasOf(later);
    const { target } = parseOptions({ target: '7.0.2' }, schemas).options;
    assert.equal(target, '7.0.2');
    assert.deepEqual(parseOptions({ target: '7.0.3' }, schemas).problems, [
      'Option `target` must be one of "4.0", "5.0", "5.1" (also "6.0"), "7.0" (also "8.0").',
    ]);
  });
});
