/** Services, journal and processes in shell scripts. */
import { foundCases, quietCases } from '../support/cases.ts';

const script = 'script.sh';
const control = 'systemctl-control';
const query = 'systemctl-query';

foundCases('systemctl acting on the service', script, [
  ...[
    'start',
    'stop',
    'restart',
    'try-restart',
    'reload-or-restart',
    'enable',
    'disable',
    'mask',
    'unmask',
    'reenable',
    'preset',
    'reset-failed',
    'enable --now',
    '--quiet stop',
    '-q disable --now',
    '--no-block restart',
    '--root /mnt enable',
  ].map(verb => ({
    text: `systemctl ${verb} «mender-client»`,
    rules: control,
    fixed: `systemctl ${verb} mender-authd mender-updated`,
  })),
  { text: 'systemctl restart «mender»', rules: control, fixed: 'systemctl restart mender-authd mender-updated' },
  {
    text: 'systemctl restart «mender-client.service»',
    rules: control,
    fixed: 'systemctl restart mender-authd.service mender-updated.service',
  },
  {
    text: 'systemctl restart "«mender-client.service»"',
    rules: control,
    fixed: 'systemctl restart "mender-authd.service" "mender-updated.service"',
  },
  {
    text: "systemctl restart '«mender-client»'",
    rules: control,
    fixed: "systemctl restart 'mender-authd' 'mender-updated'",
  },
  {
    text: '/bin/systemctl restart «mender-client»',
    rules: control,
    fixed: '/bin/systemctl restart mender-authd mender-updated',
  },
  {
    text: 'sudo systemctl restart «mender-client»',
    rules: control,
    fixed: 'sudo systemctl restart mender-authd mender-updated',
  },
  {
    text: 'systemctl stop a «mender-client» b',
    rules: control,
    fixed: 'systemctl stop a mender-authd mender-updated b',
  },
  {
    text: 'systemctl stop «mender» mender-client',
    rules: control,
    fixed: 'systemctl stop mender-authd mender-updated',
  },
  {
    text: 'systemctl --job-mode ignore-dependencies stop «mender-client»',
    rules: control,
    fixed: 'systemctl --job-mode ignore-dependencies stop mender-authd mender-updated',
  },
  {
    text: 'systemctl enable «mender-client» && systemctl start «mender-client»',
    rules: [control, control],
    fixed: 'systemctl enable mender-authd mender-updated && systemctl start mender-authd mender-updated',
  },
  {
    text: 'if systemctl stop «mender-client»; then a; fi',
    rules: control,
    fixed: 'if systemctl stop mender-authd mender-updated; then a; fi',
  },
  { text: 'systemctl "$1" «mender-client»', rules: control, fixed: 'systemctl "$1" mender-authd mender-updated' },
  {
    text: 'ssh device "systemctl restart «mender-client»"',
    rules: control,
    fixed: 'ssh device "systemctl restart mender-authd mender-updated"',
  },
  {
    text: 'systemctl kill «mender-client»',
    rules: 'systemctl-kill',
    fixed: 'systemctl kill mender-authd mender-updated',
  },
  {
    text: 'systemctl kill -s TERM «mender-client»',
    rules: 'systemctl-kill',
    fixed: 'systemctl kill -s TERM mender-authd mender-updated',
  },
  {
    text: 'systemctl kill -s SIGUSR1 «mender-client»',
    rules: 'systemctl-kill-signal',
    fixed: 'systemctl kill -s SIGUSR1 mender-updated',
  },
  {
    text: 'systemctl kill --signal=usr2 «mender-client»',
    rules: 'systemctl-kill-signal',
    fixed: 'systemctl kill --signal=usr2 mender-updated',
  },
  { text: 'S=«mender-client»\nsystemctl restart $S', rules: control, fixed: 'S=mender-updated\nsystemctl restart $S' },
]);

foundCases('systemctl querying the state', script, [
  {
    text: '«systemctl is-active mender-client»',
    rules: query,
    fixed: 'systemctl is-active mender-authd && systemctl is-active mender-updated',
  },
  {
    text: 'if «systemctl is-active -q mender-client»; then a; fi',
    rules: query,
    fixed: 'if systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; then a; fi',
  },
  {
    text: '«systemctl is-active mender-client >/dev/null 2>&1» && a',
    rules: query,
    fixed:
      'systemctl is-active mender-authd >/dev/null 2>&1 && systemctl is-active mender-updated >/dev/null 2>&1 && a',
  },
  {
    text: '«systemctl is-enabled mender-client» || a',
    rules: query,
    fixed: '{ systemctl is-enabled mender-authd && systemctl is-enabled mender-updated; } || a',
  },
  {
    text: 'a || «systemctl is-enabled mender-client»',
    rules: query,
    fixed: 'a || { systemctl is-enabled mender-authd && systemctl is-enabled mender-updated; }',
  },
  {
    text: '! «systemctl is-enabled mender-client»',
    rules: query,
    fixed: '! { systemctl is-enabled mender-authd && systemctl is-enabled mender-updated; }',
  },
  {
    text: '«sudo systemctl is-active mender-client»',
    rules: query,
    fixed: 'sudo systemctl is-active mender-authd && sudo systemctl is-active mender-updated',
  },
  {
    text: '«systemctl is-active mender-client» | grep -q ^active',
    rules: query,
    fixed: 'systemctl is-active mender-updated | grep -q ^active',
  },
  {
    text: 'a="$(«systemctl is-active mender-client.service 2>/dev/null» || true)"',
    rules: query,
    fixed: 'a="$(systemctl is-active mender-updated.service 2>/dev/null || true)"',
  },
  {
    text: '«systemctl is-active mender-client» &',
    rules: query,
    fixed: '{ systemctl is-active mender-authd && systemctl is-active mender-updated; } &',
  },
  {
    text: 'if «systemctl is-failed -q mender-client»; then a; fi',
    rules: 'systemctl-is-failed',
    fixed: 'if systemctl is-failed -q mender-authd || systemctl is-failed -q mender-updated; then a; fi',
  },
  {
    text: 'systemctl status «mender-client»',
    rules: 'systemctl-status',
    fixed: 'systemctl status mender-authd mender-updated',
  },
  {
    text: 'systemctl cat «mender-client»',
    rules: 'systemctl-status',
    fixed: 'systemctl cat mender-authd mender-updated',
  },
  {
    text: 'systemctl show -p MainPID «mender-client» | cut -d= -f2',
    rules: 'systemctl-show',
    fixed: 'systemctl show -p MainPID mender-updated | cut -d= -f2',
  },
  {
    text: 'systemctl show «mender-client» --property=ActiveState',
    rules: 'systemctl-show',
    fixed: 'systemctl show mender-updated --property=ActiveState',
  },
  {
    text: '«systemctl edit mender-client»',
    rules: 'systemctl-edit',
    fixed: 'systemctl edit mender-authd && systemctl edit mender-updated',
  },
]);

foundCases('service managers before systemd', script, [
  {
    text: '«service mender-client status»',
    rules: 'service-command',
    fixed: 'service mender-authd status && service mender-updated status',
  },
  {
    text: '«sudo service mender-client restart»',
    rules: 'service-command',
    fixed: 'sudo service mender-authd restart && sudo service mender-updated restart',
  },
  {
    text: 'if «service mender-client status»; then a; fi',
    rules: 'service-command',
    fixed: 'if service mender-authd status && service mender-updated status; then a; fi',
  },
  {
    text: '«/etc/init.d/mender-client restart»',
    rules: 'init-script',
  },
  {
    text: '«update-rc.d mender-client defaults»',
    rules: 'service-command',
    fixed: 'update-rc.d mender-authd defaults && update-rc.d mender-updated defaults',
  },
  {
    text: '«rc-service mender start»',
    rules: 'init-script',
  },
]);

foundCases('journal', script, [
  {
    text: 'journalctl -u «mender-client»',
    rules: 'journalctl-unit',
    fixed: 'journalctl -u mender-authd -u mender-updated',
  },
  {
    text: 'journalctl -xeu «mender-client»',
    rules: 'journalctl-unit',
    fixed: 'journalctl -xeu mender-authd -u mender-updated',
  },
  {
    text: 'journalctl -f -n 10 --unit «mender-client.service»',
    rules: 'journalctl-unit',
    fixed: 'journalctl -f -n 10 --unit mender-authd.service --unit mender-updated.service',
  },
  {
    text: 'journalctl --unit="«mender-client»" -o cat',
    rules: 'journalctl-unit',
    fixed: 'journalctl --unit="mender-authd" --unit="mender-updated" -o cat',
  },
  {
    text: 'journalctl -u «mender» --since today',
    rules: 'journalctl-unit',
    fixed: 'journalctl -u mender-authd -u mender-updated --since today',
  },
  {
    text: 'journalctl -b -t «mender»',
    rules: 'journalctl-identifier',
    fixed: 'journalctl -b -t mender-auth -t mender-update',
  },
  {
    text: 'journalctl _SYSTEMD_UNIT=«mender-client.service» + _COMM=ssh',
    rules: 'journalctl-match',
    fixed: 'journalctl _SYSTEMD_UNIT=mender-authd.service _SYSTEMD_UNIT=mender-updated.service + _COMM=ssh',
  },
  {
    text: 'journalctl _EXE=/usr/bin/«mender»',
    rules: 'journalctl-match',
    fixed: 'journalctl _EXE=/usr/bin/mender-auth _EXE=/usr/bin/mender-update',
  },
]);

foundCases('processes and tests for the binary', script, [
  { text: 'pid=$(pidof «mender»)', rules: 'process-name', fixed: 'pid=$(pidof mender-update)' },
  { text: 'pgrep -x «mender»', rules: 'process-name', fixed: 'pgrep -x mender-update' },
  { text: 'pgrep «mender» | xargs kill', rules: 'process-pattern', fixed: 'pgrep mender-update | xargs kill' },
  { text: 'killall -9 «mender»', rules: 'process-name', fixed: 'killall -9 mender-auth mender-update' },
  { text: '«killall -USR2 mender»', rules: 'process-signal', fixed: 'killall -USR2 mender-update' },
  {
    text: 'sudo «pkill --signal USR1 -x mender»',
    rules: 'process-signal',
    fixed: 'sudo pkill --signal USR1 -x mender-update',
  },
  { text: '«kill -s USR1 `pidof mender`»', rules: 'process-signal', fixed: 'kill -s USR1 `pidof mender-update`' },
  {
    text: '«kill -SIGUSR2 "$(pgrep -x mender)"» || true',
    rules: 'process-signal',
    fixed: 'kill -SIGUSR2 "$(pgrep -x mender-update)" || true',
  },
  {
    text: 'which «mender» >/dev/null || exit 0',
    rules: 'binary-probe',
    fixed: 'which mender-update >/dev/null || exit 0',
  },
  { text: 'type -p «mender»', rules: 'binary-probe', fixed: 'type -p mender-update' },
  { text: 'hash «mender» 2>/dev/null', rules: 'binary-probe', fixed: 'hash mender-update 2>/dev/null' },
  { text: '[ -f "$ROOT/usr/bin/«mender»" ]', rules: 'binary-probe', fixed: '[ -f "$ROOT/usr/bin/mender-update" ]' },
  { text: 'test -x /usr/bin/«mender» && a', rules: 'binary-probe', fixed: 'test -x /usr/bin/mender-update && a' },
  {
    text: 'if [ ! -e "/usr/bin/«mender»" ]; then a; fi',
    rules: 'binary-probe',
    fixed: 'if [ ! -e "/usr/bin/mender-update" ]; then a; fi',
  },
  {
    text: '[[ -x /usr/bin/«mender» && -n $a ]]',
    rules: 'binary-probe',
    fixed: '[[ -x /usr/bin/mender-update && -n $a ]]',
  },
  {
    text: 'if command -v «mender»; then «mender commit»; fi',
    rules: ['binary-probe', 'mender-commit'],
    fixed: 'if command -v mender-update; then mender-update commit; fi',
  },
]);

foundCases('paths', script, [
  {
    text: 'cp «/lib/systemd/system/mender-client.service» /tmp',
    rules: 'unit-file-path',
    fixed: 'cp /lib/systemd/system/mender-authd.service /tmp && cp /lib/systemd/system/mender-updated.service /tmp',
  },
  {
    text: 'sudo sed -i s/a/b/ «"$root"/lib/systemd/system/mender-client.service»',
    rules: 'unit-file-path',
    fixed:
      'sudo sed -i s/a/b/ "$root"/lib/systemd/system/mender-authd.service "$root"/lib/systemd/system/mender-updated.service',
  },
  {
    text: '[ -f x ] && mv «/etc/systemd/system/mender-client.service» /tmp',
    rules: 'unit-file-path',
    fixed:
      '[ -f x ] && mv /etc/systemd/system/mender-authd.service /tmp && mv /etc/systemd/system/mender-updated.service /tmp',
  },
  {
    text: 'mkdir -p «/etc/systemd/system/mender-client.service.d»',
    rules: 'drop-in-path',
    fixed: 'mkdir -p /etc/systemd/system/mender-authd.service.d /etc/systemd/system/mender-updated.service.d',
  },
  {
    text: 'cat > «/etc/systemd/system/mender-client.service.d/a.conf» <<EOF\n[Service]\nEOF\n',
    rules: 'drop-in-path',
    fixed:
      'tee /etc/systemd/system/mender-authd.service.d/a.conf /etc/systemd/system/mender-updated.service.d/a.conf > /dev/null <<EOF\n[Service]\nEOF\n',
  },
  {
    text: '«ln -s /lib/systemd/system/mender-client.service /etc/systemd/system/multi-user.target.wants/mender-client.service»',
    rules: 'unit-link-path',
    fixed:
      'ln -s /lib/systemd/system/mender-authd.service /etc/systemd/system/multi-user.target.wants/mender-authd.service && ln -s /lib/systemd/system/mender-updated.service /etc/systemd/system/multi-user.target.wants/mender-updated.service',
  },
  { text: 'strip «/usr/bin/mender»', rules: 'binary-path', fixed: 'strip /usr/bin/mender-update' },
]);

quietCases('both generations are meant', script, [
  'systemctl is-enabled mender-authd && systemctl restart mender-authd\nsystemctl is-enabled mender-updated && systemctl restart mender-updated\nsystemctl is-enabled mender-client && systemctl restart mender-client',
  'systemctl restart mender-client mender-authd mender-updated',
  'for s in mender-client mender-authd mender-updated; do systemctl restart "$s" || true; done',
  'systemctl restart mender-updated || systemctl restart mender-client',
  'systemctl restart mender-client || systemctl restart mender-authd mender-updated',
  'systemctl stop mender-client 2>/dev/null\nsystemctl stop mender-authd mender-updated 2>/dev/null',
  'mender-update commit || mender commit',
  'mender commit 2>/dev/null || mender-update commit',
  'command -v mender-update >/dev/null && mender-update commit || mender commit',
  'if command -v mender-update; then mender-update commit; else mender commit; fi',
  'if command -v mender-update >/dev/null 2>&1; then\n  mender-update show-artifact\nelif command -v mender; then\n  mender show-artifact\nfi',
  'if which mender-setup; then\n  mender-setup\nelif which mender; then\n  mender setup\nelse\n  exit 1\nfi',
  'if [ -x /usr/bin/mender-update ]; then u=mender-update; else u=mender; fi\n$u commit',
  '[ -x /usr/bin/mender-update ] && M=mender-update || M=mender\n"$M" install x',
  'M=mender\ncommand -v mender-update && M=mender-update\n$M commit',
  'if [ -x /usr/bin/mender ]; then mender commit; else mender-update commit; fi',
  'if ! command -v mender-update; then mender commit; exit $?; fi\nmender-update commit',
  'if command -v mender-update; then\n  mender-update commit\n  exit 0\nfi\nmender commit\n',
  'command -v mender-update && exec mender-update commit\nmender commit',
  'if systemctl list-unit-files | grep -q mender-updated; then systemctl stop mender-updated; else systemctl stop mender-client; fi',
  'if systemctl cat mender-updated >/dev/null 2>&1; then s=mender-updated; else s=mender-client; fi\nsystemctl restart $s',
  'if dpkg -s mender-update; then a; else systemctl restart mender-client; fi',
  'case "$(uname -r)" in 4*) mender commit ;; *) mender-update commit ;; esac',
  'if mender-update --version >/dev/null 2>&1; then v=4; else mender --version; fi',
  'if hash mender-update; then a; else journalctl -u mender-client; fi',
  '[[ -x /usr/bin/mender || -x /usr/bin/mender-update ]] && a',
  'release() { mender-update show-artifact 2>/dev/null || mender show-artifact; }',
  'journalctl -u mender-client -u mender-updated',
  'pidof mender-update || pidof mender',
]);

foundCases('paths in variables', script, [
  {
    text: 'UNIT=«/lib/systemd/system/mender-client.service»\n[ -f "$UNIT" ] && sed -i s/a/b/ "$UNIT"',
    rules: 'unit-file-path',
  },
  {
    text: 'D=«/etc/systemd/system/mender-client.service.d»\nmkdir -p "$D"\ncp a.conf "$D/"',
    rules: 'drop-in-path',
  },
  {
    text: 'S=/lib/systemd/system\nsed -i s/a/b/ «$S/mender-client.service»',
    rules: 'unit-file-path',
    fixed: 'S=/lib/systemd/system\nsed -i s/a/b/ $S/mender-authd.service $S/mender-updated.service',
  },
  {
    text: 'for u in /lib/systemd/system/a.service «/lib/systemd/system/mender-client.service»; do ls "$u"; done',
    rules: 'unit-file-path',
  },
]);

quietCases('paths in variables', script, [
  'for u in /lib/systemd/system/mender-client.service /lib/systemd/system/mender-updated.service; do ls "$u"; done',
  'U=/lib/systemd/system/mender-client.service\nrm -f "$U"',
  'for s in mender-client mender-updated; do mkdir -p "$R/lib/systemd/system/$s.service.wants"; done',
  'U=/lib/systemd/system/mender-client.service',
  'B=/usr/bin/mender\nchmod +x "$B"\ncat > "$B" <<EOF\nEOF',
  // Actions for the releases before 4, in a script that handles the new ones elsewhere.
  'case "$MENDER_CLIENT_VERSION" in\n3.*)\n  ln -s /lib/systemd/system/mender-client.service x\n  ;;\n*)\n  a\n  ;;\nesac\nb\nc\nd\nfor s in mender-client mender-updated; do\n  mkdir -p "/lib/systemd/system/$s.service.wants"\ndone',
]);

foundCases('half-way migrations', script, [
  {
    text: 'mender-update install x\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'mender-update install x\nmender-update commit',
  },
  {
    text: 'case $1 in start) systemctl start «mender-client» ;; stop) systemctl stop mender-updated ;; esac',
    rules: 'systemctl-control',
    fixed:
      'case $1 in start) systemctl start mender-authd mender-updated ;; stop) systemctl stop mender-updated ;; esac',
  },
  {
    text: 'if command -v mender-update; then a; fi\n«mender commit»',
    rules: 'mender-commit',
    fixed: 'if command -v mender-update; then a; fi\nmender-update commit',
  },
  { text: 'mender-update «--no-syslog» install x', rules: 'no-syslog-option', fixed: 'mender-update install x' },
  {
    text: 'mender-update «-log-level warn» «--skipverify=true» install x',
    rules: ['single-dash-option', 'option-with-boolean-value'],
    fixed: 'mender-update --log-level warning --skipverify install x',
  },
]);

foundCases('other ways to name service, process and files', script, [
  {
    text: 'systemctl enable /lib/systemd/system/«mender-client.service»',
    rules: control,
    fixed: 'systemctl enable /lib/systemd/system/mender-authd.service /lib/systemd/system/mender-updated.service',
  },
  {
    text: 'deb-systemd-invoke start «mender-client.service»',
    rules: control,
    fixed: 'deb-systemd-invoke start mender-authd.service mender-updated.service',
  },
  {
    text: 'mender-monitorctl create log a b "@journalctl -u «mender-client» -f"',
    rules: 'journalctl-unit',
    fixed: 'mender-monitorctl create log a b "@journalctl -u mender-authd -u mender-updated -f"',
  },
  {
    text: 'start-stop-daemon --stop --exec «/usr/bin/mender»',
    rules: 'binary-path',
    fixed: 'start-stop-daemon --stop --exec /usr/bin/mender-update',
  },
  { text: 'start-stop-daemon -K -n «mender»', rules: 'process-name', fixed: 'start-stop-daemon -K -n mender-update' },
  { text: 'ps -C «mender»', rules: 'process-name', fixed: 'ps -C mender-update' },
  { text: 'pkill -f "«mender» daemon"', rules: 'process-name', fixed: 'pkill -f "mender-update daemon"' },
  {
    text: "pgrep -f '/usr/bin/«mender» -daemon'",
    rules: 'process-name',
    fixed: "pgrep -f '/usr/bin/mender-update -daemon'",
  },
  {
    text: '«/etc/init.d/mender --version»',
    rules: 'init-script',
  },
  {
    text: 'sudo tee «/etc/systemd/system/mender-client.service.d/x.conf»',
    rules: 'drop-in-path',
    fixed:
      'sudo tee /etc/systemd/system/mender-authd.service.d/x.conf /etc/systemd/system/mender-updated.service.d/x.conf',
  },
  {
    text: '[ -f «/lib/systemd/system/mender-client.service» ] && a',
    rules: 'unit-file-path',
    fixed: '[ -f /lib/systemd/system/mender-updated.service ] && a',
  },
]);

quietCases('other names', script, [
  'systemctl link ./mender-client.service',
  'systemctl enable /opt/product/mender-client.service',
  'deb-systemd-helper enable mender-connect.service',
  'start-stop-daemon --stop --exec /usr/bin/mender-connect',
  'ps -ef mender',
  'pkill -f "mender.*daemon"',
  'systemctl --user restart mender-client',
  'if [ -f /lib/systemd/system/mender-client.service ]; then systemctl stop mender-client; elif [ -f /lib/systemd/system/mender-updated.service ]; then systemctl stop mender-authd mender-updated; fi',
]);
