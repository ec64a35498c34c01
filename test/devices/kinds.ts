/** Scripts of the kinds for which silence, or a safe fix, was wrong: the devices must detect these by themselves. */

export interface Kind {
  readonly name: string;
  /** Each is one script. */
  readonly scripts: readonly string[];
}

/** They do the same unchanged; a safe fix made them differ. */
export const wronglyFixed: readonly string[] = [
  'systemctl stop mender-authd mender-updated\nservice mender-client stop || systemctl enable --now mender-client',
];

const old = 'mender-client';

export const kinds: readonly Kind[] = [
  {
    name: 'a fix makes other findings vanish',
    scripts: [
      `#!/bin/sh\nsystemctl restart ${old}\nservice ${old} stop`,
      'echo "mender_version=$(mender -version | head -1)" > /tmp/version\nmender show-provides',
      `systemctl restart ${old}\npidof mender >/dev/null || reboot`,
      `systemctl restart ${old}\nsystemctl is-failed --quiet ${old} && reboot`,
      `mender commit\nkill -USR1 "$(systemctl show -p MainPID --value ${old})"`,
    ],
  },
  {
    name: 'a question about the old client arms its consequence',
    scripts: [
      `pidof mender >/dev/null || systemctl restart ${old}`,
      `systemctl is-active --quiet ${old} || systemctl restart ${old}`,
      `[ "$(systemctl is-active ${old})" = active ] || systemctl restart ${old}`,
      `while ! systemctl is-active ${old}; do systemctl restart ${old}; sleep 5; done`,
      `STATE=$(systemctl is-active ${old}); case $STATE in active) ;; *) systemctl restart ${old};; esac`,
      `if [ -z "$(pidof mender)" ]; then reboot; fi\necho a\necho b\nsystemctl restart ${old}`,
      `if systemctl is-active --quiet ${old}; then systemctl stop ${old}; fi; mender commit`,
      `sh -c 'pidof mender || systemctl restart ${old}'`,
      `ssh device 'pidof mender || systemctl restart ${old}'`,
      'if ! command -v mender >/dev/null; then apt-get install -y mender-client4; mender setup --demo; fi',
    ],
  },
  {
    name: 'a state is taken for which client there is',
    scripts: [
      `systemctl is-active --quiet ${old} && dbus-send --system --dest=io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:x`,
      `case "$(systemctl is-active ${old})" in active) systemctl restart ${old}; reboot ;; esac; mender-update commit`,
      `pidof mender >/dev/null && { mender commit; reboot; }\n[ -e /lib/systemd/system/mender-updated.service ] && { mender-update commit; }`,
      `if systemctl is-enabled --quiet ${old}; then systemctl enable --now ${old}; elif systemctl is-active --quiet mender-updated; then systemctl enable --now mender-authd mender-updated; else logger x; fi`,
      `systemctl is-enabled --quiet ${old} && { systemctl enable --now ${old}; logger x; }\ndpkg -s mender-update >/dev/null && { systemctl enable --now mender-authd mender-updated; }`,
      `if pgrep mender >/dev/null; then systemctl restart ${old}; else systemctl restart mender-authd mender-updated; fi`,
      `systemctl restart mender-authd mender-updated\nwhile pgrep -x mender >/dev/null; do systemctl restart ${old}; sleep 5; done`,
    ],
  },
  {
    name: 'a question about the old client is taken for another one',
    scripts: [
      `if ! systemctl cat ${old} >/dev/null 2>&1; then systemctl restart mender-authd mender-updated; elif [ -e /lib/systemd/system/${old}.service ]; then logger x; else systemctl restart ${old}; fi`,
      `if systemctl is-active --quiet mender-updated || ! systemctl list-unit-files | grep -q ${old}.service; then logger x; exit 1; fi`,
      `pidof mender-auth >/dev/null || echo "no OTA client"\n! ps | grep -q "[m]ender " && echo ok`,
    ],
  },
  {
    name: '`set -e` ends a script with what is not there, or with two commands in its place',
    scripts: [
      'set -e\ndpkg -s mender-client >/dev/null 2>&1\nif [ $? -eq 0 ]; then logger x; fi',
      `set -e\nsystemctl is-active --quiet ${old}\nif [ $? -ne 0 ]; then systemctl restart ${old}; fi\ntouch /data/ok`,
    ],
  },
  {
    name: 'what is done about an absent client is silent',
    scripts: [
      'command -v mender >/dev/null || { logger "no client"; systemctl is-active --quiet mender-updated; }',
      'if [ -z "$(pgrep -x mender)" ]; then reboot; rm -f /usr/bin/mender; fi',
      `if command -v mender >/dev/null; then systemctl restart ${old}; systemctl restart mender-authd mender-updated; fi`,
      'if command -v mender >/dev/null; then mender commit; mender-update commit; fi',
    ],
  },
  {
    name: 'scripts migrated by half are silent',
    scripts: [
      `if ! systemctl is-active --quiet ${old}; then exit 1; fi`,
      `if ! systemctl is-active --quiet ${old}; then reboot; fi`,
      `if ! systemctl is-active --quiet ${old}; then mender-update rollback; fi`,
      `systemctl is-active --quiet ${old} || reboot`,
      `systemctl is-active --quiet ${old} || exit 1`,
      'command -v mender >/dev/null || exit 1',
      '[ -x /usr/bin/mender ] || exit 0\nlogger ready',
      'if ! command -v mender >/dev/null; then echo "no OTA client" >&2; exit 1; fi',
      `systemctl status ${old} --no-pager | head -10 > /tmp/status`,
    ].map(line => `systemctl restart mender-authd mender-updated; sleep 5\n${line}`),
  },
  {
    name: 'guards hide what no generation gets right',
    scripts: [
      'if ! command -v mender-update >/dev/null; then apt-get install -y mender-client; fi',
      'if ! command -v mender-update >/dev/null; then echo "deb https://downloads.mender.io/repos/debian stable main" > /etc/apt/sources.list.d/m.list; fi',
      `check_active() { systemctl is-active mender-updated.service || exit 1; }
wait_for() { for i in 1 2; do busctl introspect io.mender.UpdateManager /io/mender/UpdateManager; if [ $? -eq 0 ]; then return; fi; done; exit 1; }
set_map() { check_active; wait_for; dbus-send --system --dest=io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:"$M"; }
set_map`,
    ],
  },
  {
    name: 'safe fixes that are not',
    scripts: [
      'mender show-artifact',
      'mender show-provides | head -1 > /tmp/first',
      'mender show-provides | md5sum > /tmp/sum',
      'mender show-provides > /tmp/a',
      'pkill -USR1 mender',
      `if systemctl is-active --quiet ${old}; then pkill -USR1 mender; fi`,
      `systemctl stop ${old}`,
      `systemctl disable --now ${old}`,
    ],
  },
  {
    name: 'suggestions that do half',
    scripts: [
      'MENDER=/usr/bin/mender; [ ! -x "$MENDER" ] && exit 1; "$MENDER" -log-level debug show-provides',
      `mkdir -p /etc/systemd/system/${old}.service.d; echo "[Service]" > /etc/systemd/system/${old}.service.d/a.conf`,
      `ln -sf /dev/null /etc/systemd/system/${old}.service`,
      `rm -f /etc/systemd/system/multi-user.target.wants/${old}.service`,
      `ln -s /lib/systemd/system/${old}.service /etc/systemd/system/multi-user.target.wants/${old}.service`,
    ],
  },
];

/** They must not be reported, and do the same on both devices. */
export const rightlySilent: readonly string[] = [
  'if command -v mender-update; then mender-update commit; else mender commit; fi',
  `systemctl is-enabled ${old} && systemctl disable --now ${old}; systemctl enable --now mender-authd mender-updated`,
  '[ -x /usr/bin/mender-update ] && exec mender-update "$@"; exec mender "$@"',
  'mender commit || mender-update commit',
  `systemctl enable --now mender-authd mender-updated\nsystemctl disable --now ${old}`,
  `systemctl stop ${old} || true\nsystemctl start mender-authd mender-updated`,
  'rm -f /usr/bin/mender',
  '[ -x /usr/bin/mender ] && rm -f /usr/bin/mender\ntrue',
  'if command -v mender; then sudo dpkg -P mender-client; fi',
  'if [ -x /usr/bin/mender ]; then mender rollback; else mender-update rollback; fi',
  `OLD=$(systemctl is-active ${old})\nNEW=$(systemctl is-active mender-updated)\nif [ "$OLD" != active ] && [ "$NEW" != active ]; then reboot; fi`,
  `systemctl is-active -q ${old} && systemctl restart ${old}\nsystemctl is-active -q mender-updated && systemctl restart mender-authd mender-updated`,
  `if systemctl is-active -q ${old}; then systemctl restart ${old}; logger x; else systemctl restart mender-authd mender-updated; logger x; fi`,
  'if command -v mender; then pkill -USR1 mender; else pkill -USR1 -x mender-update; fi',
  'mender-update commit || reboot',
  'systemctl restart mender-authd mender-updated',
];
