/**
 * Scripts for both generations that probe for what is there: probes that decide, and those that mistake the old client
 * for the only one.
 */
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('whatever the answer, both generations are handled', script, [
  'if [ "$OLD" ]; then systemctl is-active mender-client; else systemctl is-active mender-updated; fi',
  'case $GEN in old) systemctl is-active mender-client ;; new) systemctl is-active mender-updated ;; esac',
  'if command -v mender-update; then SVC=mender-updated; else SVC=mender-client; fi\nuntil systemctl is-active $SVC; do sleep 1; done',
  'SVC=mender-client\ncommand -v mender-update >/dev/null && SVC=mender-updated\nwhile ! systemctl is-active --quiet "$SVC"; do sleep 1; done',
  'until systemctl is-active mender-client || systemctl is-active mender-updated; do sleep 1; done',
  'while ! systemctl is-active mender-client; do command -v mender-update && break; sleep 1; done',
  'if [ -f /lib/systemd/system/mender-client.service ]; then S=mender-client; else S=mender-updated; fi\nsystemctl restart $S',
  'S=mender-updated\n[ -e /etc/systemd/system/mender-client.service ] && S=mender-client\nsystemctl restart "$S"',
  'if ls /usr/lib/systemd/system/mender-client.service >/dev/null 2>&1; then mender commit; else mender-update commit; fi',
  'for s in mender-client mender-updated; do systemctl is-active --quiet $s && systemctl restart $s; done',
  'for s in mender-client mender-authd mender-updated; do if systemctl cat $s >/dev/null 2>&1; then journalctl -u $s; fi; done',
  'if command -v mender-update; then mender-update commit; else until systemctl is-active mender-client; do sleep 1; done; mender commit; fi',
  'mender-update commit\n[ -x /usr/bin/mender ] && rm /usr/bin/mender',
  'set -e\ncommand -v mender-update >/dev/null 2>&1 || { mender commit; exit 0; }\nmender-update commit',
  "if command -v mender-update; then trap 'systemctl start mender-updated' EXIT; else trap 'systemctl start mender-client' EXIT; fi",
  '( command -v mender-update >/dev/null ) && exit 0\nmender commit',
  '( if command -v mender-update; then exit 0; fi; mender commit )',
  'outer() {\n  inner() { command -v mender-update >/dev/null; }\n  if inner; then mender-update commit; else mender commit; fi\n}\nouter',
  'if [ -x /usr/bin/mender-update -o -x /usr/local/bin/mender-update ]; then a; else mender commit; fi',
  'if test ! -x /usr/bin/mender-update -a -x /usr/bin/mender; then mender commit; fi',
  'if [[ -x /usr/bin/mender-update || -x /opt/mender-update ]]; then a; else mender commit; fi',
  'if [[ -x /usr/bin/mender && ! -e /usr/bin/mender-update ]]; then mender commit; fi',
  'if [[ -z $(type -P mender-update) ]]; then mender commit; fi',
  'if ! hash mender-update 2>/dev/null; then mender commit; else mender-update rollback; fi',
  'if dpkg-query -W mender-update >/dev/null 2>&1; then a; else mender commit; fi',
  'if [ "$(dpkg-query -W -f=\'${Status}\' mender-client4 2>/dev/null)" = "install ok installed" ]; then a; else mender commit; fi',
  'if dpkg -s mender-client 2>/dev/null | grep -q "^Version: 3"; then mender commit; else mender-update commit; fi',
  'if opkg list-installed mender-update | grep -q .; then a; else mender commit; fi',
  'if [ -n "$(opkg list-installed | grep mender-update)" ]; then a; else mender commit; fi',
  'if rpm -qa | grep -q ^mender-update; then a; else mender commit; fi',
  'if systemctl list-units --all | grep -q mender-updated; then a; else systemctl restart mender-client; fi',
  'if systemctl list-unit-files --type=service | grep -Fq mender-updated.service; then S=mender-updated; else S=mender-client; fi\nsystemctl restart "$S"',
  'if systemctl is-enabled mender-updated >/dev/null 2>&1; then systemctl restart mender-updated; elif systemctl is-enabled mender-client; then systemctl restart mender-client; fi',
  'systemctl restart mender-updated || systemctl restart mender-client',
  'systemctl restart mender-client 2>/dev/null || systemctl restart mender-updated',
  'systemctl cat mender-updated >/dev/null 2>&1 && UNIT=mender-updated || UNIT=mender-client\njournalctl -u "$UNIT"',
  'MENDER=$(which mender-update 2>/dev/null || which mender)\n$MENDER commit',
  'MENDER=mender\n[ -x /usr/bin/mender-update ] && MENDER=mender-update\n$MENDER show-artifact',
  'MENDER=mender\nif ! type mender >/dev/null; then MENDER=mender-update; fi\n$MENDER show-artifact',
  'mender_cmd() { if command -v mender-update >/dev/null; then echo mender-update; else echo mender; fi; }\n$(mender_cmd) commit',
  'mender_cmd() { if command -v mender-update >/dev/null; then mender-update "$@"; else mender "$@"; fi; }\nmender_cmd commit',
  'case "$(command -v mender-update)" in */mender-update) a ;; *) mender commit ;; esac',
  'case "$(mender-update --version 2>/dev/null)" in "") mender commit ;; *) mender-update commit ;; esac',
  'case $(mender --version 2>&1 | head -1) in *" 3."*) mender commit ;; *) mender-update commit ;; esac',
  'MENDER_VERSION=$(mender-update --version 2>/dev/null || mender --version)\ncase $MENDER_VERSION in [0-3].*) mender commit ;; *) mender-update commit ;; esac',
  'get_version() { mender-update --version 2>/dev/null || mender --version; }\nif [ "$(get_version | cut -d. -f1)" -ge 4 ]; then mender-update commit; else mender commit; fi',
  'for bin in mender-update mender; do command -v $bin >/dev/null || continue; $bin commit; break; done',
  'for bin in /usr/bin/mender-update /usr/bin/mender; do [ -x $bin ] && exec $bin commit; done',
  'UNITS="mender-client.service mender-updated.service"\nfor u in $UNITS; do systemctl is-enabled "$u" && systemctl restart "$u"; done',
  'systemctl restart mender-client mender-updated',
  'systemctl stop mender-client mender-authd mender-updated || true',
  'if [ "$USE_OLD" = yes ]; then mender commit; else mender-update commit; fi',
  '[ -f /etc/os-release ] && . /etc/os-release\nif [ "$VERSION_CODENAME" = kirkstone ]; then mender commit; else mender-update commit; fi',
  'if command -v mender-update >/dev/null && [ "$1" = x ]; then mender-update commit; else mender commit; fi',
  'if command -v mender-update; then\n  mender-update commit\nelse\n  if command -v mender; then mender commit; fi\nfi',
  '{ command -v mender-update && mender-update commit; } || mender commit',
  'if command -v mender-update; then exec mender-update commit; fi\nexec mender commit',
  'NEW=$(command -v mender-update || true)\nif [ -n "$NEW" ]; then "$NEW" commit; else mender commit; fi',
  'readonly HAS_NEW=$(command -v mender-update >/dev/null && echo true || echo false)\nif [ "$HAS_NEW" = true ]; then mender-update commit; else mender commit; fi',
  'has_new=false; command -v mender-update >/dev/null && has_new=true\n$has_new || mender commit',
  'declare -A C=([old]=mender [new]=mender-update)\n${C[$GEN]} commit',
  'set -- mender\ncommand -v mender-update && set -- mender-update\n"$@" commit',
  'if ! mender-update show-artifact 2>/dev/null; then mender show-artifact; fi',
  'mender-update show-artifact 2>/dev/null || mender show-artifact',
  'ARTIFACT=$(mender-update show-artifact 2>/dev/null || mender show-artifact)',
  'ARTIFACT=$(mender show-artifact 2>/dev/null || mender-update show-artifact)',
  'if [ ! -e /usr/bin/mender ]; then ln -s mender-update /usr/bin/mender; fi\nmender commit',
  'if grep -q mender-update /etc/packages; then a; else mender commit; fi',
  'if ls /usr/bin/mender-update 2>/dev/null; then a; else mender commit; fi',
  'wait_for() { until systemctl is-active --quiet "$1"; do sleep 1; done; }\nif command -v mender-update; then wait_for mender-updated; else wait_for mender-client; fi',
  'if [ "$(dpkg-query -W -f=\'${Status}\' mender-client4 2>/dev/null)" = "install ok installed" ]; then a; else mender commit; fi',
  'if dpkg-query -W -f=\'${Status}\' mender-client4 2>/dev/null | grep -q "ok installed"; then a; else mender commit; fi',
  'if [ "$(dpkg-query -W -f=\'${Status}\' mender-client 2>/dev/null)" = "install ok installed" ]; then mender commit; else mender-update commit; fi',
  'case "$(command -v mender-update)" in */mender-update) a ;; *) mender commit ;; esac',
  'if [ "$(which mender-update)" = /usr/bin/mender-update ]; then a; else mender commit; fi',
  'if grep -q "^Package: mender-update" /var/lib/dpkg/status; then a; else mender commit; fi',
  'if ! grep -q mender-update /usr/lib/opkg/status; then mender commit; fi',
  'if grep -q "server" /etc/mender/mender.conf; then mender-update commit; else mender commit; fi',
  'M=$(command -v mender-update)\nif [ "$M" ]; then $M commit; else mender commit; fi',
]);

reportedCases('a probe for the old client fails where the new one is, which has a consequence', script, [
  'mender-update install x\n«systemctl is-active --quiet mender-client» && echo old running',
  'if «systemctl is-active mender-client»; then echo running; fi\nmender-update commit',
  'if command -v mender-update; then if «systemctl is-active mender-client»; then echo x; fi; fi',
  'if command -v mender-update; then if [ -x /usr/bin/«mender» ]; then «mender commit»; fi; fi',
  'if command -v mender-update; then systemctl status «mender-client» | grep -q running; fi',
  'if command -v mender-update; then S=$(«systemctl is-active mender-client»); echo $S; fi',
  'if command -v mender-update; then «mender --version» | grep -q x; fi',
  'command -v mender-update || exit 0\nif «systemctl is-active --quiet mender-client»; then systemctl restart «mender-client»; fi',
  'if systemctl is-active mender-updated; then «systemctl is-active mender-client»; fi',
  'is_running() { «systemctl is-active --quiet mender-client»; }\nif command -v mender-update; then mender-update commit; fi\nis_running && echo yes',
  'if command -v mender-update; then «systemctl is-active mender-client» && systemctl stop «mender-client»; fi',
  'if command -v mender-update; then if ! «systemctl is-active mender-client»; then echo done; else systemctl disable «mender-client»; fi; fi',
  'while pidof «mender»; do sleep 1; done\nmender-update install x',
  'mender-update commit\n«systemctl is-active mender-client» || true',
  'mender-update --version && NEW=1\npidof «mender» || echo "not running"',
  'mender-update show-artifact 2>/dev/null || mender show-artifact\nif ! pidof «mender»; then reboot; fi',
  'if ! command -v «mender»; then echo "no mender"; exit 1; fi\nif command -v mender-update; then U=mender-update; else U=mender; fi\n$U commit',
  'if systemctl status mender-updated; then :; else «mender commit»; fi',
  'until command -v «mender»; do sleep 1; done\nif command -v mender-update; then mender-update commit; fi',
  'if dpkg --compare-versions "$(dpkg-query -W -f=\'${Version}\' «mender-client»)" lt 4; then «mender commit»; fi',
]);

foundCases('where the new generation is, the answer misleads or the old one is used', script, [
  {
    text: 'if command -v mender-update; then a; fi\n«systemctl is-active mender-client»',
    rules: 'systemctl-query',
    fixed:
      'if command -v mender-update; then a; fi\nsystemctl is-active mender-authd && systemctl is-active mender-updated',
  },
  {
    text: 'command -v mender-update >/dev/null && «systemctl is-active mender-client»',
    rules: 'systemctl-query',
    fixed:
      'command -v mender-update >/dev/null && systemctl is-active mender-authd && systemctl is-active mender-updated',
  },
  {
    text: 'if command -v mender-update; then while ! «systemctl is-active --quiet mender-client»; do sleep 1; done; fi',
    rules: 'systemctl-query',
    fixed:
      'if command -v mender-update; then while ! { systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated; }; do sleep 1; done; fi',
  },
  {
    text: 'if command -v mender-update; then\n  mender-update commit\n  until «systemctl is-active mender-client»; do sleep 1; done\nelse\n  mender commit\nfi',
    rules: 'systemctl-query',
    fixed:
      'if command -v mender-update; then\n  mender-update commit\n  until systemctl is-active mender-authd && systemctl is-active mender-updated; do sleep 1; done\nelse\n  mender commit\nfi',
  },
  {
    text: '# waits for the client\nuntil «systemctl is-active mender-client»; do sleep 1; done\nif command -v mender-update; then mender-update show-artifact; else mender show-artifact; fi',
    rules: 'systemctl-query',
    fixed:
      '# waits for the client\nuntil systemctl is-active mender-authd && systemctl is-active mender-updated; do sleep 1; done\nif command -v mender-update; then mender-update show-artifact; else mender show-artifact; fi',
  },
  {
    text: 'if command -v «mender»; then OLD=1; fi\nif command -v mender-update; then NEW=1; fi\nif [ "$NEW" = 1 ]; then «systemctl is-active mender-client»; fi',
    rules: ['binary-probe', 'systemctl-query'],
    fixed:
      'if command -v mender-update; then OLD=1; fi\nif command -v mender-update; then NEW=1; fi\nif [ "$NEW" = 1 ]; then systemctl is-active mender-authd && systemctl is-active mender-updated; fi',
  },
  {
    text: '[ -x /usr/bin/mender-update ] || exit 1\npidof «mender» || echo "not running"\nmender-update show-artifact',
    rules: 'process-name',
    fixed:
      '[ -x /usr/bin/mender-update ] || exit 1\npidof mender-update || echo "not running"\nmender-update show-artifact',
  },
  {
    text: 'if command -v mender-update; then pidof «mender» || restart; fi',
    rules: 'process-name',
    fixed: 'if command -v mender-update; then pidof mender-update || restart; fi',
  },
  {
    text: 'mender-update commit\n«systemctl is-active --quiet mender-client» || reboot',
    rules: 'systemctl-query',
    fixed:
      'mender-update commit\n{ systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated; } || reboot',
  },
  {
    text: 'if ! pidof «mender»; then reboot; fi\nmender-update check-update',
    rules: 'process-name',
    fixed: 'if ! pidof mender-update; then reboot; fi\nmender-update check-update',
  },
  {
    text: 'until pidof «mender»; do sleep 1; done\nmender-update show-artifact',
    rules: 'process-name',
    fixed: 'until pidof mender-update; do sleep 1; done\nmender-update show-artifact',
  },
  {
    text: 'set -e\ncommand -v mender-update\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'set -e\ncommand -v mender-update\nmender-update commit',
  },
  {
    text: "trap 'systemctl start «mender-client»' EXIT\nif command -v mender-update; then mender-update commit; fi",
    rules: 'systemctl-control',
    fixed:
      "trap 'systemctl start mender-authd mender-updated' EXIT\nif command -v mender-update; then mender-update commit; fi",
  },
  {
    text: '(\n  command -v mender-update && exit 0\n  a\n)\n«mender commit»',
    rules: 'mender-commit',
    fixed: '(\n  command -v mender-update && exit 0\n  a\n)\nmender-update commit',
  },
  {
    text: 'command -v mender-update || return 0\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'command -v mender-update || return 0\nmender-update commit',
  },
  {
    text: 'if ! command -v mender-update; then return; fi\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'if ! command -v mender-update; then return; fi\nmender-update commit',
  },
  {
    text: 'if [ ! -x /usr/bin/«mender» ]; then echo "not installed"; exit 1; fi\n«/usr/bin/mender commit»',
    rules: ['binary-probe', 'mender-commit'],
    fixed: 'if [ ! -x /usr/bin/mender-update ]; then echo "not installed"; exit 1; fi\n/usr/bin/mender-update commit',
  },
  {
    text: 'test -x /usr/bin/«mender» || exit 0\ncase "$1" in start) start-stop-daemon --start --exec «/usr/bin/mender» -- daemon ;; esac',
    rules: ['binary-probe', 'mender-daemon'],
    fixed:
      'test -x /usr/bin/mender-update || exit 0\ncase "$1" in start) start-stop-daemon --start --exec /usr/bin/mender-auth -- daemon & start-stop-daemon --start --exec /usr/bin/mender-update -- daemon ;; esac',
  },
  {
    text: 'wait_for() { until systemctl is-active --quiet "$1"; do sleep 1; done; }\n«wait_for mender-client»\ncommand -v mender-update && mender-update commit',
    rules: 'systemctl-query',
    fixed:
      'wait_for() { until systemctl is-active --quiet "$1"; do sleep 1; done; }\nwait_for mender-authd && wait_for mender-updated\ncommand -v mender-update && mender-update commit',
  },
  {
    text: 'if [ "(id -u)" != 0 ]; then exit 1; fi\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'if [ "(id -u)" != 0 ]; then exit 1; fi\nmender-update commit',
  },
]);

quietCases('for a version before 4 alone, with nothing else about the new generation', script, [
  'if [ "$(mender --version | cut -d. -f1)" -lt 4 ]; then mender commit; fi',
  '[ "$(dpkg-query -W -f=\'${Version}\' mender-client | cut -d. -f1)" -lt 4 ] && mender commit',
  'if [ "${MENDER_MAJOR}" -lt 4 ]; then systemctl restart mender-client; fi',
  '[ "$MENDER_MAJOR" -ge 4 ] && exit 0\nmender commit',
  'case "$MENDER_VERSION" in 4.*|5.*) exit 0 ;; esac\nmender commit',
  'if [[ ! $MENDER_VERSION =~ ^[vV]?4 && ! $MENDER_VERSION == 5.* ]]; then mender commit; fi',
  'if ! { [ "$MENDER_MAJOR" = 4 ] || [ "$MENDER_MAJOR" -ge 5 ]; }; then mender commit; fi',
]);

reportedCases('a variable names one client here and the other there', script, [
  // With the first name it waits for ever.
  'for s in «mender-client» mender-updated; do until systemctl is-active $s; do sleep 1; done; done',
  's=«mender-client»\nsystemctl enable $s\ns=mender-updated\nsystemctl restart $s',
  'for s in «mender-client» ssh; do systemctl enable --now $s; done\nfor s in mender-authd mender-updated; do systemctl unmask $s; done',
]);

reportedCases('where the old name fails, the new one is not reached', script, [
  'set -e\nif [ -e /data/x ]; then «service mender-client stop»; fi\nsystemctl restart mender-authd mender-updated',
  'set -e\nwhile [ -e /data/x ]; do systemctl stop «mender-client»; done\nsystemctl restart mender-authd mender-updated',
]);

reportedCases('the state of the old client does not say which is installed', script, [
  'if pgrep -x «mender» >/dev/null; then apt-get install -y «mender-client»; fi',
]);

foundCases('a probe that depends on another one is fixed with it', script, [
  {
    text: 'if «systemctl is-active --quiet mender-client»; then pidof «mender» >/dev/null || reboot; fi',
    rules: ['systemctl-query', 'process-name'],
    safety: 'review',
    fixed:
      'if systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated; then pidof mender-update >/dev/null || reboot; fi',
  },
]);

foundCases('a probe is in a loop that another answer leads to', script, [
  {
    text: 'pgrep mender-update >/dev/null || exit 1\nuntil pidof «mender» >/dev/null; do systemctl try-restart «mender-client»; sleep 1; done',
    rules: ['process-name', 'systemctl-control'],
    safety: 'review',
    fixed:
      'pgrep mender-update >/dev/null || exit 1\nuntil pidof mender-update >/dev/null; do systemctl try-restart mender-authd mender-updated; sleep 1; done',
  },
]);

foundCases('for a version that does not distinguish the new generation', script, [
  {
    text: 'case "$MENDER_VERSION" in 3.*) «mender commit» ;; esac',
    rules: 'mender-commit',
    fixed: 'case "$MENDER_VERSION" in 3.*) mender-update commit ;; esac',
  },
  {
    text: 'if [ "$MENDER_MAJOR" -lt 3 ]; then «mender commit»; fi',
    rules: 'mender-commit',
    fixed: 'if [ "$MENDER_MAJOR" -lt 3 ]; then mender-update commit; fi',
  },
  {
    text: 'if [ "$(uname -r | cut -d. -f1)" -lt 4 ]; then «mender commit»; fi',
    rules: 'mender-commit',
    fixed: 'if [ "$(uname -r | cut -d. -f1)" -lt 4 ]; then mender-update commit; fi',
  },
  {
    text: 'if [ "$MENDER_MAJOR" -ge 4 ]; then «mender commit»; fi',
    rules: 'mender-commit',
    fixed: 'if [ "$MENDER_MAJOR" -ge 4 ]; then mender-update commit; fi',
  },
]);

/** More values than are ever looked at, all of the old generation. */
const assignments = 'action=commit\n'.repeat(65);

foundCases('a variable that is given a value in very many places', script, [
  {
    text: `${assignments}«mender "$action"»`,
    rules: 'mender-dynamic-command',
  },
]);

quietCases('one is probed for, or run, where the other one has failed', script, [
  'V=$(mender-update show-provides 2>/dev/null | grep x) || V=$(mender show-provides | grep x)',
  'A=$(mender-update show-artifact 2>/dev/null)\n[ -z "$A" ] && A=$(mender show-artifact 2>/dev/null)',
  'A=$(mender show-artifact 2>/dev/null)\n[ -z "$A" ] && A=$(mender-update show-artifact 2>/dev/null)',
  'mender commit\nrc=$?\ntest $rc -eq 0 || mender-update commit',
  'if systemctl -q is-active mender-updated; then :; elif systemctl -q is-active mender-client; then :; else reboot; fi',
  'MENDER=$(command -v mender-update || true)\n: ${MENDER:=$(command -v mender)}\n$MENDER check-update',
  'retry() { for i in 1 2 3; do "$@" && return 0; done; return 1; }\nretry mender commit || retry mender-update commit',
  'rm -f /usr/bin/mender && ln -s /usr/bin/mender-update /usr/bin/mender\nmender commit',
]);

reportedCases('the first name of a loop ends it', script, [
  'set -e\nfor u in «mender-client» mender-authd mender-updated; do systemctl stop $u; done\ntouch /done',
  'for u in «mender-client» mender-authd mender-updated; do systemctl stop $u || exit 1; done',
]);

reportedCases('a loop over both names does something since the old one is not there', script, [
  'for s in «mender-client» mender-updated; do systemctl is-active -q $s || reboot; done',
  'ok=1\nfor s in «mender-client» mender-updated; do systemctl is-active -q $s || ok=0; done\n[ $ok = 1 ] || reboot',
  'for p in «mender» mender-update; do if pidof $p; then :; else touch /run/failed; fi; done',
]);

quietCases('a loop over both names does something where either is there', script, [
  'ok=0\nfor s in mender-client mender-updated; do systemctl is-active -q $s && ok=1; done\n[ $ok = 1 ] || reboot',
  'for s in mender-client mender-updated; do systemctl is-active -q $s || continue; echo "$s" >/run/x; done',
  'for s in mender-client mender-updated; do systemctl is-active -q $s && touch /run/x; done',
  'for p in mender mender-update; do pidof $p >/dev/null && break; done || exit 1',
  'for s in mender-client mender-updated; do systemctl cat $s >/dev/null || continue; systemctl is-active -q $s || exit 1; done',
]);

reportedCases('a name that is passed to one program only', script, ["M=mender-update\nM=«mender» bash -c '$M commit'"]);

reportedCases('whose failure starts something else, although the same is done to the new client', script, [
  'systemctl disable «mender-client.service» || mender-update commit\nsystemctl restart mender-authd mender-updated',
  'systemctl stop mender-authd mender-updated\n«service mender-client stop» || ./recover',
  'if ! systemctl stop «mender-client»; then ./recover; fi\nsystemctl stop mender-authd mender-updated',
]);

quietCases('whose failure starts nothing else', script, [
  'systemctl stop mender-client || systemctl stop mender-authd mender-updated',
  'systemctl disable mender-client || true\nsystemctl disable mender-authd mender-updated',
  'systemctl stop mender-client || echo "no client of 3.x"\nsystemctl stop mender-authd mender-updated',
]);

reportedCases('where a list of processes decides, in which either client is', script, [
  'if ! ps | grep -q "[m]ender"; then systemctl restart «mender-client»; else systemctl restart mender-authd mender-updated; fi',
]);

reportedCases(
  'the new client is told something only where the old one is, though the next question is about the new one',
  script,
  [
    'if [ -e «/lib/systemd/system/mender-client.service» ]; then systemctl restart mender-authd mender-updated; elif [ -e /lib/systemd/system/mender-updated.service ]; then logger x; fi',
    'if pidof «mender» >/dev/null; then systemctl mask mender-authd mender-updated; elif pgrep mender-update >/dev/null; then logger x; fi',
    'if command -v «mender»; then mender commit; systemctl restart mender-updated; elif command -v mender-update; then mender-update commit; fi',
  ],
);

quietCases('the next probe does the same to the new client, or it replaces the old one', script, [
  'if pidof mender >/dev/null; then systemctl mask mender-authd mender-updated; elif pgrep mender-update >/dev/null; then systemctl mask mender-authd mender-updated; fi',
  'if command -v mender; then apt-get install -y mender-client4; systemctl enable mender-authd mender-updated; elif command -v mender-update; then echo fine; fi',
]);
