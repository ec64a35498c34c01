/** Scripts for both generations: which uses of the old one are intentional, and which are not. */
import assert from 'node:assert/strict';
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';
const commit = 'mender-commit';
const control = 'systemctl-control';

quietCases('the old service is retired', script, [
  'systemctl enable --now mender-authd mender-updated\nsystemctl disable --now mender-client',
  'systemctl disable --now mender-client\n\nfoo\nbar\nbaz\n\nsystemctl enable --now mender-authd mender-updated',
  'systemctl stop mender-client || true\nsystemctl restart mender-updated',
  'systemctl is-enabled mender-client && systemctl disable mender-client\nsystemctl enable mender-updated',
  'if systemctl is-active --quiet mender-client; then systemctl stop mender-client; fi\nsystemctl start mender-updated',
  'migrate() { systemctl stop mender-client; systemctl disable mender-client; }\nmigrate\nsystemctl enable mender-authd mender-updated',
  'service mender-client stop\na\nb\nc\nservice mender-updated start',
  'update-rc.d mender-client remove\na\nb\nc\nupdate-rc.d mender-updated defaults',
  'for s in mender-client mender-connect; do systemctl stop $s; done\na\nb\nc\nsystemctl start mender-authd mender-updated',
]);

quietCases('failures are ignored for either client', script, [
  'systemctl enable mender-client || true\nsystemctl enable mender-updated',
  'systemctl enable mender-updated 2>/dev/null || true\nsystemctl enable mender-authd 2>/dev/null || true\nsystemctl enable mender-client 2>/dev/null || true',
  'set -e\nsystemctl restart mender-client || :\nsystemctl restart mender-authd mender-updated || :',
  'f() { systemctl start mender-client || true; systemctl start mender-updated || true; }\nf',
]);

reportedCases('failures that have consequences', script, [
  'systemctl enable «mender-client» || echo failed\nsystemctl enable mender-updated || true',
  'systemctl enable «mender-client»\nsystemctl enable mender-updated || true',
  'systemctl enable «mender-client» || true\nsystemctl enable mender-authd || true',
  'systemctl enable «mender-client» || true\nsystemctl start mender-updated || true',
  'systemctl enable «mender-client» && reboot || true\nsystemctl enable mender-updated || true',
  'systemctl enable «mender-client» || true\nif [ "$A" ]; then systemctl enable mender-updated || true; fi',
  'systemctl enable «mender-client» || true\nsystemctl enable «mender» || true',
]);

quietCases('leftovers are removed', script, [
  'rm -f /usr/bin/mender',
  'rm -rf /etc/systemd/system/mender-client.service.d',
  'rm /etc/systemd/system/mender-client.service.d/10-proxy.conf',
  'unlink /lib/systemd/system/mender-client.service',
  '[ -x /usr/bin/mender ] && rm -f /usr/bin/mender',
  '[ -e /lib/systemd/system/mender-client.service ] || exit 0\nrm /lib/systemd/system/mender-client.service',
  'if [ -x /usr/bin/mender ]; then apt-get purge -y mender-client; fi',
  'if command -v mender; then sudo dpkg -P mender-client; fi',
  'if systemctl is-active mender-client; then apt remove -y mender-client; fi',
  '[ -f /lib/systemd/system/mender-client.service ] && sudo rm -f /lib/systemd/system/mender-client.service',
]);

quietCases('branches by what is installed', script, [
  'if command -v mender-update; then mender-update commit; else mender rollback; fi',
  'if command -v mender-update >/dev/null 2>&1; then\n  reload\nelse\n  mender commit\n  systemctl restart mender-client\nfi',
  'if ! command -v mender-update; then mender commit; else reload; fi',
  'if [ ! -x /usr/bin/mender-update ]; then mender commit; else mender-update rollback; fi',
  'if ! [ -x /usr/bin/mender-update ]; then mender commit; fi',
  'if test -e "$ROOT/usr/bin/mender-update"; then a; else mender commit; fi',
  'if [[ -x /usr/bin/mender-update ]]; then a; else mender commit; fi',
  'if [[ ! -x /usr/bin/mender-update ]]; then mender commit; fi',
  'if [ -n "$(command -v mender-update)" ]; then a; else mender commit; fi',
  'if [ -z "$(command -v mender-update)" ]; then mender commit; fi',
  'if [ -z "`which mender-update 2>/dev/null`" ]; then mender commit; fi',
  'if [ "x$(which mender-update)" = x ]; then mender commit; fi',
  'if type mender-update >/dev/null 2>&1; then a; elif type mender; then mender commit; fi',
  'if a; then b; elif command -v mender-update; then c; else mender commit; fi',
  'if command -v mender-auth && command -v mender-update; then a; else mender commit; fi',
  'if command -v mender-auth || command -v mender-update; then a; else mender commit; fi',
  'if [ -x /usr/bin/mender-auth ] && [ "$1" ]; then a; elif [ ! -x /usr/bin/mender-auth ]; then mender commit; fi',
  'if [ -x /usr/bin/mender-auth -a -x /usr/bin/mender-update ]; then a; else mender commit; fi',
  'hash mender-update 2>/dev/null && { mender-update commit; exit; }\nmender commit',
  'command -v mender-update >/dev/null && { mender-update commit; exit; }\na\nb\nc\nmender rollback',
  'command -v mender-update >/dev/null || { mender commit; exit $?; }\nmender-update commit',
  'command -v mender-update >/dev/null || mender rollback',
  'if command -v mender-update; then\n  mender-update commit\n  exit 0\nfi\na\nb\nc\nmender rollback\nsystemctl restart mender-client',
  'f() {\n  if command -v mender-update; then mender-update commit; return; fi\n  a\n  b\n  c\n  mender rollback\n}\nf',
  'if command -v mender-update; then a; exit; else mender setup; fi\nb\nc\nd\nmender commit',
  'if [ -f /usr/bin/mender ] && [ ! -f /usr/bin/mender-update ]; then mender commit; fi',
  'command -v mender-update && mender-update install x || mender rollback',
  'if command -v mender-update; then\n  mender-update commit && exit 0\nfi\na\nb\nc\nmender commit',
  'command -v mender-update\nif [ $? -eq 0 ]; then a; else mender commit; fi',
  'command -v mender-update\nNEW=$?\nif [ $NEW -ne 0 ]; then mender commit; fi',
  'NEW=/usr/bin/mender-update\nOLD=/usr/bin/mender\nif [ -x $NEW ]; then $NEW commit; else $OLD rollback; fi',
  'if ! mender-update --version; then mender commit; fi',
  'case $CLIENT in mender-update) a ;; mender) mender rollback ;; esac\nmender-update commit',
  'while ! command -v mender-update; do mender check-update; sleep 5; done\nmender-update commit',
  'sudo sh -c "command -v mender-update" && exit\nmender commit',
  'if sudo test -x /usr/bin/mender-update; then a; else mender commit; fi',
  'if ssh device "command -v mender-update"; then a; else ssh device "mender commit"; fi',
  'ssh device "if command -v mender-update; then mender-update commit; else mender rollback; fi"',
  'if dpkg -s mender-client4 >/dev/null 2>&1; then a; else systemctl restart mender-client; fi',
  'if dpkg -l mender-client4 | grep -q ^ii; then a; else systemctl restart mender-client; fi',
  'if dpkg -l | grep -q "^ii  mender-client4 "; then a; else systemctl restart mender-client; fi',
  'if opkg list-installed | grep -q mender-update; then a; else mender commit; fi',
  'if rpm -q mender-update; then a; else mender commit; fi',
  'if systemctl cat mender-updated >/dev/null 2>&1; then a; else systemctl restart mender-client; fi',
  'if systemctl list-unit-files | grep -q "^mender-updated"; then a; else systemctl restart mender-client; fi',
  'if systemctl list-unit-files mender-updated.service >/dev/null; then a; else systemctl restart mender-client; fi',
  'if [ -e /lib/systemd/system/mender-updated.service ]; then a; else systemctl restart mender-client; fi',
  'if [ $(systemctl list-unit-files | grep -c mender-updated) -gt 0 ]; then a; else systemctl restart mender-client; fi',
]);

quietCases('branches by remains of the old generation', script, [
  'if systemctl is-active --quiet mender-client; then systemctl restart mender-client; else systemctl restart mender-updated; fi',
  'if systemctl is-active mender-client; then mender commit; else mender-update commit; fi',
  'if systemctl cat mender-client >/dev/null 2>&1; then journalctl -u mender-client; else journalctl -u mender-updated; fi',
  'if systemctl list-unit-files | grep -q mender-client; then mender commit; else mender-update commit; fi',
  'if systemctl list-unit-files mender-client.service; then mender commit; else mender-update commit; fi',
  'if pidof mender; then mender check-update; else mender-update check-update; fi',
  'if [ -x /usr/bin/mender ]; then mender rollback; else mender-update rollback; fi',
  'if ! command -v mender; then mender-update rollback; exit; fi\na\nb\nc\nmender rollback',
  'if [ "$(systemctl is-active mender-client)" = active ]; then mender commit; else mender-update commit; fi',
  'OLD=$(command -v mender)\nif [ -n "$OLD" ]; then mender commit; else mender-update commit; fi',
  'if command -v mender; then echo "remove the old client first"; exit 1; fi\nmender-update commit',
]);

quietCases('branches by version', script, [
  'case "$(mender --version)" in 3.*) mender commit ;; *) mender-update commit ;; esac',
  'case "$(mender --version 2>/dev/null)" in\n  [123].*) mender commit ;;\n  4.*|5.*|"") mender-update commit ;;\nesac',
  'case $(mender-update --version | head -n1) in 4*|5*) mender-update commit ;; *) mender rollback ;; esac',
  "if mender --version | grep -q '^3'; then mender rollback; else mender-update rollback; fi",
  "if mender --version 2>&1 | grep -qE '^(2|3)\\.'; then mender rollback; else mender-update rollback; fi",
  'V=$(mender --version)\ncase $V in 3.*) mender rollback ;; *) mender-update rollback ;; esac',
  'V="$(mender --version 2>/dev/null || mender-update --version)"\nif [ "${V%%.*}" -ge 4 ]; then mender-update commit; else mender rollback; fi',
  'V=$(mender-update --version)\nMAJOR=${V%%.*}\nif [ "$MAJOR" -lt 4 ]; then mender commit; fi',
  'V=$(mender-update --version)\nMAJOR=$(echo "$V" | cut -d. -f1)\n[ $MAJOR -gt 3 ] || mender commit',
  'V=$(mender-update --version | cut -d. -f1)\nif (( V >= 4 )); then a; else mender commit; fi',
  'V=$(mender-update --version)\nif [[ $V == 3.* ]]; then mender commit; fi',
  'V=$(mender-update --version)\nif [[ $V =~ ^[45] ]]; then a; else mender commit; fi',
  'V=$(mender-update --version)\nif grep -q "^3" <<< "$V"; then mender commit; fi',
  'V=$(mender-update --version)\nif dpkg --compare-versions "$V" lt 4.0; then mender commit; fi',
  "V=$(dpkg-query -W -f='${Version}' mender-client)\ncase $V in 3*) mender commit ;; *) mender-update commit ;; esac",
  "V=$(opkg status mender-update | grep Version | cut -d' ' -f2)\ncase $V in 3*) mender commit ;; *) a ;; esac",
  'if [ "$(printf \'%s\\n\' 4.0.0 "$(mender-update --version)" | sort -V | head -n1)" = 4.0.0 ]; then a; else mender commit; fi',
  'if [ "$MENDER_MAJOR_VERSION" = 3 ]; then mender commit; else mender-update commit; fi',
]);

quietCases('branches by functions and variables of the script', script, [
  'is_new() { command -v mender-update >/dev/null; }\nif is_new; then a; else mender commit; fi',
  'is_new() {\n  if command -v mender-update >/dev/null; then\n    return 0\n  fi\n  return 1\n}\nif is_new; then a; else mender commit; fi',
  'is_old() { ! command -v mender-update >/dev/null; }\nif is_old; then mender commit; fi',
  'is_old() { command -v mender-update && return 1; return 0; }\nif is_old; then mender commit; fi',
  'have() { command -v "$1" >/dev/null 2>&1; }\nif have mender-update; then a; else mender commit; fi',
  'have() { command -v "$@" >/dev/null; }\nhave mender-update || mender commit',
  'have() { type $1; }\nnew() { have mender-update; }\nif new; then a; else mender commit; fi',
  'function has_new { [ -x /usr/bin/mender-update ]; }\nhas_new && exit 0\nmender commit',
  'if command -v mender-update; then HAVE_NEW=1; fi\nif [ -n "$HAVE_NEW" ]; then a; else mender commit; fi',
  'HAVE_NEW=0\ncommand -v mender-update && HAVE_NEW=1\nif [ "$HAVE_NEW" = 1 ]; then a; else mender commit; fi',
  'HAVE_NEW=0\nif [ -x /usr/bin/mender-update ]; then HAVE_NEW=1; fi\nif [ $HAVE_NEW -eq 1 ]; then a; else mender commit; fi',
  'NEW=false\nif command -v mender-update; then NEW=true; fi\nif $NEW; then a; else mender commit; fi',
  'if command -v mender-update; then GEN=new; else GEN=old; fi\ncase $GEN in old) mender commit ;; new) a ;; esac',
  'GEN=$(command -v mender-update >/dev/null && echo new || echo old)\n[ "$GEN" = old ] && mender commit',
  'gen() { if command -v mender-update >/dev/null; then echo 4; else echo 3; fi; }\ncase "$(gen)" in 3) mender commit ;; 4) mender-update rollback ;; esac',
  'gen() { command -v mender-update >/dev/null && { echo 4; return; }; echo 3; }\nif [ "$(gen)" = 3 ]; then mender commit; fi',
  'old() { mender commit; systemctl restart mender-client; }\nnew() { mender-update commit; }\nif command -v mender-update; then new; else old; fi',
  'old() { mender commit; }\nmain() { if command -v mender-update; then mender-update rollback; else old; fi; }\nmain',
  'P=$(command -v mender-update)\nif [ -z "$P" ]; then mender commit; fi',
  'command -v mender-update >/dev/null\nif [ -x "$(command -v mender-update)" ]; then a; else mender commit; fi',
  'die() { echo "$1"; exit 1; }\ncommand -v mender-update && die "too new"\nmender commit',
]);

quietCases('both names at once', script, [
  'if is_new; then mender-update "$@"; else mender "$@"; fi',
  'if [ -e /etc/mender3 ]; then mender install "$1"; exit $?; fi\nmender-update install "$1"',
  'command -v mender mender-update',
  'which mender-update mender',
  'pidof mender || pidof mender-update',
  'pidof mender mender-update',
  'killall mender mender-auth mender-update',
  'pgrep -x mender || pgrep -x mender-update',
  'ls -l /usr/bin/mender /usr/bin/mender-update',
  'mkdir -p /etc/systemd/system/mender-client.service.d /etc/systemd/system/mender-updated.service.d',
  'service mender-client restart || systemctl restart mender-updated',
  'for b in mender-update mender; do command -v $b && break; done',
  'for b in mender mender-update; do if command -v "$b" >/dev/null; then M=$b; break; fi; done\n"$M" commit',
  'M=$(command -v mender-update || command -v mender)\n"$M" commit',
  'M=$(command -v mender || command -v mender-update)\n"$M" commit',
  'COMMIT="mender commit"\ncommand -v mender-update && COMMIT="mender-update commit"\n$COMMIT',
  'if a; then COMMIT="sudo mender-update commit"; else COMMIT="sudo mender commit"; fi\n$COMMIT',
  'UNITS="mender-client mender-authd mender-updated"\nfor u in $UNITS; do systemctl restart $u; done',
]);

quietCases('a script in place of the old binary', script, [
  'cat > /usr/bin/mender <<EOF\n#!/bin/sh\nexec mender-update "$@"\nEOF\nchmod +x /usr/bin/mender\nmender commit',
  'ln -sf mender-update /usr/bin/mender\n[ -x /usr/bin/mender ] && mender commit',
  'ln -s /usr/bin/mender-update /usr/local/bin/mender\nmender --version',
  'update-alternatives --install /usr/bin/mender mender /usr/bin/mender-update 50\nmender show-artifact',
]);

foundCases('branches that run where the new generation is', script, [
  {
    text: 'if command -v mender-update; then «mender commit»; fi',
    rules: commit,
    fixed: 'if command -v mender-update; then mender-update commit; fi',
  },
  {
    text: 'if ! command -v mender-update; then exit 1; fi\n«mender commit»',
    rules: commit,
    fixed: 'if ! command -v mender-update; then exit 1; fi\nmender-update commit',
  },
  {
    text: 'command -v mender-update || exit 1\n«mender commit»',
    rules: commit,
    fixed: 'command -v mender-update || exit 1\nmender-update commit',
  },
  {
    text: 'if [ -z "$(command -v mender-update)" ]; then a; else «mender commit»; fi',
    rules: commit,
    fixed: 'if [ -z "$(command -v mender-update)" ]; then a; else mender-update commit; fi',
  },
  {
    text: 'case "$(mender-update --version)" in 4.*|5.*) «mender commit» ;; esac',
    rules: commit,
    fixed: 'case "$(mender-update --version)" in 4.*|5.*) mender-update commit ;; esac',
  },
  {
    text: 'is_new() { command -v mender-update; }\nis_new && «mender commit»',
    rules: commit,
    fixed: 'is_new() { command -v mender-update; }\nis_new && mender-update commit',
  },
  {
    text: 'NEW=1\nif command -v mender-update; then NEW=0; fi\nif [ "$NEW" = 0 ]; then «mender commit»; fi',
    rules: commit,
    fixed: 'NEW=1\nif command -v mender-update; then NEW=0; fi\nif [ "$NEW" = 0 ]; then mender-update commit; fi',
  },
  {
    text: 'old() { «mender commit»; }\nif command -v mender-update; then old; fi',
    rules: commit,
    fixed: 'old() { mender-update commit; }\nif command -v mender-update; then old; fi',
  },
]);

foundCases('another line that names the new generation proves nothing', script, [
  {
    text: 'systemctl mask «mender-client»\nsystemctl unmask mender-updated',
    rules: control,
    fixed: 'systemctl mask mender-authd mender-updated\nsystemctl unmask mender-updated',
  },
  {
    text: 'systemctl unmask «mender-client.service»\na\nb\nc\nd\nsystemctl start mender-authd',
    rules: control,
    fixed: 'systemctl unmask mender-authd.service mender-updated.service\na\nb\nc\nd\nsystemctl start mender-authd',
  },
  {
    text: 'systemctl reset-failed «mender-client»\na\nb\nc\nsystemctl status mender-updated',
    rules: control,
    fixed: 'systemctl reset-failed mender-authd mender-updated\na\nb\nc\nsystemctl status mender-updated',
  },
  {
    text: 'ssh device "systemctl disable --now «mender-client»"\nssh device "mender-update install x"',
    rules: control,
    fixed: 'ssh device "systemctl disable --now mender-authd mender-updated"\nssh device "mender-update install x"',
  },
  {
    text: 'mender-update commit 2>/dev/null\n«mender commit» 2>/dev/null',
    rules: commit,
    fixed: 'mender-update commit 2>/dev/null\nmender-update commit 2>/dev/null',
  },
  {
    text: 'mender-update commit || true\n«mender commit»',
    rules: commit,
    fixed: 'mender-update commit || true\nmender-update commit',
  },
  {
    text: 'systemctl restart mender-authd\nsystemctl restart mender-updated\nsystemctl restart «mender-client»',
    rules: control,
    fixed:
      'systemctl restart mender-authd\nsystemctl restart mender-updated\nsystemctl restart mender-authd mender-updated',
  },
]);

reportedCases('the new client does something other than the old one', script, [
  'systemctl is-enabled mender-authd && systemctl restart mender-authd\n«systemctl is-enabled mender-client» && systemctl restart «mender-client»',
  'if systemctl status mender-updated >/dev/null; then a; else systemctl status «mender-client»; fi',
  'if systemctl is-active -q mender-updated; then mender-update commit; else «mender commit»; fi',
  'if mender-update install x; then mender-update commit; else «mender commit»; fi',
  'if «systemctl is-active mender-client»; then «mender commit»; else mender-update rollback; fi',
  'if systemctl list-unit-files | «grep -q mender-client»; then «mender commit»; else mender-update rollback; fi',
  'if [ "$(systemctl is-enabled mender-updated)" = enabled ]; then a; else systemctl restart «mender-client»; fi',
  'if pidof «mender»; then «mender check-update»; else mender-update send-inventory; fi',
  'if [ -x /usr/bin/«mender» ]; then «mender rollback»; else mender-update commit; fi',
  'if ! command -v «mender»; then mender-update commit; exit; fi\na\nb\nc\n«mender rollback»',
  'case "$(«mender --version»)" in 3.*) «mender commit» ;; *) mender-update rollback ;; esac',
  'if command -v mender-update; then\n  mender-update commit && exit 0\nfi\n«mender rollback»',
]);

foundCases('conditions that do not depend on the generation', script, [
  {
    text: '[ -e /etc/a ] && exit 0\n«mender commit»\na\nb\nc\nmender-update rollback',
    rules: commit,
    fixed: '[ -e /etc/a ] && exit 0\nmender-update commit\na\nb\nc\nmender-update rollback',
  },
  {
    text: 'if mender-update install x; then «mender commit»; fi',
    rules: commit,
    fixed: 'if mender-update install x; then mender-update commit; fi',
  },
  {
    text: 'if mender-update install x; then a; else «mender rollback»; fi',
    rules: 'mender-rollback',
    fixed: 'if mender-update install x; then a; else mender-update rollback; fi',
  },
  {
    text: 'if wget http://x/mender-update; then a; else «mender commit»; fi',
    rules: commit,
    fixed: 'if wget http://x/mender-update; then a; else mender-update commit; fi',
  },
  {
    text: 'if . /usr/lib/mender-update; then a; else «mender commit»; fi',
    rules: commit,
    fixed: 'if . /usr/lib/mender-update; then a; else mender-update commit; fi',
  },
  {
    text: 'if command -v mender-connect; then a; else «mender commit»; fi\nmender-update rollback',
    rules: commit,
    fixed: 'if command -v mender-connect; then a; else mender-update commit; fi\nmender-update rollback',
  },
  {
    text: 'case $1 in start) systemctl start «mender-client» ;; restart) systemctl start mender-updated ;; esac',
    rules: control,
    fixed:
      'case $1 in start) systemctl start mender-authd mender-updated ;; restart) systemctl start mender-updated ;; esac',
  },
  {
    text: 'VERB=$1\ncase $VERB in a) systemctl start «mender-client» ;; b) systemctl start mender-updated ;; esac',
    rules: control,
    fixed:
      'VERB=$1\ncase $VERB in a) systemctl start mender-authd mender-updated ;; b) systemctl start mender-updated ;; esac',
  },
  {
    text: 'mender-update commit || «mender rollback»',
    rules: 'mender-rollback',
    fixed: 'mender-update commit || mender-update rollback',
  },
  {
    text: 'start() { systemctl start «mender-client»; }\nrestart() { systemctl start mender-updated; }',
    rules: control,
    fixed: 'start() { systemctl start mender-authd mender-updated; }\nrestart() { systemctl start mender-updated; }',
  },
  {
    text: 'systemctl restart «mender-client»\na\nb\nc\nsystemctl restart mender-updated',
    rules: control,
    fixed: 'systemctl restart mender-authd mender-updated\na\nb\nc\nsystemctl restart mender-updated',
  },
  {
    text: '«mender commit»\na\nb\nc\nmender-update commit',
    rules: commit,
    fixed: 'mender-update commit\na\nb\nc\nmender-update commit',
  },
  {
    text: 'if command -v mender-update; then mender-update «--no-syslog» commit; fi',
    rules: 'no-syslog-option',
    fixed: 'if command -v mender-update; then mender-update commit; fi',
  },
  {
    text: 'if mender-update «--no-syslog» show-artifact; then a; else mender-update commit; fi',
    rules: 'no-syslog-option',
    fixed: 'if mender-update show-artifact; then a; else mender-update commit; fi',
  },
]);

foundCases('uses that are not removed', script, [
  {
    text: 'if [ -x /usr/bin/«mender» ]; then apt-get purge -y nano; fi',
    rules: 'binary-probe',
    fixed: 'if [ -x /usr/bin/mender-update ]; then apt-get purge -y nano; fi',
  },
  {
    text: 'W=/etc/systemd/system/multi-user.target.wants\n«rm $W/mender-client.service»\n«ln -sf a $W/mender-client.service»',
    rules: ['unit-link-removed', 'unit-link-path'],
    fixed:
      'W=/etc/systemd/system/multi-user.target.wants\nrm $W/mender-authd.service $W/mender-updated.service\nln -sf a $W/mender-authd.service && ln -sf a $W/mender-updated.service',
  },
]);

foundCases('next to the new generation, but not the same', script, [
  {
    text: 'mender-update install a\n«mender install» b',
    rules: 'mender-install',
    fixed: 'mender-update install a\nmender-update install b',
  },
  {
    text: 'systemctl is-active -q mender-updated || exit 1\n«systemctl is-active -q mender-client» || exit 1',
    rules: 'systemctl-query',
    fixed:
      'systemctl is-active -q mender-updated || exit 1\n{ systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; } || exit 1',
  },
  {
    text: 'systemctl restart mender-authd mender-updated\nsleep 10\n«systemctl is-active -q mender-client» || exit 1',
    rules: 'systemctl-query',
    fixed:
      'systemctl restart mender-authd mender-updated\nsleep 10\n{ systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; } || exit 1',
  },
]);

foundCases('old generation only', script, [
  {
    text: 'if command -v «mender»; then «mender commit»; fi',
    rules: ['binary-probe', commit],
    fixed: 'if command -v mender-update; then mender-update commit; fi',
  },
  {
    text: 'command -v «mender» || exit 0\nmender-update commit',
    rules: 'binary-probe',
    fixed: 'command -v mender-update || exit 0\nmender-update commit',
  },
  {
    text: 'if [ -x /usr/bin/«mender» ]; then mender-update commit; fi',
    rules: 'binary-probe',
    fixed: 'if [ -x /usr/bin/mender-update ]; then mender-update commit; fi',
  },
  {
    text: 'systemctl disable --now «mender-client»',
    rules: control,
    fixed: 'systemctl disable --now mender-authd mender-updated',
  },
  {
    text: 'apt-get install -y mender-client4\n«mender --version»',
    rules: 'mender-version',
    fixed: 'apt-get install -y mender-client4\nmender-update --version',
  },
  {
    text: "if «mender --version» | grep -q '^3'; then «mender commit»; fi",
    rules: ['mender-version', commit],
    fixed: "if mender-update --version | grep -q '^3'; then mender-update commit; fi",
  },
]);

reportedCases('one half of the client is stopped, and the other half continues', script, [
  'systemctl stop «mender-client» || systemctl stop mender-updated',
  '«service mender-client stop» || systemctl stop mender-updated',
  'systemctl disable --now «mender-client» || systemctl disable --now mender-updated',
  'systemctl stop «mender-client» mender-updated',
  'systemctl mask «mender-client»\nsystemctl mask mender-authd',
  'systemctl stop «mender-client»\nsystemctl stop mender-updated\nsystemctl disable mender-authd',
  'S="«mender-client» mender-updated"\nfor s in $S; do systemctl mask $s; done',
  'if «systemctl is-active -q mender-client»; then systemctl stop «mender-client»; else systemctl stop mender-updated; fi',
]);

quietCases('the action on one half is enough for both, or may be meant for it alone', script, [
  // mender-updated has Wants=mender-authd.service.
  'systemctl disable --now mender-client\nsystemctl enable --now mender-updated',
  'systemctl start mender-client || systemctl start mender-updated',
  // Upstream restarts one of them after a change that concerns it alone.
  'systemctl restart mender-client || systemctl restart mender-updated',
  'systemctl restart mender-client mender-updated',
  // The author has probed for which client there is.
  'if command -v mender-update; then systemctl stop mender-updated; else systemctl stop mender-client; fi',
  // The same is done to both, in turn.
  'systemctl stop mender-client || true\nsystemctl stop mender-authd\nsystemctl stop mender-updated',
  'systemctl stop mender-client || { systemctl stop mender-updated; systemctl stop mender-authd; }',
]);

reportedCases('one call names both, and fails because the old one is missing', script, [
  'systemctl restart «mender-client» mender-authd mender-updated || reboot',
  'systemctl restart «mender-client» mender-authd mender-updated && touch /data/ok',
  'set -e\nsystemctl restart «mender-client» mender-authd mender-updated\ntouch /data/ok',
  'if systemctl stop «mender-client» mender-authd mender-updated; then touch /data/ok; fi',
  'systemctl stop «mender-client» mender-authd mender-updated\nif [ $? -ne 0 ]; then reboot; fi',
]);

quietCases('one call names both, and its failure has no effect', script, [
  'systemctl stop mender-client mender-authd mender-updated || true',
  'systemctl stop mender-client mender-authd mender-updated || echo "not stopped"',
  'systemctl stop mender-client mender-authd mender-updated\ntouch /data/ok',
]);

foundCases('a call that names both is fixed for the new client', script, [
  {
    text: 'systemctl stop «mender-client» mender-updated',
    rules: control,
    safety: 'review',
    fixed: 'systemctl stop mender-authd mender-updated',
  },
  {
    text: 'systemctl restart mender-authd «mender-client.service» mender-updated || reboot',
    rules: control,
    safety: 'review',
    fixed: 'systemctl restart mender-authd mender-updated || reboot',
  },
]);

quietCases('the old name leads to the new program by then', script, [
  'f() { mender commit; }\nln -s mender-update /usr/bin/mender\nf',
]);

reportedCases('one line names both, and neither is done', script, [
  '«mender commit»\nln -s mender-update /usr/bin/mender',
  'apt-get install -y «mender-client» mender-client4',
  'W=/etc/systemd/system/multi-user.target.wants\n«rm -f $W/mender-client.service $W/mender-updated.service»',
]);

reportedCases('a unit that requires both does not start', 'product.service', [
  '[Unit]\nRequires=«mender-client.service» mender-authd.service\n',
  '[Unit]\nBindsTo=«mender-client.service»\nBindsTo=mender-updated.service\n',
]);

quietCases('a unit that wants both works without the missing one', 'product.service', [
  '[Unit]\nWants=mender-client.service mender-authd.service\nAfter=mender-client.service mender-authd.service\n',
]);

reportedCases('ending one process of the new client leaves the other one', script, [
  'if command -v «mender»; then killall «mender»; else killall mender-update; fi',
  'killall «mender» || killall mender-update',
  'pkill -x «mender» || pkill -x mender-update',
]);

quietCases('both processes of the new client are ended', script, [
  'if command -v mender; then killall mender; else killall mender-update mender-auth; fi',
  'killall mender || { killall mender-auth; killall mender-update; }',
  'if command -v mender-update; then killall mender-update; else killall mender; fi',
]);

reportedCases('a stop is needed for something done before the client is started again', script, [
  'systemctl stop «mender-client»\nmender-update check-update\nsystemctl restart mender-authd mender-updated',
  'systemctl stop «mender-client»\nmender-update install /data/a.mender\nsystemctl start mender-authd mender-updated',
  'systemctl stop «mender-client»\nif systemctl is-active mender-updated; then reboot; fi\nsystemctl restart mender-authd mender-updated',
  'systemctl disable --now «mender-client»\nmender-update check-update\nsystemctl enable --now mender-authd mender-updated',
  'systemctl disable «mender-client»\nsystemctl is-enabled mender-updated || reboot\nsystemctl enable mender-authd mender-updated',
]);

quietCases('nothing between a stop and a start is affected', script, [
  'systemctl stop mender-client\nmender-update show-artifact\nsystemctl restart mender-authd mender-updated',
  'systemctl stop mender-client\nmender-setup --demo\nsystemctl restart mender-authd mender-updated',
  'systemctl stop mender-client\nsystemctl start mender-updated\nmender-update check-update\nsystemctl restart mender-authd mender-updated',
]);

reportedCases('the state of the new client, and not its failure, leads to the old one', script, [
  '[ "$(systemctl is-active mender-updated)" = active ] && systemctl restart mender-authd mender-updated || systemctl restart «mender-client»',
  'systemctl is-active mender-updated && mender-update commit || «mender commit»',
]);

reportedCases('a list of processes shows which of them run', script, [
  'if ps | grep -q "[m]ender-update"; then mender-update commit; else «mender commit»; fi',
]);

reportedCases('a failure starts more than the same for the new client', script, [
  '«mender show-artifact» || echo "release=$(mender-update show-artifact)" > /tmp/release',
  '«mender commit» || { mender-update commit; reboot; }',
]);

quietCases('consequences of the failure of both', script, [
  'mender commit || mender-update commit || reboot',
  'mender commit || { mender-update commit || exit 1; }',
]);

reportedCases('a probe that depends on another one is not the same for the old client', script, [
  'if ! systemctl is-active -q mender-updated; then systemctl restart mender-authd mender-updated\n«service mender-client status >/dev/null» || mender-update commit; fi',
]);

reportedCases('something is done because the old client is missing, or for the new one next to it', script, [
  'if ! [ -x /usr/bin/«mender» ]; then systemctl restart mender-authd mender-updated; else systemctl restart mender-client; mender-update commit; fi',
  'if command -v «mender»; then systemctl restart mender-client; else logger "client is down"; fi\nsystemctl restart mender-authd mender-updated',
]);

reportedCases('the old client is stopped and disabled, the new one only disabled', script, [
  'systemctl disable --now «mender-client»\nsystemctl disable mender-authd mender-updated',
  'systemctl mask --now «mender-client»\nsystemctl mask mender-authd mender-updated',
  'systemctl disable --now «mender-client»\nsystemctl disable mender-authd mender-updated\nsystemctl stop mender-authd',
]);

quietCases('the new client is stopped and disabled as well', script, [
  'systemctl disable --now mender-client\nsystemctl disable --now mender-authd mender-updated',
  'systemctl disable --now mender-client\nsystemctl disable mender-authd mender-updated\nsystemctl stop mender-authd mender-updated',
  'systemctl stop mender-client\nsystemctl disable --now mender-authd mender-updated',
  'systemctl disable --now mender-client\nsystemctl enable --now mender-authd mender-updated',
  'systemctl disable --now mender-client || true\nsystemctl start mender-updated',
]);

reportedCases('consequences of a successful stop do not happen', script, [
  'systemctl restart mender-authd mender-updated\nsystemctl stop «mender-client» && reboot',
  'systemctl restart mender-authd mender-updated\nif systemctl stop «mender-client»; then reboot; fi',
  'systemctl restart mender-updated\n«service mender-client stop» && service mender-updated stop',
  'systemctl enable mender-authd mender-updated\nsystemctl disable «mender-client» && apt-get install -y tools',
]);

quietCases('a successful stop decides only about the old client', script, [
  'systemctl stop mender-client && systemctl disable mender-client && systemctl mask mender-client\nsystemctl restart mender-authd mender-updated',
  'systemctl stop mender-client && rm -f /usr/bin/mender\nsystemctl restart mender-authd mender-updated',
  'systemctl stop mender-client && sleep 2\nsystemctl restart mender-authd mender-updated',
  'systemctl stop mender-client && echo stopped\nsystemctl restart mender-authd mender-updated',
]);

reportedCases('the path of a stop ends before the new client is stopped', script, [
  'if [ -f /x ]; then systemctl stop «mender-client»; exit 0; fi\nsystemctl start mender-authd mender-updated',
  'if ! systemctl is-active --quiet mender-updated; then systemctl stop «mender-client»; exit 0; fi\nsystemctl stop mender-authd mender-updated',
]);

quietCases('either branch of a decision stops the existing client', script, [
  'if [ -f /x ]; then systemctl stop mender-client; exit 0; fi\nsystemctl stop mender-authd mender-updated',
]);

reportedCases('a wait for the old client to end is no wait for the new one', script, [
  '[ "$(systemctl is-active mender-updated)" = active ] && curl -s https://example.com || touch /data/a\nwhile pidof «mender» >/dev/null; do sleep 1; done',
]);

quietCases('either client is waited for, or mentioned', script, [
  'pidof mender && echo "the old one runs"\npidof mender-update && echo "the new one runs"',
  'while pidof mender >/dev/null; do sleep 1; done\nwhile pidof mender-update >/dev/null; do sleep 2; done',
]);

const rounds = 'while read s; do systemctl restart $s; done <<EOF\nmender-client\nmender-updated\nEOF\n';

describe('under `set -e` a failure in an arm ends the script before the new client is told', () => {
  for (const text of [
    'set -e\nif test -f /x; then systemctl stop mender-client; systemctl start mender-authd mender-updated; fi',
    'set -e\nif test -f /x; then systemctl stop mender-client; fi\nsystemctl start mender-authd mender-updated',
    'set -e\ntest -f /x || { for s in mender-client mender-updated; do systemctl restart $s; done; exit 1; }',
    `set -e\nif test -f /x; then ${rounds}fi`,
    `set -e\nsystemctl is-enabled -q mender-updated || { ${rounds}:\n}\n`,
  ])
    it(JSON.stringify(text), () =>
      assert.deepEqual(
        findings(text, script).map(({ rule }) => rule),
        ['systemctl-control'],
      ),
    );
});

quietCases('under `set -e` a failure in an arm is caught, or in an arm for the old client', script, [
  'set -e\nif test -f /x; then systemctl stop mender-client || true; systemctl start mender-authd mender-updated; fi',
  'set -e\nif test -f /x; then mender commit || mender-update commit; systemctl start mender-authd mender-updated; fi',
  'set -e\nif command -v mender; then systemctl stop mender-client; mender commit; else systemctl stop mender-authd mender-updated; mender-update commit; fi',
]);

reportedCases('a stop is needed for a function that is called before the new client is stopped', script, [
  'migrate() {\npkill -USR1 mender-update\nsystemctl disable --now mender-authd mender-updated\n}\nsystemctl stop «mender-client»\nmigrate',
]);

quietCases('either client is stopped where it runs', script, [
  'systemctl is-active mender-client >/dev/null 2>&1 && { systemctl stop mender-client; touch /x; }\nsystemctl is-active mender-authd >/dev/null 2>&1 && { systemctl stop mender-authd mender-updated; touch /x; }',
  'systemctl is-active mender-client >/dev/null 2>&1 && { systemctl stop mender-client; mender-update check-update; }\nsystemctl is-active mender-authd >/dev/null 2>&1 && { systemctl stop mender-authd mender-updated; mender-update check-update; }',
  'if systemctl is-active -q mender-client; then systemctl stop mender-client; elif systemctl is-active -q mender-updated; then systemctl stop mender-authd mender-updated; fi',
]);

quietCases('a function stops the new client at once', script, [
  'migrate() {\nsystemctl disable --now mender-authd mender-updated\npkill -USR1 mender-update\n}\nsystemctl stop mender-client\nmigrate',
]);

reportedCases('a search without a result does not fail, so nothing answers its failure', script, [
  'journalctl -u «mender-client» > /tmp/log || journalctl -u mender-updated > /tmp/log',
  '«rm -f /etc/systemd/system/multi-user.target.wants/mender-client.service» || rm -f /etc/systemd/system/multi-user.target.wants/mender-updated.service',
]);

quietCases('the old client is tried where the new one has failed, and its failure counts', script, [
  'mender-update commit || mender commit || exit 1',
  'mender-update commit || mender commit || { echo failed; exit 1; }',
  'mender-update commit || mender commit || reboot',
  'f() { mender-update commit || mender commit || return 1; }\nf',
  'until mender-update commit || mender commit; do sleep 1; done',
  'while ! mender-update commit && ! mender commit; do sleep 1; done',
  'if mender-update commit || mender commit; then exit 0; else exit 1; fi',
  'if mender-update commit; then :; elif mender commit; then :; else exit 1; fi',
  'v=$(mender-update show-artifact || mender show-artifact) || exit 1',
  'mender-update commit || mender commit\n[ $? = 0 ] || exit 1',
  'systemctl restart mender-authd mender-updated || systemctl restart mender-client || exit 1',
  'systemctl stop mender-authd mender-updated || systemctl stop mender-client || exit 1',
]);

quietCases('consequences of stopping either client', script, [
  'systemctl stop mender-client && rm -f /tmp/x\nsystemctl stop mender-authd mender-updated && rm -f /tmp/x',
  'systemctl stop mender-client && touch /run/s\nsystemctl stop mender-authd mender-updated && touch /run/s',
  'if systemctl stop mender-client; then rm -f /tmp/x; fi\nif systemctl stop mender-authd mender-updated; then rm -f /tmp/x; fi',
  '{ systemctl stop mender-client || systemctl stop mender-authd mender-updated; } && rm -f /tmp/x',
  'if systemctl stop mender-client || systemctl stop mender-authd mender-updated; then cp a b; fi',
  'systemctl stop mender-client && logger old\nsystemctl stop mender-updated && logger one\nsystemctl stop mender-authd && logger two',
]);

reportedCases('a probe whose failure keeps a loop going for ever', script, [
  'while ! systemctl list-unit-files | «grep -q mender-client»; do systemctl restart mender-authd mender-updated; sleep 1; done\nsystemctl restart mender-client',
  'until command -v «mender»; do mender-update check-update; sleep 1; done\nmender check-update',
]);

quietCases('a loop that is left', script, [
  'while ! command -v mender; do command -v mender-update && break; sleep 1; done',
]);

quietCases('the old client is removed once the new one has been started', script, [
  'systemctl restart mender-updated && systemctl stop mender-client',
  'systemctl enable --now mender-authd mender-updated && systemctl disable --now mender-client',
  'if systemctl start mender-updated; then systemctl stop mender-client; systemctl mask mender-client; fi',
  'systemctl restart mender-updated && ln -sf /dev/null /etc/systemd/system/mender-client.service',
]);

reportedCases('the old client is removed where the new one has failed to start', script, [
  'if ! systemctl start mender-updated; then systemctl stop «mender-client»; fi',
]);
