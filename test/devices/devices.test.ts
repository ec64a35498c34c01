/**
 * The devices themselves: the answers of their stand-ins, the record of a run, and the result of comparing two runs.
 */
import assert from 'node:assert/strict';
import { Random } from '../fuzz/random.ts';
import { differences } from './compare.ts';
import { Devices } from './devices.ts';
import { generateScript } from './generate.ts';
import { probes } from './generated-questions.ts';
import { kinds, rightlySilent } from './kinds.ts';
import { active, disabled, failed, type Generation, inactive, missing, type Situation, type Trace } from './model.ts';

interface Case {
  readonly script: string;
  readonly on?: Generation;
  readonly client?: Situation;
  readonly code?: number;
  readonly out?: string;
  readonly err?: RegExp;
  readonly actions?: readonly string[];
  readonly others?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly cut?: true;
}

const notFound = /Unit mender-client\.service not found/;
const service = 'systemctl list-unit-files --no-legend mender-client.service';

const cases: readonly Case[] = [
  // Units, in each state
  { script: 'systemctl is-active mender-client', out: 'active\n', code: 0 },
  { script: 'systemctl is-active mender-client', client: failed, out: 'failed\n', code: 3 },
  { script: 'systemctl is-active mender-client', on: 'new', out: 'inactive\n', code: 3 },
  { script: 'systemctl is-failed mender-client', client: failed, out: 'failed\n', code: 0 },
  { script: 'systemctl is-enabled mender-client', client: disabled, out: 'disabled\n', code: 1 },
  { script: 'systemctl is-enabled mender-client', on: 'new', out: '', err: /No such file or directory/, code: 1 },
  { script: 'systemctl status mender-client', client: inactive, code: 3 },
  { script: 'systemctl status mender-client', client: missing, err: /could not be found/, code: 4 },
  { script: 'systemctl restart mender-client', actions: ['restart mender-client'] },
  { script: 'systemctl restart mender-client', on: 'new', err: notFound, code: 5, actions: [] },
  { script: 'systemctl start mender-client; systemctl is-active mender-client', client: inactive, out: 'active\n' },
  { script: 'systemctl stop mender-client; pidof mender', code: 1, actions: ['stop mender-client'] },
  {
    script: 'systemctl enable mender-client',
    on: 'new',
    err: /Unit file mender-client\.service does not exist/,
    code: 1,
  },
  { script: 'systemctl mask mender-client; systemctl start mender-client', err: /is masked/, code: 1 },
  {
    script: 'ln -sf /dev/null /etc/systemd/system/mender-client.service; systemctl is-enabled mender-client',
    out: 'masked\n',
    code: 1,
  },
  {
    script: 'rm /etc/systemd/system/multi-user.target.wants/mender-client.service; systemctl is-enabled mender-client',
    out: 'disabled\n',
    code: 1,
  },
  { script: 'systemctl disable mender-client; ls /etc/systemd/system/*.wants | grep client', code: 1 },
  { script: 'systemctl restart ssh', others: ['systemctl restart ssh'], actions: [] },
  { script: 'service mender-client restart', actions: ['restart mender-client'] },
  { script: `${service} | cut -d" " -f1`, out: 'mender-client.service\n' },
  { script: service, on: 'new', out: '\n', code: 1 },
  // Processes
  { script: 'pgrep -l mender | cut -d" " -f2', on: 'new', out: 'mender-auth\nmender-update\n' },
  { script: 'pgrep -x mender', on: 'new', code: 1 },
  { script: 'kill -USR1 $(pidof mender)', actions: ['signal USR1 mender'] },
  { script: '#!/bin/bash\nkill -USR1 $(pidof mender)', actions: ['signal USR1 mender'] },
  { script: 'killall mender', on: 'new', err: /no process found/, code: 1, actions: [] },
  { script: 'pidof mender | xargs kill', actions: ['signal TERM mender'] },
  // Programs and packages
  { script: 'mender commit', code: 0, actions: ['commit'] },
  { script: 'mender commit; mender commit', code: 2 },
  { script: 'mender commit', on: 'new', err: /mender: not found/, code: 127, actions: [] },
  { script: 'mender -log-level debug commit', code: 0 },
  {
    script: 'mender-update -log-level debug commit',
    on: 'new',
    err: /Unrecognized option '-log-level'/,
    code: 1,
    actions: [],
  },
  { script: 'mender install --reboot-exit-code x.mender', code: 4 },
  { script: 'command -v mender', on: 'new', code: 127 },
  { script: 'dpkg -s mender-client | grep Status', out: 'Status: install ok installed\n' },
  { script: 'dpkg -s mender-client', on: 'new', code: 1 },
  { script: 'apt-get install -y mender-client', on: 'new', err: /Unable to locate package/, code: 100, actions: [] },
  { script: 'apt-get install -y mender-client4; mender-update commit', on: 'new', client: missing, code: 2 },
  { script: 'apt-get purge -y mender-client; command -v mender', code: 127, actions: ['remove mender-client'] },
  // The bus
  {
    script: 'dbus-send --system --dest=io.mender.UpdateManager /o io.mender.Update1.SetUpdateControlMap string:x',
    actions: ['bus SetUpdateControlMap x'],
  },
  {
    script: 'busctl call io.mender.UpdateManager /o io.mender.Update1 SetUpdateControlMap s x',
    on: 'new',
    err: /ServiceUnknown/,
    code: 1,
    actions: [],
  },
  {
    script:
      'systemctl stop mender-authd; dbus-send --dest=io.mender.AuthenticationManager /o io.mender.Authentication1.GetJwtToken; systemctl is-active mender-authd | tail -1',
    on: 'new',
    out: '   string "token"\n   string "https://hosted.mender.io"\nactive\n',
  },
  {
    script:
      'systemctl mask --now mender-authd; dbus-send --dest=io.mender.AuthenticationManager /o io.mender.Authentication1.GetJwtToken',
    on: 'new',
    code: 1,
  },
  // All else
  { script: 'mender show-artifact | logger -t x', others: ['logger -t x <<< "release-1\\n"'] },
  { script: 'sudo -u root env A=b timeout 5 systemctl stop mender-client', actions: ['stop mender-client'] },
  {
    script: "ssh -p 22 device 'systemctl stop mender-client; reboot'",
    actions: ['stop mender-client'],
    others: ['reboot'],
  },
  { script: 'echo a > /tmp/a; mkdir -p /data/x; echo b > /data/x/b', files: { '/tmp/a': 'a\n', '/data/x/b': 'b\n' } },
  {
    script:
      'cat > /usr/bin/mender <<EOF\n#!/bin/sh\nexec mender-update "\\$@"\nEOF\nchmod +x /usr/bin/mender; mender commit',
    on: 'new',
    code: 0,
    actions: ['commit'],
  },
  { script: 'rm -rf /usr/lib/systemd /etc/mender; systemctl is-enabled mender-client', code: 1 },
  { script: 'while true; do sleep 1; done', cut: true },
  { script: 'until false; do pidof nothing; done', cut: true },
  { script: 'sleep 1 & wait; echo $?', out: '0\n' },
];

describe('the simulated devices', () => {
  let devices: Devices;
  before(async function () {
    this.timeout(120_000);
    devices = await Devices.start();
  });
  after(() => devices.stop());

  it('answer and record what real ones do', async () => {
    for (const each of cases) {
      const trace = await devices.run(each.on ?? 'old', { text: each.script }, each.client ?? active);
      check(each, trace);
    }
  }).timeout(60_000);

  it('are unchanged after each run', async () => {
    const spoiled =
      'rm -rf /usr/bin/mender* /etc /usr/lib/systemd /tmp/*; echo x > /usr/bin/dpkg; chmod 0 /var; mkdir /new';
    const asked = {
      text: 'mender show-artifact; dpkg -s mender-client; cat /etc/os-release; ls -lR / | grep -v " \\(proc\\|sys\\|harness\\)$" | md5sum',
    };
    const first = await devices.run('old', asked, active);
    for (const text of [spoiled, 'systemctl disable --now mender-client; apt-get purge mender-client']) {
      await devices.run('old', { text }, active);
      const again = await devices.run('old', { ...asked, args: [String(text.length)] }, active);
      assert.equal(again.out, first.out);
    }
  });

  it('do the same where a script handles both clients correctly', async () => {
    const found: string[] = [];
    for (const text of rightlySilent)
      for (const { situation, old, young } of await devices.pairs({ text }, { text }))
        found.push(...differences(old, young).map(difference => `${text}: ${situation.name}: ${difference}`));
    assert.deepEqual(found, []);
  }).timeout(60_000);

  it('differ where a script does not', async () => {
    const same: string[] = [];
    for (const text of kinds.flatMap(({ scripts }) => scripts)) if (!(await differ(devices, text))) same.push(text);
    // No device shows whether a server still answers at an address.
    assert.deepEqual(
      same.filter(text => !text.includes('downloads.mender.io')),
      [],
    );
  }).timeout(60_000);

  it('run generated scripts, which depend only on their seed and mostly contain a probe', async () => {
    const texts = Array.from({ length: 200 }, (_, seed) => generateScript(new Random(seed)));
    assert.deepEqual(
      texts,
      Array.from({ length: 200 }, (_, seed) => generateScript(new Random(seed))),
    );
    assert.ok(texts.filter(probes).length > 100);
    const refused: string[] = [];
    for (const text of texts.slice(0, 60)) {
      const { err } = await devices.run('old', { text }, active);
      if (/[Ss]yntax error/.test(err)) refused.push(text);
    }
    assert.deepEqual(refused, []);
  }).timeout(60_000);
});

async function differ(devices: Devices, text: string): Promise<boolean> {
  for (const { old, young } of await devices.pairs({ text }, { text }))
    if (differences(old, young).length > 0) return true;
  return false;
}

function check({ script, code, out, err, actions, others, files, cut }: Case, trace: Trace): void {
  const said = `${script}\n${trace.err}`;
  const actionsOf = trace.events.flatMap(event =>
    event.kind === 'action' ? [[event.action, ...event.on].join(' ')] : [],
  );
  const othersOf = trace.events.flatMap(event => (event.kind === 'other' ? [event.text] : []));
  assert.equal(trace.cut, cut ?? false, said);
  if (code !== undefined) assert.equal(trace.code, code, said);
  if (out !== undefined) assert.equal(trace.out, out, said);
  if (err) assert.match(trace.err, err, script);
  if (actions) assert.deepEqual(actionsOf, actions, said);
  if (others) assert.deepEqual(othersOf, others, said);
  if (files)
    assert.deepEqual(
      Object.fromEntries(
        trace.files.flatMap(({ path, what, content }) => (what === 'written' ? [[path, content]] : [])),
      ),
      files,
      said,
    );
}
