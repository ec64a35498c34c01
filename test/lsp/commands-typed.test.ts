/** Commands of Mender's, and comments that suppress findings, as an editor completes and explains them. */
import assert from 'node:assert/strict';
import { programFacts } from '../../server/src/mender/program-facts.ts';
import { newPrograms } from '../../server/src/mender/programs.ts';
import { offeredAt, type Place, saidAt } from '../support/assist-client.ts';

const script = (text: string, more: Partial<Place> = {}): Place => ({ path: 'a.sh', text, ...more });
const unit = (text: string): Place => ({ path: 'a.service', text: `[Service]\n${text}\n` });
const old = { settings: { target: '4.0' } };

describe('a command of Mender while it is typed', () => {
  it('has a description of each program, command and option', () => {
    for (const { name, commands, globals } of newPrograms) {
      const facts = programFacts[name]!;
      for (const command of commands)
        if (command.name) assert.ok(facts.commands[command.name], `${name} ${command.name}`);
      for (const option of [...globals, ...commands.flatMap(({ options }) => options)])
        assert.ok(facts.options[option.name] || option.unusable, `${name} --${option.name}`);
    }
  });

  const commands = [
    'check-update',
    'commit',
    'daemon',
    'install',
    'resume',
    'rollback',
    'send-inventory',
    'show-artifact',
    'show-provides',
  ];
  const levels = ['trace', 'debug', 'info', 'warning', 'error', 'fatal'];
  const first: readonly [place: Place, labels: readonly string[]][] = [
    [script('mender-update |'), commands],
    [script('mender-update |', old), commands.filter(name => name !== 'resume')],
    [script('if sudo mender-update com|'), commands],
    [script('x=$(mender-update --log-level debug sh|)\n'), commands],
    [script('mender-auth |'), ['bootstrap', 'daemon']],
    [unit('ExecStart=/usr/bin/mender-update |'), commands],
    [{ path: 'a.yml', text: 'a:\n  script:\n    - mender-update |\n' }, commands],
    [{ path: 'Dockerfile', text: 'FROM x\nRUN mender-update |\n' }, commands],
    [script('mender-update -l |'), levels],
    [script('mender-update --log-level=|'), levels],
    [
      script('mender-update commit --stop-before |'),
      [
        'ArtifactInstall_Enter',
        'ArtifactCommit_Enter',
        'ArtifactCommit_Leave',
        'ArtifactRollback_Enter',
        'ArtifactFailure_Enter',
        'Cleanup',
      ],
    ],
    [script('mender-snapshot dump --compression |'), ['none', 'gzip']],
    [script('mender-|'), ['mender-auth', 'mender-update', 'mender-setup', 'mender-snapshot']],
    [script('sudo /usr/bin/mender-u|'), ['mender-auth', 'mender-update', 'mender-setup', 'mender-snapshot']],
  ];
  for (const [place, labels] of first)
    it(`is completed: ${JSON.stringify(place.text)}`, async () => {
      const offered = await offeredAt(place);
      assert.deepEqual(
        offered.labels.filter(label => !label.startsWith('--')),
        labels,
      );
    });

  const options: readonly [place: Place, labels: readonly string[]][] = [
    [script('mender-update install --|'), ['--reboot-exit-code', '--stop-before', '--help']],
    [script('mender-update install -|', old), ['--reboot-exit-code', '--help']],
    [
      script('mender-update --d| commit', old),
      [
        '--config',
        '--fallback-config',
        '--data',
        '--log-file',
        '--log-level',
        '--trusted-certs',
        '--skipverify',
        '--help',
        '--version',
      ],
    ],
    [script('mender-auth daemon --|'), ['--forcebootstrap', '--help']],
    [script('other-program --|'), []],
    [script('echo mender-update\nls |'), []],
    [script('# mender-update |\n'), []],
    [script('echo "run mender-update |"\n'), []],
    [{ path: 'notes.txt', text: 'mender-update |' }, []],
  ];
  for (const [place, labels] of options)
    it(`has these options: ${JSON.stringify(place.text)} ${JSON.stringify(place.settings ?? '')}`, async () => {
      assert.deepEqual((await offeredAt(place)).labels, labels);
    });

  it('replaces the typed text with the chosen item', async () => {
    assert.equal(
      (await offeredAt(script('mender-update com|x && y\n'))).taken('commit'),
      'mender-update commit && y\n',
    );
    assert.equal(
      (await offeredAt(script('mender-update --log-level=d|\n'))).taken('debug'),
      'mender-update --log-level=debug\n',
    );
    assert.equal((await offeredAt(script('/usr/bin/mender-u|\n'))).taken('mender-update'), '/usr/bin/mender-update\n');
    const { labels } = await offeredAt(script('mender-update --|'));
    assert.deepEqual([labels[0], labels.at(-1)], ['--config', '--data']);
  });

  const said: readonly [place: Place, text: RegExp | undefined][] = [
    [script('men|der-update commit\n'), /^\*\*`mender-update`\*\*: Installs Artifacts/],
    [script('mender-update com|mit\n'), /^\*\*`mender-update commit`\*\*: Makes the update/],
    [script('mender-update --log|-level debug commit\n'), /Lowest level.*Default: `info`/],
    [script('mender-update commit --stop|-before Cleanup\n'), /There since 5\.0/],
    [unit('ExecStart=/usr/bin/mender-auth dae|mon'), /mender-authd/],
    [script('ec|ho mender-update\n'), undefined],
  ];
  for (const [place, text] of said)
    it(`is explained: ${JSON.stringify(place.text)}`, async () => {
      const found = await saidAt(place);
      if (text) assert.match(found ?? '', text);
      else assert.equal(found, undefined);
    });
});

describe('a comment that suppresses findings', () => {
  it('is completed with its kinds, then with rules, those found in the document first', async () => {
    const kinds = await offeredAt(script('# mender-lint: dis|\nmender commit\n'));
    assert.deepEqual(kinds.labels, ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable']);
    assert.equal(kinds.taken('disable-file'), '# mender-lint: disable-file\nmender commit\n');
    const rules = await offeredAt(script('# mender-lint: disable-next-line mender-|\nmender commit\n'));
    assert.deepEqual([rules.labels[0], rules.items[0]?.detail], ['mender-commit', 'found in this file']);
    assert.ok(rules.labels.includes('systemctl-control'));
    assert.equal(rules.taken('mender-commit'), '# mender-lint: disable-next-line mender-commit\nmender commit\n');
    assert.deepEqual((await offeredAt(script('echo "# mender-lint: dis|"\n'))).labels, []);
  });

  it('is explained at the name of a rule', async () => {
    const text = await saidAt(script('# mender-lint: disable-next-line mender-com|mit\nmender commit\n'));
    assert.match(text ?? '', /^\*\*`mender commit`\*\*/);
  });
});
