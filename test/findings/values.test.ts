/** Values that reach a call through variables, arrays, aliases and functions. */
import { foundCases, quietCases } from '../support/cases.ts';

const script = 'script.sh';
const commit = 'mender-commit';
const install = 'mender-install';
const control = 'systemctl-control';
const dynamic = 'mender-dynamic-command';

foundCases('composed names', script, [
  {
    text: 'BIN=/usr/bin; «"$BIN"/mender commit»',
    rules: commit,
    fixed: 'BIN=/usr/bin; "$BIN"/mender-update commit',
  },
  {
    text: 'MENDER=«"$BIN/mender"»\n$MENDER commit',
    rules: commit,
    fixed: 'MENDER="$BIN/mender-update"\n$MENDER commit',
  },
  {
    text: 'SVC=«mender-client»\nsystemctl restart ${SVC}.service',
    rules: control,
    fixed: 'SVC=mender-updated\nsystemctl restart ${SVC}.service',
  },
  {
    text: 'T=.service\nsystemctl restart «mender-client»$T',
    rules: control,
    fixed: 'T=.service\nsystemctl restart mender-authd$T mender-updated$T',
  },
  {
    text: 'MENDER=«/usr/bin/mender»\nssh host "sudo $MENDER commit"',
    rules: commit,
    fixed: 'MENDER=/usr/bin/mender-update\nssh host "sudo $MENDER commit"',
  },
  {
    text: 'NAME=mender\n«/usr/bin/$NAME commit»',
    rules: commit,
    fixed: 'NAME=mender\n/usr/bin/mender-update commit',
    safety: 'review',
  },
  {
    text: 'NAME=mender; BIN=/usr/bin\nif ! «"${BIN}/${NAME}" -install» "$1"; then exit 1; fi',
    rules: install,
    fixed: 'NAME=mender; BIN=/usr/bin\nif ! "${BIN}/mender-update" install "$1"; then exit 1; fi',
  },
  {
    text: 'NAME=mender\nDAEMON=«/usr/bin/$NAME»\n$DAEMON commit',
    rules: commit,
    fixed: 'NAME=mender\nDAEMON=/usr/bin/mender-update\n$DAEMON commit',
  },
  {
    text: 'NAME=mender\nDAEMON=/usr/bin/$NAME\nOPTIONS="-daemon"\nstart-stop-daemon -S -x «$DAEMON» -- $OPTIONS',
    rules: 'mender-daemon',
  },
  // As long as its value, and yet no part of it can be replaced.
  { text: 'PROG_PATH=bin/mender\n«/usr/$PROG_PATH commit»', rules: commit },
  {
    text: 'N=mender\nsystemctl restart «$N-client»',
    rules: control,
    fixed: 'N=mender\nsystemctl restart mender-authd mender-updated',
  },
  {
    text: 'N=mender\nsystemctl stop "«${N}-client.service»"',
    rules: control,
    fixed: 'N=mender\nsystemctl stop "mender-authd" "mender-updated"',
  },
  {
    text: 'N=mender\njournalctl -u «$N-client» -n 5',
    rules: 'journalctl-unit',
    fixed: 'N=mender\njournalctl -u mender-authd -u mender-updated -n 5',
  },
  {
    text: 'systemctl enable "$ROOT/lib/systemd/system/«mender-client.service»"',
    rules: control,
    fixed:
      'systemctl enable "$ROOT/lib/systemd/system/mender-authd.service" "$ROOT/lib/systemd/system/mender-updated.service"',
  },
  {
    text: ': "${MENDER:=«mender»}"\n$MENDER commit',
    rules: commit,
    fixed: ': "${MENDER:=mender-update}"\n$MENDER commit',
  },
]);

quietCases('composed names of other programs', script, [
  'NAME=mender\n${NAME}-artifact write',
  'NAME=mender\n/usr/bin/$NAME-update commit',
  'NAME=mender\n$NAME.sh install',
  'NAME=mender\n[ -n "$1" ] && NAME=$1\n/usr/bin/$NAME commit',
  'NAME=mender\nread NAME\n/usr/bin/$NAME commit',
  'NAME="mender install"\n/usr/bin/$NAME x',
  'N=mender\nsystemctl restart $N-connect',
  'N=mender\nsystemctl restart /srv/$N-client',
  'N=mender\nN=$1\nsystemctl restart $N-client',
]);

foundCases('lists', script, [
  {
    text: 'SERVICES="«mender-client» mender-connect"; systemctl restart $SERVICES',
    rules: control,
    fixed: 'SERVICES="mender-authd mender-updated mender-connect"; systemctl restart $SERVICES',
  },
  {
    text: 'S=(«mender-client» x)\nsystemctl restart "${S[@]}"\nfor s in "${S[@]}"; do systemctl stop "$s"; done',
    rules: control,
    fixed:
      'S=(mender-authd mender-updated x)\nsystemctl restart "${S[@]}"\nfor s in "${S[@]}"; do systemctl stop "$s"; done',
  },
  {
    text: 'S=()\nS+=(«mender-client»)\nsystemctl restart "${S[@]}"',
    rules: control,
    fixed: 'S=()\nS+=(mender-authd mender-updated)\nsystemctl restart "${S[@]}"',
  },
  {
    text: 'S="x «mender-client»"\nfor s in $S; do\n  systemctl stop $s\ndone',
    rules: control,
    fixed: 'S="x mender-updated"\nfor s in $S; do\n  systemctl stop $s\ndone',
  },
]);

foundCases('options and commands in variables', script, [
  {
    text: 'ARGS="--no-syslog commit"; «mender» $ARGS',
    rules: commit,
    fixed: 'ARGS=" commit"; mender-update $ARGS',
  },
  {
    text: 'A=(--no-syslog commit)\n«mender» "${A[@]}"',
    rules: commit,
    fixed: 'A=( commit)\nmender-update "${A[@]}"',
  },
  { text: 'O=""\n«mender» $O commit', rules: commit, fixed: 'O=""\nmender-update $O commit' },
  { text: 'ARGS="--frobnicate commit"; «mender» $ARGS', rules: commit },
  {
    text: 'CMD="«mender install» $URL"\n$CMD',
    rules: install,
    fixed: 'CMD="mender-update install $URL"\n$CMD',
  },
  {
    text: 'CMD=(sudo -n «mender install»)\n"${CMD[@]}" x.mender',
    rules: install,
    fixed: 'CMD=(sudo -n mender-update install)\n"${CMD[@]}" x.mender',
  },
  {
    text: 'CMD=(ssh mender@device «mender install» a.mender)\n"${CMD[@]}"',
    rules: install,
    fixed: 'CMD=(ssh mender@device mender-update install a.mender)\n"${CMD[@]}"',
  },
  {
    text: 'CMD=(«mender install»)\n"${CMD[@]}" x.mender',
    rules: install,
    fixed: 'CMD=(mender-update install)\n"${CMD[@]}" x.mender',
  },
  {
    text: 'CMD="«mender install» $URL"\nssh a "$CMD"\nssh b "$CMD"',
    rules: install,
    fixed: 'CMD="mender-update install $URL"\nssh a "$CMD"\nssh b "$CMD"',
  },
  { text: 'CMD="«mender commit»"\neval "$CMD"', rules: commit, fixed: 'CMD="mender-update commit"\neval "$CMD"' },
  { text: 'CMD=commit\nCMD=$1\n«mender $CMD»', rules: dynamic },
  { text: '«mender ${1:-commit}»', rules: dynamic },
  {
    text: 'systemctl ${1:-restart} «mender-client»',
    rules: control,
    fixed: 'systemctl ${1:-restart} mender-authd mender-updated',
  },
]);

foundCases('tools in variables', script, [
  ...[
    'S=(sudo -n)\n"${S[@]}"',
    '"${SUDO[@]}"',
    '$SUDO -u root',
    '${AS_ROOT}',
    'S=\n[ -z "$x" ] || S=sudo\n$S',
    'SSH="ssh -o A=b root@host"\n$SSH',
    'SSH="ssh -o A=b"\n$SSH root@host',
    '$SSH',
    '$SSH $HOST',
  ].map(front => ({
    text: `${front} «/usr/bin/mender commit»`,
    rules: commit,
    fixed: `${front} /usr/bin/mender-update commit`,
  })),
  { text: '$SSH "«mender commit»"', rules: commit, fixed: '$SSH "mender-update commit"' },
  { text: '$SSH -t $HOST "a; «mender commit»"', rules: commit, fixed: '$SSH -t $HOST "a; mender-update commit"' },
  {
    text: 'SYSTEMCTL=systemctl\n$SYSTEMCTL restart «mender-client»',
    rules: control,
    fixed: 'SYSTEMCTL=systemctl\n$SYSTEMCTL restart mender-authd mender-updated',
  },
  {
    text: '$SYSTEMCTL restart «mender-client»',
    rules: control,
    fixed: '$SYSTEMCTL restart mender-authd mender-updated',
  },
  {
    text: '$X «mender show-artifact»',
    rules: 'mender-show-artifact',
    fixed: '$X mender-update show-artifact',
  },
]);

foundCases('definitions that cannot be followed', script, [
  {
    text: 'MENDER=«/usr/bin/mender»\n. /etc/conf\n$MENDER commit',
    rules: commit,
    fixed: 'MENDER=/usr/bin/mender-update\n. /etc/conf\n$MENDER commit',
  },
  {
    text: 'f() { local s=«mender-client»; systemctl restart $s; }\ng() { local s=$1; systemctl restart $s; }',
    rules: control,
    fixed: 'f() { local s=mender-updated; systemctl restart $s; }\ng() { local s=$1; systemctl restart $s; }',
  },
]);

foundCases('more arguments than are written', script, [
  { text: 'ota() { «/usr/bin/mender --log-level error "$@"» 2>/dev/null; }', rules: dynamic },
  { text: "alias m='«mender»'", rules: dynamic, fixed: "alias m='mender-update'" },
  { text: 'echo x | xargs «mender»', rules: dynamic },
  { text: 'echo x | xargs -n1 «mender --no-syslog»', rules: dynamic },
]);

foundCases('functions that pass on their arguments one by one', script, [
  {
    text: 'halt_it() { local s="$1"; systemctl stop "$s"; }\nhalt_it «mender-client»',
    rules: control,
    fixed: 'halt_it() { local s="$1"; systemctl stop "$s"; }\nhalt_it mender-authd && halt_it mender-updated',
    safety: 'review',
  },
  {
    text: 'unit() { systemctl "$1" "$2"; }\nunit restart «mender-client.service» || exit 1',
    rules: control,
    fixed:
      'unit() { systemctl "$1" "$2"; }\n{ unit restart mender-authd.service && unit restart mender-updated.service; } || exit 1',
  },
  {
    text: 'unit() { systemctl restart "$@"; }\nunit «mender-client»',
    rules: control,
    fixed: 'unit() { systemctl restart "$@"; }\nunit mender-authd mender-updated',
    safety: 'safe',
  },
  {
    text: 'tail_of() { journalctl -u "$1" -n 20; }\ntail_of «mender-client»',
    rules: 'journalctl-unit',
    fixed: 'tail_of() { journalctl -u "$1" -n 20; }\ntail_of mender-authd && tail_of mender-updated',
    safety: 'review',
  },
  {
    text: 'tail_of() { journalctl -t "$1"; }\ntail_of «mender»',
    rules: 'journalctl-identifier',
  },
  {
    text: 'end_it() { killall "$1"; }\nend_it «mender»',
    rules: 'process-name',
    fixed: 'end_it() { killall "$1"; }\nend_it mender-update',
  },
  {
    text: 'two() { sudo "$1" "$2"; }\ntwo «mender commit»',
    rules: commit,
    fixed: 'two() { sudo "$1" "$2"; }\ntwo mender-update commit',
    safety: 'review',
  },
]);

foundCases('functions that run their arguments', script, [
  ...[
    'run() { ssh "$HOST" "$@"; }\nrun "«mender commit»"',
    'run() {\n  local cmd="$*"\n  eval "$cmd"\n}\nrun "«mender commit»"',
    'run() {\n  local cmd="$1"\n  shift\n  $cmd "$@"\n}\nrun «mender commit»',
    'run() {\n  if [ "$1" = -q ]; then shift; fi\n  "$@"\n}\nrun -q «mender commit»\nrun «mender commit»',
    'run() {\n  while [ "${1#-}" != "$1" ]; do shift; done\n  "$@"\n}\nrun -a -b «mender commit»',
    'a() { "$@"; }\nb() { a sudo "$@"; }\nb «mender commit»',
    'run() { ssh "$HOST" "sudo $*"; }\nrun «mender commit»',
    'run() { sh -c "$1" || die; }\nrun "«mender commit»"',
    'm_ssh() { local h=$1; shift; ssh "$h" "$@"; }\nm_ssh host «mender commit»',
    'run() { out=$("$@"); }\nrun «mender commit»',
  ].map(text => ({
    text,
    rules: text
      .split('«')
      .slice(1)
      .map(() => commit),
    fixed: text.replaceAll('«mender commit»', 'mender-update commit'),
  })),
  {
    text: 'ctl() { systemctl "$@"; }\nctl restart «mender-client»',
    rules: control,
    fixed: 'ctl() { systemctl "$@"; }\nctl restart mender-authd mender-updated',
  },
  {
    text: 'restart() { systemctl restart "$1"; }\nrestart «mender-client»',
    rules: control,
    fixed: 'restart() { systemctl restart "$1"; }\nrestart mender-authd && restart mender-updated',
  },
  {
    text: 'do_systemctl restart «mender-client»',
    rules: control,
    fixed: 'do_systemctl restart mender-authd mender-updated',
  },
  { text: 'device_ssh "«mender commit»"', rules: commit, fixed: 'device_ssh "mender-update commit"' },
  { text: 'retry_cmd 5 «mender commit»', rules: commit, fixed: 'retry_cmd 5 mender-update commit' },
]);

quietCases('values that are not calls of the old program', script, [
  'MENDER=/usr/bin/mender; MENDER=$(command -v mender-update); $MENDER commit',
  'MENDER=mender\n[ -x /usr/bin/mender-update ] && MENDER=mender-update\n$MENDER commit',
  '$MAKE mender install',
  '$APT mender install',
  '$X mender install',
  '$DOCKER_RUN mender commit',
  '${DOCKER} restart mender-client',
  '$CTL restart mender-client',
  '$MENDER commit',
  'docker_run mender install',
  'run_test "mender install"',
  'log_message "mender commit"',
  'MSG="mender commit"\necho "$MSG"',
  'MSG="mender commit"\nlog "$MSG" && $LOG "$MSG"',
  'run() { echo "$@"; }\nrun mender commit',
  'run() { a=$1; docker run "$@"; }\nrun mender commit',
  'read -r S\nsystemctl restart "$S-mender"',
  'ssh "$MENDER_HOST" commit',
  'S="mender-client mender-connect"\nsystemctl restart "$S"',
  'S=x\nsystemctl restart ${S}mender-client',
]);
