/** `mender-lint report`: numbers by rule, folder and owner, progress since a baseline, and changes. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestTarget } from '../../server/src/mender/release-names.ts';
import { tarOf } from '../support/archives.ts';
import { root } from '../support/build.ts';
import { type Command, commandIn, inFolder } from '../support/command.ts';
import { write } from '../support/machine.ts';

type Rule = Readonly<Record<string, number | string | null>>;

interface Json {
  readonly complete: boolean;
  readonly findings: readonly { readonly path: string; readonly archive?: string; readonly fingerprint: string }[];
  readonly byRule: readonly Rule[];
  readonly byFolder: readonly Rule[];
  readonly byOwner: readonly Rule[];
  readonly baseline?: { readonly done: readonly { path: string; rule: string; number: number }[] } & Rule;
  readonly since?: {
    readonly gone: readonly { path: string; rule: string }[];
    readonly added: readonly string[];
  } & Rule;
}

async function reportOf(command: Command, ...args: string[]): Promise<Json> {
  const { code, out, err } = await command('report', '--format', 'json', ...args);
  assert.deepEqual([code, err], [0, '']);
  return JSON.parse(out) as Json;
}

/** `NAME: OPEN SAFE REVIEW BY-HAND` and further columns. */
const lines = (rows: readonly Rule[]) =>
  rows.map(row => {
    const [name, ...numbers] = Object.values(row);
    return `${name}: ${numbers.join(' ')}`;
  });

const files = {
  'a.sh': '#!/bin/sh\nmender commit\nmender commit\nsystemctl is-active mender-client\n',
  'etc/mender.conf': '{ "DBus": {} }\n',
  'layer/b.sh':
    '#!/bin/sh\nmender rollback\ndbus-send --system --dest=io.mender.UpdateManager /x io.mender.Update1.Y\n',
  'clean.sh': '#!/bin/sh\nmender-update commit\n',
  CODEOWNERS: '*.sh @shell\n/layer/ @yocto @shell\n/etc/\n',
};

/** Two findings, the same line twice. */
const SCRIPT = '#!/bin/sh\nmender commit\nmender commit\n';

/** A tar archive with one script, next to other files. */
async function inArchive(
  others: Readonly<Record<string, string>>,
  archive: string,
  script: string,
  use: (folder: string, command: Command) => Promise<void>,
): Promise<void> {
  await inFolder({ ...others, [archive]: await tarOf({ [script]: 'mender commit\n' }) }, use);
}

describe('a report of a migration', () => {
  it('counts by rule, folder and owner what is safe, to review and by hand', () =>
    inFolder(files, async (_, command) => {
      const { byRule, byFolder, byOwner, complete } = await reportOf(command);
      assert.deepEqual(lines(byRule), [
        'mender-commit: 2 2 0 0',
        'config-dbus: 1 1 0 0',
        'dbus-update-manager: 1 0 0 1',
        'mender-rollback: 1 1 0 0',
        'systemctl-query: 1 0 1 0',
      ]);
      assert.deepEqual(lines(byFolder), ['.: 3 2 1 0', 'layer: 2 1 0 1', 'etc: 1 1 0 0']);
      assert.deepEqual(lines(byOwner), ['@shell: 5 3 1 1', '@yocto: 2 1 0 1', 'null: 1 1 0 0']);
      assert.equal(complete, true);
    }));

  it('says the same in Markdown, and where owners come from', () =>
    inFolder(files, async (_, command) => {
      const { code, out } = await command('report');
      assert.equal(code, 0);
      for (const line of [
        `# Migration to Mender client ${newestTarget}`,
        '6 findings are open in 3 of 5 files: 4 safe, 1 to review, 1 by hand.',
        'By `CODEOWNERS`. What has several owners counts for each of them.',
        '| `layer` | 2 | 1 | 0 | 1 |',
        '| no owner | 1 | 1 | 0 | 0 |',
      ])
        assert.ok(out.split('\n').includes(line), `${line} in\n${out}`);
      assert.match(
        out,
        /^\| `layer\/b\.sh:3:\d+` \| by hand \| error \| .*`dbus-update-manager`.* \| `@yocto`, `@shell` \|/m,
      );
    }));

  it('has no table of owners without a CODEOWNERS', () =>
    inFolder({ 'a.sh': files['a.sh'] }, async (_, command) => {
      const { out } = await command('report');
      assert.match(out, /## By owner\n\nNo `CODEOWNERS` says who owns these files\.\n\n## Open findings/);
    }));

  it('uses the CODEOWNERS of the repository around a file, and names files from one root', () =>
    inFolder(
      { ...files, 'layer/.git/HEAD': '', 'layer/CODEOWNERS': 'b.sh @own\n', '.git/HEAD': '' },
      async (folder, command) => {
        const all = await reportOf(command);
        assert.deepEqual(lines(all.byOwner), ['@shell: 3 2 1 0', '@own: 2 1 0 1', 'null: 1 1 0 0']);
        const etc = await reportOf(commandIn(`${folder}/etc`), '..');
        assert.deepEqual(etc.findings, all.findings);
      },
    ));

  it('treats the contents of an archive like the archive', () =>
    inArchive({ CODEOWNERS: '/out/*.tar @images\n' }, 'out/root.tar', 'etc/a.sh', async (_, command) => {
      const { findings, byFolder, byOwner } = await reportOf(command, '--archives');
      assert.deepEqual(
        findings.map(({ path, archive }) => [path, archive]),
        [['out/root.tar!etc/a.sh', 'out/root.tar']],
      );
      assert.deepEqual(lines(byFolder), ['out/root.tar: 1 1 0 0']);
      assert.deepEqual(lines(byOwner), ['@images: 1 1 0 0']);
    }));

  it('lists no more than the limit of findings, counts all, and says so', () =>
    inFolder(files, async (_, command) => {
      const { out } = await command('report', '--limit', 'findingsPerFile=1');
      assert.match(out, /^6 findings are open/m);
      assert.match(out, /^3 more findings are counted above and not listed here\.$/m);
      assert.equal(out.match(/^\| `\S+:\d+:\d+`/gm)?.length, 3);
      assert.equal((await reportOf(command, '--limit', 'findings=1')).findings.length, 6);
    }));

  it('is the same for the same files', () =>
    inFolder(files, async (_, command) => {
      const [first, second] = [
        await command('report', '--format', 'html'),
        await command('report', '--format', 'html'),
      ];
      assert.deepEqual(first, second);
    }));
});

describe('a report since a baseline', () => {
  it('counts what is done, by its former place', () =>
    inFolder(files, async (folder, command) => {
      assert.equal((await command('baseline')).code, 0);
      writeFileSync(`${folder}/a.sh`, '#!/bin/sh\nmender commit\nmender install x\n');
      rmSync(`${folder}/etc/mender.conf`);
      const { baseline, byFolder, byOwner } = await reportOf(command);
      assert.deepEqual([baseline?.known, baseline?.unknown], [3, 1]);
      assert.deepEqual(
        baseline?.done.map(({ path, rule, number }) => `${path} ${rule} ${number}`),
        ['a.sh mender-commit 1', 'a.sh systemctl-query 1', 'etc/mender.conf config-dbus 1'],
      );
      assert.deepEqual(lines(byFolder), ['.: 2 2 0 0 2', 'layer: 2 1 0 1 0', 'etc: 0 0 0 0 1']);
      assert.deepEqual(lines(byOwner), ['@shell: 4 3 0 1 2', '@yocto: 2 1 0 1 0', 'null: 0 0 0 0 1']);
      const { out } = await command('report');
      assert.match(out, /^3 of 6 findings in the baseline are done: fixed, removed or suppressed\.$/m);
      assert.match(out, /^1 finding is not in the baseline\.$/m);
    }));

  it('is done when nothing that names Mender is left', () =>
    inFolder(files, async (folder, command) => {
      await command('baseline');
      for (const name of ['a.sh', 'layer/b.sh', 'etc/mender.conf', 'clean.sh'])
        writeFileSync(`${folder}/${name}`, '#!/bin/sh\n');
      const { out, code } = await command('report');
      assert.equal(code, 0);
      assert.match(out, /^Nothing is open in \d files\.\n\n6 of 6 findings in the baseline are done/m);
    }));

  it('does not mention rules and files that were not checked', () =>
    inFolder({ ...files, '.git/HEAD': '' }, async (folder, command) => {
      await command('baseline');
      writeFileSync(`${folder}/a.sh`, '#!/bin/sh\n');
      rmSync(`${folder}/layer`, { recursive: true });
      const done = async (...args: string[]) =>
        (await reportOf(command, ...args)).baseline?.done.map(({ path, rule }) => `${path} ${rule}`);
      assert.deepEqual(await done('a.sh', '--rule', 'mender-commit'), ['a.sh mender-commit']);
      assert.deepEqual(await done('etc'), []);
      assert.equal(await done('--isolated'), undefined);
      assert.doesNotMatch((await command('report', 'etc', '--rule', 'mender-commit')).out, /in the baseline/);
    }));
});

describe('a report since an earlier one', () => {
  it('recognises findings whose lines have moved', () =>
    inFolder(files, async (folder, command) => {
      await command('report', '--format', 'json=before.json');
      const moved = '#!/bin/sh\n# more\n\n  systemctl is-active mender-client\nmender install x\nmender commit\n';
      writeFileSync(`${folder}/a.sh`, moved);
      const { since, findings, byFolder } = await reportOf(command, '--since', 'before.json');
      assert.deepEqual([since?.kept, since?.unseen, since?.otherOptions], [5, 0, []]);
      assert.deepEqual(
        since?.gone.map(({ path, rule }) => `${path} ${rule}`),
        ['a.sh mender-commit'],
      );
      const added = findings.filter(({ fingerprint }) => since?.added.includes(fingerprint));
      assert.deepEqual(
        added.map(({ path }) => path),
        ['a.sh'],
      );
      assert.deepEqual(lines(byFolder).sort(), ['.: 3 2 1 0 1 1', 'etc: 1 1 0 0 0 0', 'layer: 2 1 0 1 0 0']);
      const { out } = await command('report', '--since', 'before.json');
      assert.match(out, /^Since `before\.json`: 1 gone, 1 new, 5 as before\.$/m);
      assert.match(out, /^## Gone since the earlier report\n\n.*\n.*\n\| `a\.sh` \| `mender-commit` \| `@shell` \|/m);
      assert.match(
        out,
        /^## New since the earlier report\n\n.*\n.*\n\| `a\.sh:5:1` \| safe \| error \| .*`mender-install`/m,
      );
    }));

  for (const [what, before, after, expected] of [
    ['a file has another name', { 'x/a.sh': SCRIPT }, { 'y/b.sh': SCRIPT }, '2 kept'],
    ['a folder has', { 'x/a.sh': SCRIPT, 'x/b.sh': SCRIPT }, { 'y/a.sh': SCRIPT, 'y/b.sh': SCRIPT }, '4 kept'],
    ['a file has, and is changed', { 'a.sh': SCRIPT }, { 'b.sh': `${SCRIPT}mender rollback\n` }, '2 kept, new b.sh'],
    ['a file is copied', { 'a.sh': SCRIPT }, { 'a.sh': SCRIPT, 'b.sh': SCRIPT }, '2 kept, new b.sh b.sh'],
    [
      'a line goes into another file',
      { 'a.sh': SCRIPT },
      { 'a.sh': '', 'b.sh': SCRIPT },
      '0 kept, gone a.sh a.sh, new b.sh b.sh',
    ],
    [
      'nobody knows which file has',
      { 'a.sh': SCRIPT },
      { 'b.sh': SCRIPT, 'c.sh': SCRIPT },
      '0 kept, gone a.sh a.sh, new b.sh b.sh c.sh c.sh',
    ],
  ] as const)
    it(`knows findings again where ${what}, or says that it does not`, () =>
      inFolder(before, async (folder, command) => {
        await command('report', '--format', 'json=before.json');
        for (const path of Object.keys(before)) rmSync(`${folder}/${path}`);
        write(folder, after);
        const { since, findings } = await reportOf(command, '--since', 'before.json');
        const added = findings.filter(({ fingerprint }) => since?.added.includes(fingerprint));
        const paths = (places: readonly { path: string }[]) => places.map(({ path }) => path).join(' ');
        const parts = [['gone', paths(since?.gone ?? [])] as const, ['new', paths(added)] as const];
        const changes = parts.filter(([, places]) => places !== '').map(part => part.join(' '));
        assert.equal([`${since?.kept} kept`, ...changes].join(', '), expected);
      }));

  it('has the fingerprints of the report for GitLab', () =>
    inFolder(files, async (_, command) => {
      const { findings } = await reportOf(command);
      const gitlab = JSON.parse((await command('check', '--format', 'gitlab')).out) as { fingerprint: string }[];
      assert.deepEqual(
        findings.map(({ fingerprint }) => fingerprint),
        gitlab.map(({ fingerprint }) => fingerprint),
      );
    }));

  it('does not call anything gone that was not checked, and says where options differ', () =>
    inFolder(files, async (_, command) => {
      await command('report', '--format', 'json=before.json');
      const folder = await reportOf(command, '--since', 'before.json', 'layer');
      assert.deepEqual([folder.since?.gone, folder.since?.unseen, folder.since?.kept], [[], 4, 2]);
      const rule = await reportOf(command, '--since', 'before.json', '--rule', 'mender-commit');
      assert.deepEqual([rule.since?.gone, rule.since?.unseen, rule.since?.kept], [[], 4, 2]);
      const { out } = await command('report', '--since', 'before.json', '--target', '5.0', 'layer');
      assert.match(out, /^4 findings of the earlier report are where this one has not looked\.$/m);
      assert.match(out, /^The earlier report was made with another `paths`, `target`: changes may come from that\.$/m);
    }));

  it('notices that a file is gone, also in an archive', () =>
    inArchive(files, 'x.tar', 'a.sh', async (folder, command) => {
      await command('report', '--archives', '--format', 'json=before.json');
      rmSync(`${folder}/layer/b.sh`);
      writeFileSync(`${folder}/x.tar`, await tarOf({ 'a.sh': 'mender-update commit\n' }));
      const { since } = await reportOf(command, '--archives', '--since', 'before.json');
      assert.deepEqual(
        since?.gone.map(({ path }) => path),
        ['layer/b.sh', 'layer/b.sh', 'x.tar!a.sh'],
      );
    }));

  it('says that the earlier run had not checked everything', () =>
    inFolder(files, async (_, command) => {
      assert.equal((await command('report', '.', 'nowhere', '--format', 'json=before.json')).code, 2);
      const { out } = await command('report', '--since', 'before.json');
      assert.match(out, /^The earlier report had not looked at everything: what is new may come from that\.$/m);
    }));

  for (const [what, text] of [
    ['no JSON', '# Migration'],
    ['other JSON', '{"findings": []}'],
    ['null', 'null'],
    ['a report of `check`', '{"version":"1","findings":[],"complete":true}'],
    ['one of a later format', '{"report":"migration","formatVersion":2,"complete":true,"findings":[]}'],
    ['a finding without a fingerprint', '{"report":"migration","formatVersion":1,"complete":true,"findings":[{}]}'],
  ] as const)
    it(`refuses ${what}`, () =>
      inFolder({ ...files, 'before.json': text }, async (_, command) => {
        const { code, out, err } = await command('report', '--since', 'before.json');
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, /before\.json is no report that `mender-lint report --format json` has written/);
      }));
});

describe('a report that could not read everything', () => {
  it('is written, says so, and ends with 2', () =>
    inFolder(files, async (_, command) => {
      const { code, out, err } = await command('report', 'a.sh', 'gone.sh');
      assert.equal(code, 2);
      assert.match(err, /no such file or folder: gone\.sh/);
      assert.match(out, /^## Not checked\n\n.*\n.*\n\| `gone\.sh` \| not there \|$/m);
    }));

  it('says that a CODEOWNERS is too large, or has lines that are skipped', async () => {
    const large = `* @a\n#${'x'.repeat(3_000_000)}\n`;
    await inFolder({ ...files, CODEOWNERS: large }, async (_, command) => {
      const { code, out, err } = await command('report');
      assert.equal(code, 2);
      assert.match(err, /^mender-lint: cannot read CODEOWNERS$/m);
      assert.match(out, /^`CODEOWNERS` could not be read: /m);
    });
    await inFolder({ ...files, CODEOWNERS: '* @a\n!x @b\n' }, async (_, command) => {
      const { code, out } = await command('report');
      assert.equal(code, 0);
      assert.match(out, /^Line 2 in `CODEOWNERS`: invalid syntax, skipped\.$/m);
    });
  });

  it('is not written when nothing was checked', () =>
    inFolder({ 'a.txt': 'x' }, async (_, command) => {
      const { code, out } = await command('report', 'gone.sh');
      assert.deepEqual([code, out], [2, '']);
    }));
});

describe('a report of the demo', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'mender-lint-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('goes to three files in one run, and the page is self-contained', async () => {
    const folder = join(scratch, 'demo');
    cpSync(`${root}test/fixtures/demo`, folder, { recursive: true });
    const command = commandIn(folder);
    const formats = ['markdown=r.md', 'html=r.html', 'json=r.json'].flatMap(each => ['--format', each]);
    assert.deepEqual(await command('report', ...formats, '.'), { code: 0, out: '', err: '' });
    const [markdown, html] = [readFileSync(`${folder}/r.md`, 'utf8'), readFileSync(`${folder}/r.html`, 'utf8')];
    const { findings } = JSON.parse(readFileSync(`${folder}/r.json`, 'utf8')) as Json;
    const { out } = await command('check', '--format', 'jsonl');
    assert.equal(findings.length, out.trim().split('\n').length);
    assert.match(markdown, new RegExp(`^${findings.length} findings are open in 10 of \\d+ files`, 'm'));
    assert.match(html, /<tr><td><code>scripts<\/code><\/td><td class="number">9<\/td>/);
    assert.doesNotMatch(html, /<script|<link|<img|<iframe|@import|url\(|\ssrc=|\son\w+=/i);
    assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    const secret = /eyJ|tenant/i;
    for (const text of [markdown, html, JSON.stringify(findings)]) assert.doesNotMatch(text, secret);
  });
});
