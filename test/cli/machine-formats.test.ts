/** Machine-readable reports: they contain what their readers need, and findings keep their identity when lines move. */
import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { root } from '../support/build.ts';
import { type Command, commandIn, inFolder } from '../support/command.ts';

const files = {
  'sub/a.sh': '#!/bin/sh\nmender commit\nmender commit\nsystemctl is-active mender-client\n',
  'mender.conf': '{ "DBus": {} }\n',
  'b.sh': '#!/bin/sh\ntrue # mender-lint: disable-line mender-commit\n',
};

const reported = async (command: Command, format: string, ...args: string[]) =>
  (await command('check', '--format', format, ...args)).out;

/** The schema of OASIS, from a package that has it. */
function sarifSchema() {
  const path = `${root}node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`;
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
}

describe('SARIF', () => {
  it('is valid by the schema of OASIS, whatever was found', () =>
    inFolder({ ...files, 'c\n:#%d [x](y).sh': 'mender daemon &\nmender install x\n' }, async (_, command) => {
      const validate = sarifSchema();
      for (const args of [[], ['gone'], ['b.sh', 'mender.conf', 'gone'], ['--rule', 'mender-install']]) {
        const log = JSON.parse(await reported(command, 'sarif', ...args));
        assert.ok(validate(log), JSON.stringify(validate.errors));
      }
    }));

  it('has rules with help and tags, places, fixes and fingerprints', () =>
    inFolder(files, async (_, command) => {
      const { runs } = JSON.parse(await reported(command, 'sarif')) as Log;
      const { tool, results = [] } = runs[0]!;
      const { rules = [] } = tool.driver;
      const fixed = results.find(({ ruleId }) => ruleId === 'mender-commit')!;
      const rule = rules[fixed.ruleIndex!]!;
      assert.equal(rule.id, 'mender-commit');
      assert.match(rule.help?.markdown ?? '', /Before:[\s\S]*mender commit[\s\S]*After:[\s\S]*mender-update commit/);
      assert.deepEqual(rule.properties?.tags, ['mender', 'migration', 'mender-client']);
      assert.doesNotMatch(JSON.stringify(rules), /security-severity|"security"/);
      assert.deepEqual(fixed.locations?.[0]?.physicalLocation, {
        artifactLocation: { uri: 'sub/a.sh', uriBaseId: '%SRCROOT%' },
        region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 14 },
      });
      const [change] = fixed.fixes![0]!.artifactChanges;
      assert.deepEqual(change!.replacements[0], {
        deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 7 },
        insertedContent: { text: 'mender-update' },
      });
      assert.deepEqual(results.map(({ level }) => level).sort(), ['error', 'error', 'error', 'note', 'warning'].sort());
      const marks = results.map(({ partialFingerprints }) => partialFingerprints?.['menderLint/v1']);
      assert.equal(new Set(marks).size, results.length);
    }));

  it('says what was not checked', () =>
    inFolder(files, async (_, command) => {
      const { runs } = JSON.parse(await reported(command, 'sarif', 'gone', 'b.sh')) as Log;
      const [invocation] = runs[0]!.invocations!;
      assert.equal(invocation?.executionSuccessful, false);
      assert.equal(invocation?.toolExecutionNotifications?.[0]?.level, 'error');
    }));
});

describe('a report for a forge', () => {
  it('names files from the root of the repository', () =>
    inFolder({ ...files, '.git/HEAD': 'ref: refs/heads/main\n' }, async folder => {
      const command = commandIn(`${folder}/sub`);
      assert.match(await reported(command, 'github'), /^::error file=sub\/a\.sh,line=2,/);
      assert.match(await reported(command, 'gitlab'), /"path": "sub\/a\.sh"/);
      assert.match(await reported(command, 'sarif'), /"uri": "sub\/a\.sh"/);
      assert.match(await reported(command, 'checkstyle'), /<file name="a\.sh">/);
    }));

  it('as gitlab recognises moved findings, and distinguishes equal ones', () =>
    inFolder({ 'a.sh': '#!/bin/sh\nmender commit\nmender commit\nmender rollback\n' }, async (folder, command) => {
      const marks = async () =>
        (JSON.parse(await reported(command, 'gitlab')) as { fingerprint: string }[]).map(each => each.fingerprint);
      const before = await marks();
      assert.equal(new Set(before).size, 3);
      writeFileSync(`${folder}/a.sh`, '#!/bin/sh\n# more\n\nmender rollback\n  mender commit\ntrue\nmender commit\n');
      assert.deepEqual((await marks()).sort(), before.sort());
    }));

  it('as junit has a failure for each finding that counts, a test that passes for the others, and one when there is none', () =>
    inFolder(files, async (_, command) => {
      const out = await reported(command, 'junit');
      assert.match(out, /<testsuites name="Mender Lint" tests="5" failures="4" errors="0">/);
      assert.match(await reported(command, 'junit', '--fail-on', 'info'), /tests="5" failures="5"/);
      assert.match(await reported(command, 'junit', '--rule', 'mender-install'), /tests="1" failures="0" errors="0"/);
      assert.match(await reported(command, 'junit', 'gone', 'b.sh'), /errors="1"[\s\S]*<error type="not-checked"/);
    }));
});

describe('reports in several formats', () => {
  it('go to files and to standard output in one run', () =>
    inFolder(files, async (folder, command) => {
      const { code, out } = await command('check', '--format', 'concise', '--format', 'json=out.json', 'sub');
      assert.equal(code, 1);
      assert.match(out, /^sub\/a\.sh:2:1: error: /);
      assert.equal((JSON.parse(readFileSync(`${folder}/out.json`, 'utf8')) as { findings: [] }).findings.length, 3);
    }));

  it('go to the named file instead of standard output, and replace it', () =>
    inFolder({ ...files, 'out.txt': 'old' }, async (folder, command) => {
      assert.deepEqual(await command('check', '--output-file', 'out.txt', 'b.sh'), { code: 0, out: '', err: '' });
      assert.match(readFileSync(`${folder}/out.txt`, 'utf8'), /^b\.sh:2:/);
    }));

  it('are written through no link, and not over a folder', () =>
    inFolder({ ...files, victim: 'mine\n' }, async (folder, command) => {
      symlinkSync('victim', `${folder}/out.json`);
      for (const [file, why] of [
        ['out.json', /it is a link/],
        ['sub', /it is a folder/],
        ['no/out.json', /no such folder/],
        ...(process.platform === 'win32' ? [] : [['/dev/full', /full is not written: it is a device/] as const]),
      ] as const) {
        const { code, err } = await command('check', '--format', `json=${file}`, 'b.sh');
        assert.equal(code, 2);
        assert.match(err, why);
      }
      assert.equal(readFileSync(`${folder}/victim`, 'utf8'), 'mine\n');
    }));

  for (const args of [
    ['--format', 'json', '--format', 'sarif'],
    ['--format', 'json=a', '--format', 'sarif=a'],
    ['--format', 'json=a', '--output-file', 'b'],
    ['--format', 'json='],
    ['--format', 'xml'],
    ['--format', 'json', '--statistics'],
  ])
    it(`are refused as ${args.join(' ')}`, () =>
      inFolder(files, async (_, command) => {
        const { code, out, err } = await command('check', ...args);
        assert.deepEqual([code, out], [2, '']);
        assert.notEqual(err, '');
      }));
});
