/** `from`: for files that already work with a release, only later changes are reported. */
import assert from 'node:assert/strict';
import { type Command, inFolder } from '../support/command.ts';

const json = (value: unknown) => JSON.stringify(value);

/** One tree, with something that each of the releases broke. */
const tree = {
  'commit.sh': 'mender commit\n',
  'data.sh': 'mender-update --data /d commit\n',
  'etc/mender/mender.conf': json({
    ClientProtocol: 'https',
    DeviceTier: 'large',
    Connectivity: { DisableKeepAlive: true },
  }),
};

const ended = { '2.5': 'config-client-protocol', '4.0 script': 'mender-commit', '4.0': 'config-connectivity' };
const later = { '5.0': 'data-option', '5.1': 'config-device-tier' };

interface Found {
  readonly target: string;
  readonly from: string;
  readonly findings: readonly { readonly path: string; readonly rule: string }[];
}

async function check(command: Command, ...args: string[]): Promise<Found> {
  return JSON.parse((await command('check', '--format', 'json', ...args)).out) as Found;
}

async function rules(command: Command, ...args: string[]): Promise<string[]> {
  return (await check(command, ...args)).findings.map(({ rule }) => rule).sort();
}

describe('from', () => {
  for (const [args, expected] of [
    [[], [...Object.values(ended), ...Object.values(later)]],
    [
      ['--from', 'any'],
      [...Object.values(ended), ...Object.values(later)],
    ],
    [
      ['--from', '3.x'],
      [ended['4.0 script'], ended['4.0'], ...Object.values(later)],
    ],
    [['--from', '4.0'], Object.values(later)],
    [['--from', '5.0'], [later['5.1']]],
    [['--from', '5.0.5'], [later['5.1']]],
    [['--from', '6.0'], []],
    [['--from', '4.0', '--target', '5.0'], [later['5.0']]],
    [['--from', '4.0', '--target', '4.0'], []],
    // Going back reports all that the older release lacks, and all that had ended by then.
    [['--from', '5.0', '--target', '4.0'], Object.values(ended)],
  ] as readonly (readonly [readonly string[], readonly string[]])[]) {
    it(`finds on one tree, with ${args.join(' ') || 'nothing said'}: ${expected.join(', ') || 'nothing'}`, () =>
      inFolder(tree, async (_, command) => assert.deepEqual(await rules(command, ...args), [...expected].sort())));
  }

  it('reports what the target does not have yet, wherever files come from', () =>
    inFolder({ 'a.sh': 'mender-update --datastore /d commit\n' }, async (_, command) =>
      assert.deepEqual(await rules(command, '--from', '4.0', '--target', '4.0'), ['option-not-available']),
    ));

  it('is silent about what never worked, but not about suppressions and custom rules', () =>
    inFolder(
      {
        '.mender-lint.json': json({ extraRules: [{ id: 'acme', command: 'acme-ota' }] }),
        'etc/mender/scripts/Sync_Enter_5': '#!/bin/sh\n# for mender\n',
        'a.sh': 'acme-ota # mender\nexit # mender-lint: disable-line no-such-thing\n',
      },
      async (_, command) => {
        assert.deepEqual(await rules(command, '--from', '4.0'), ['acme', 'unknown-suppression']);
        assert.deepEqual(await rules(command), ['acme', 'state-script-name', 'unknown-suppression']);
      },
    ));

  it('is set by the project, by its overrides, and finally by the command line', () =>
    inFolder(
      {
        ...tree,
        '.mender-lint.json': json({ from: '4.0', overrides: [{ files: ['etc'], from: 'any', target: '5.0' }] }),
      },
      async (_, command) => {
        assert.deepEqual(await rules(command), [ended['2.5'], ended['4.0'], later['5.0']].sort());
        assert.deepEqual(await rules(command, '--from', '5.0'), []);
        const { target, from } = await check(command, '--target', '6.0');
        assert.deepEqual([target, from], ['5.1', '4.0']);
      },
    ));

  it('is named in reports for people', () =>
    inFolder(tree, async (_, command) => {
      const { out } = await command('check', '--from', '6.0');
      assert.equal(out, 'No findings in 3 files.\nLooked only for what was changed after Mender 5.1.\n');
      assert.doesNotMatch((await command('check')).out, /Looked only/);
    }));

  it('limits fixes as well', () =>
    inFolder(tree, async (_, command) => {
      const { out, code } = await command('fix', '--diff', '--from', '4.0');
      assert.doesNotMatch(out, /mender-update commit|Connectivity/);
      assert.equal(code, 1);
    }));

  it('ignores suppressions of what is not checked', () =>
    inFolder({ 'a.sh': 'mender commit # mender-lint: disable-line mender-commit\n' }, async (_, command) => {
      assert.deepEqual(await rules(command, '--from', '4.0'), []);
      assert.deepEqual(await rules(command), []);
    }));
});
