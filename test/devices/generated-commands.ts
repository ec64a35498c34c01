/** Commands of generated scripts: their actions on the client, by which names, and what else they run. */
import { packageName, pickName, program, type ScriptRandom, unit, units } from './script-random.ts';

/** Consequences of an answer that do not concern the client. */
export const consequences = [
  'reboot',
  'reboot',
  'logger "client is down"',
  'logger -t watchdog restarted',
  'echo down > /tmp/state',
  'echo "no OTA client" >&2',
  'touch /data/alert',
  'curl -s https://example.com/alert',
  'rm -f /tmp/state',
  'true',
  'echo ok',
  'sleep 2',
];

/** The same action by both names. */
export const bothNames: readonly (readonly [old: string, young: string])[] = [
  ['systemctl restart mender-client', 'systemctl restart mender-authd mender-updated'],
  ['systemctl stop mender-client', 'systemctl stop mender-authd mender-updated'],
  ['systemctl enable --now mender-client', 'systemctl enable --now mender-authd mender-updated'],
  ['service mender-client restart', 'service mender-authd restart; service mender-updated restart'],
  ['mender commit', 'mender-update commit'],
  ['mender rollback', 'mender-update rollback'],
  ['mender check-update', 'mender-update check-update'],
  ['mender install /data/x.mender', 'mender-update install /data/x.mender'],
  ['mender setup --demo', 'mender-setup --demo'],
];

export function verb(random: ScriptRandom): string {
  return random.pick([
    'restart',
    'restart',
    'restart',
    'stop',
    'start',
    'enable',
    'disable',
    'enable --now',
    'disable --now',
    'try-restart',
    'mask',
    'unmask',
    'reset-failed',
  ]);
}

const subcommands = [
  'commit',
  'commit',
  'rollback',
  'install /data/x.mender',
  'check-update',
  'send-inventory',
  'show-artifact',
];

const uses: readonly ((random: ScriptRandom) => string)[] = [
  random => `systemctl ${verb(random)} ${units(random)}`,
  random => `systemctl ${verb(random)} ${units(random)}`,
  random => `systemctl restart ${units(random)}`,
  random => `systemctl restart ${units(random)}`,
  random =>
    `${pickName(random, ['mender', 'mender', '/usr/bin/mender'], ['mender-update'])} ${random.pick(subcommands)}`,
  random => `${pickName(random, ['mender', 'mender'], ['mender-update'])} ${random.pick(subcommands)}`,
  random =>
    pickName(
      random,
      ['mender setup --demo', 'mender bootstrap', 'mender -log-level debug commit', 'mender --no-syslog check-update'],
      ['mender-setup --demo', 'mender-auth bootstrap'],
    ),
  random => `service ${unit(random).replace('.service', '')} ${random.pick(['restart', 'stop', 'start'])}`,
  random => `${random.pick(['pkill -USR1', 'killall -USR1', 'pkill', 'pkill -x', 'killall'])} ${program(random)}`,
  random => `echo "release=$(${pickName(random, ['mender'], ['mender-update'])} show-artifact)" > /tmp/release`,
  random => `logger "running $(${pickName(random, ['mender'], ['mender-update'])} show-artifact)"`,
  random => `apt-get ${random.pick(['install', 'remove', 'purge'])} -y ${packageName(random)}`,
  random =>
    pickName(
      random,
      [
        'rm -f /usr/bin/mender',
        'rm -f /etc/systemd/system/multi-user.target.wants/mender-client.service',
        'ln -sf /dev/null /etc/systemd/system/mender-client.service',
      ],
      ['rm -f /tmp/x'],
    ),
  random => `journalctl -u ${unit(random)} > /tmp/log`,
  () =>
    'dbus-send --system --dest=io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:x',
  () => 'systemctl restart "$SVC"',
  () => '$MENDER commit',
];

export function use(random: ScriptRandom): string {
  return random.pick(uses)(random);
}
