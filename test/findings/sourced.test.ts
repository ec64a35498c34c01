/** Files that others source, and those others: each says by itself what is known of it. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('a file of definitions', 'lib.sh', [
  {
    text: 'MENDER=«/usr/bin/mender»\nLOG=/var/log/x',
    rules: 'binary-path',
    fixed: 'MENDER=/usr/bin/mender-update\nLOG=/var/log/x',
    safety: 'review',
  },
  {
    text: 'export MENDER=«"$ROOT/usr/bin/mender"»',
    rules: 'binary-path',
    fixed: 'export MENDER="$ROOT/usr/bin/mender-update"',
  },
  {
    text: 'OLD=«/usr/bin/mender»\nNEW=/usr/bin/mender-update',
    rules: 'binary-path',
    fixed: 'OLD=/usr/bin/mender-update\nNEW=/usr/bin/mender-update',
    safety: 'review',
  },
  { text: 'run_mender() { «mender "$@"»; }', rules: 'mender-dynamic-command' },
  { text: 'MENDER=mender\nrun_mender() { «$MENDER» "$@"; }', rules: 'mender-dynamic-command' },
  {
    text: 'commit() { «mender commit»; }',
    rules: 'mender-commit',
    fixed: 'commit() { mender-update commit; }',
  },
]);

quietCases('definitions that may mean something else', 'lib.sh', [
  'MENDER=mender',
  'MENDER_SERVICE=mender-client',
  'MENDER_DIR=/usr/share/mender\nBACKUP=/opt/backup/mender',
  'BIN=/usr/bin/mender-connect',
  'if [ -x /usr/bin/mender-update ]; then MENDER=/usr/bin/mender-update; else MENDER=/usr/bin/mender; fi',
  'MENDER_CMD="mender -log-level debug"',
]);

quietCases('calls through what another file defines', 'script.sh', [
  '. ./lib.sh\n$MENDER commit',
  '. ./lib.sh\n"$MENDER" show-artifact\n"${MENDER:?}" install "$1"',
  'source ./lib.sh\nrun_mender commit\nrun_mender -log-level debug install x',
  '. "$(dirname "$0")/lib.sh"\nsystemctl restart "$SERVICE"\nsystemctl is-active "$MENDER_SERVICE"',
  '. ./lib.sh\nmender_restart mender-update',
]);

foundCases('a default for what another file may define', 'script.sh', [
  {
    text: '. ./lib.sh\nMENDER=${MENDER:-«mender»}\n$MENDER commit',
    rules: 'mender-commit',
    fixed: '. ./lib.sh\nMENDER=${MENDER:-mender-update}\n$MENDER commit',
    safety: 'review',
  },
]);
