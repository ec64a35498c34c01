/** Which fixes are made without asking: only those that keep what the script does. */
import assert from 'node:assert/strict';
import { foundCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

const script = 'script.sh';
const install = 'mender-install';
const bootstrap = 'mender-bootstrap';

foundCases('the name of the Artifact, compared', script, [
  ...[
    'if [ "$(«mender show-artifact»)" = "$EXPECTED" ]; then a; fi',
    '[ "$(«mender show-artifact»)" != release-1 ] && exit 1',
    'if [[ "$(sudo «mender show-artifact» 2>/dev/null)" == prod-* ]]; then a; fi',
    'while [ "x$(«mender show-artifact»)" = x1 ]; do sleep 1; done',
    'test `«mender show-artifact»` = release-1 || exit 1',
  ].map(text => ({
    text,
    rules: 'mender-show-artifact',
    fixed: text.replace('«mender show-artifact»', 'mender-update show-artifact'),
    safety: 'safe' as const,
  })),
  ...[
    '[ -z "$(«mender show-artifact»)" ]',
    '[ "$(«mender show-artifact»)" ] || exit 1',
    'if [ "" != "$(«mender show-artifact»)" ]; then a; fi',
    'if [[ -n $(«mender show-artifact») ]]; then a; fi',
    'if [[ $(«mender show-artifact») == "" ]]; then a; fi',
    'if NAME=$(«mender show-artifact»); then a; fi',
    'NAME=$(«mender show-artifact» 2>/dev/null)\n[ $? -eq 0 ] || exit 1',
    '«mender show-artifact»\nstatus=${?}',
    'X="$(«mender show-artifact»)"; if test "$?" != 0; then exit 1; fi',
  ].map(text => ({
    text,
    rules: 'mender-show-artifact',
    fixed: text.replace('«mender show-artifact»', 'mender-update show-artifact'),
    safety: 'review' as const,
    check: /prints `unknown`/,
  })),
]);

foundCases('the exit status of bootstrap', script, [
  ...[
    '«mender bootstrap»\nif [ $? -ne 0 ]; then a; fi',
    '«mender bootstrap»; rc=$?',
    'set -e\n«mender bootstrap»\nb',
    'f() { «mender bootstrap»; }\nf || exit 1',
    'retry() { until "$@"; do sleep 1; done; }\nretry «mender bootstrap»',
    'until «mender bootstrap»; do sleep 5; done',
  ].map(text => ({
    text,
    rules: bootstrap,
    fixed: text.replace('«mender bootstrap»', 'mender-auth bootstrap'),
    safety: 'review' as const,
    check: /\(check: mender-auth bootstrap exits with 0 even when/,
  })),
  {
    text: '«mender bootstrap» || true',
    rules: bootstrap,
    fixed: 'mender-auth bootstrap || true',
    safety: 'safe',
  },
]);

foundCases('an output that is used', script, [
  ...[
    'mender install x | grep done',
    'out=$(mender install x)',
    'mender install x 2>&1 | sudo tee log | grep done',
    'mender install x | while read -r line; do a; done',
    '{ mender install x; } | awk 1',
    'ssh h "mender install x" | grep done',
    'sh -c "mender install x | grep done"',
  ].map(text => ({
    text: text.replace('mender install', '«mender install»'),
    rules: install,
    fixed: text.replace('mender install', 'mender-update install'),
    safety: 'review' as const,
    check: /\(check: its messages and log lines are worded differently\)/,
  })),
  ...['mender install x | tee log', 'mender install x 2>&1 | sudo tee -a log', 'mender install x | logger -t u'].map(
    text => ({
      text: text.replace('mender install', '«mender install»'),
      rules: install,
      fixed: text.replace('mender install', 'mender-update install'),
      safety: 'safe' as const,
    }),
  ),
  {
    text: '«mender --help» | grep install',
    rules: 'mender-help',
    fixed: 'mender-update --help | grep install',
    safety: 'review',
  },
  {
    text: 'v=$(«mender --version»)',
    rules: 'mender-version',
    fixed: 'v=$(mender-update --version)',
    safety: 'review',
  },
  {
    text: 'echo "$(«mender show-artifact»): called"',
    rules: 'mender-show-artifact',
    fixed: 'echo "$(mender-update show-artifact): called"',
    safety: 'safe',
  },
  {
    text: '[ -z "$(«mender show-artifact»)" ] && a',
    rules: 'mender-show-artifact',
    fixed: '[ -z "$(mender-update show-artifact)" ] && a',
    safety: 'review',
    check: /prints `unknown`/,
  },
  ...[
    'a=$(mender show-artifact)\n[ -z "$a" ] && exit 1',
    'a=`mender show-artifact`; if [ "$a" = "" ]; then x; fi',
    'a="$(mender show-artifact)"; [[ -n $a ]] && x',
    'a=$(mender show-artifact); test "$a" || x',
    'f() { local a=$(mender show-artifact); [ ! "${a}" ]; }',
  ].map(text => ({
    text: text.replace('mender show-artifact', '«mender show-artifact»'),
    rules: 'mender-show-artifact',
    fixed: text.replace('mender show-artifact', 'mender-update show-artifact'),
    safety: 'review' as const,
    check: /prints `unknown`/,
  })),
  ...['a=$(mender show-artifact); [ "$a" = x ] && y', 'a=$(mender show-artifact); [ -z "$1" ] && y'].map(text => ({
    text: text.replace('mender show-artifact', '«mender show-artifact»'),
    rules: 'mender-show-artifact',
    fixed: text.replace('mender show-artifact', 'mender-update show-artifact'),
    safety: 'safe' as const,
  })),
  {
    text: 'journalctl -u «mender-client» | grep ERR',
    rules: 'journalctl-unit',
    fixed: 'journalctl -u mender-authd -u mender-updated | grep ERR',
    safety: 'review',
    check: /worded differently/,
  },
  {
    text: 'journalctl -t «mender» | grep ERR',
    rules: 'journalctl-identifier',
    fixed: 'journalctl -t mender-auth -t mender-update | grep ERR',
    safety: 'review',
    check: /worded differently/,
  },
  {
    text: 'journalctl _COMM=«mender» | tail -n 20',
    rules: 'journalctl-match',
    fixed: 'journalctl _COMM=mender-auth _COMM=mender-update | tail -n 20',
    safety: 'safe',
  },
]);

foundCases('words that may be several', script, [
  ...['/data/*.mender', '$(ls /data)', '`ls /data`', '"$@"', '$*', '"${files[@]}"', '${X:+--reboot-exit-code}'].map(
    words => ({
      text: `«mender install» ${words}`,
      rules: install,
      fixed: `mender-update install ${words}`,
      safety: 'review' as const,
      check: /takes one Artifact/,
    }),
  ),
  ...['$URL', '"$URL"', '${URL%/}', '"$(cat url)"', '"$DIR"/x.mender', '"$*"'].map(word => ({
    text: `«mender install» ${word}`,
    rules: install,
    fixed: `mender-update install ${word}`,
    safety: 'safe' as const,
  })),
  ...['$OPTS', '${X:+--reboot-exit-code}', '"${OPTS[@]}"'].map(words => ({
    text: `«mender install» ${words} "$1"`,
    rules: install,
    fixed: `mender-update install ${words} "$1"`,
    safety: 'review' as const,
    check: /may expand to options/,
  })),
  {
    text: '«mender install "$1" "$2"»',
    rules: install,
    fixed: 'mender-update install "$1"',
    safety: 'review',
    check: /3\.x ignored `"\$2"` and what follows/,
  },
  {
    text: '«mender commit» $X',
    rules: 'mender-commit',
    fixed: 'mender-update commit $X',
    safety: 'review',
    check: /what `\$X` holds/,
  },
  { text: '«mender commit» x', rules: 'mender-commit' },
]);

foundCases('`--` before the subcommand', script, [
  { text: '«mender --» "$@"', rules: 'mender-dynamic-command' },
  { text: '«mender -- install» x', rules: install, fixed: 'mender-update install x', safety: 'safe' },
  { text: '«mender --no-syslog -- install» x', rules: install, fixed: 'mender-update install x' },
  { text: '«mender -- setup» --quiet', rules: 'mender-setup', fixed: 'mender-setup --quiet' },
  {
    text: '«mender -- install --» x',
    rules: install,
    fixed: 'mender-update install x',
  },
]);

foundCases('words that would be deleted, but run a command', script, [
  { text: '«mender -version» "$(date > log)"', rules: 'mender-version' },
  { text: '«mender --fallback-config "$(fetch)" setup» --demo', rules: 'mender-setup' },
  { text: 'cat <<EOF\n$(chroot / «mender -version» `\nEOF', rules: 'mender-version' },
]);

foundCases('two daemons where no group of commands is possible', script, [
  { text: 'x=$(time «mender daemon»)', rules: 'mender-daemon' },
]);

foundCases('signals', script, [
  {
    text: '«killall -USR1 mender mender-connect»',
    rules: 'process-signal',
    fixed: 'killall -USR1 mender-update mender-connect',
    safety: 'review',
  },
  {
    text: '«pkill -USR1 -u root mender»',
    rules: 'process-signal',
    fixed: 'pkill -USR1 -u root -x mender-update',
    safety: 'review',
  },
  { text: '«pkill -USR1 -x mender»', rules: 'process-signal', fixed: 'pkill -USR1 -x mender-update', safety: 'safe' },
  {
    text: '«kill -USR1 $(pidof mender) $(pidof x)»',
    rules: 'process-signal',
    fixed: 'kill -USR1 $(pidof mender-update) $(pidof x)',
    safety: 'review',
  },
  {
    text: 'p=mender\n«pkill -USR2 "$p"»',
    rules: 'process-signal',
    fixed: 'p=mender\nmender-update send-inventory',
    safety: 'review',
    check: /it asks systemd/,
  },
  {
    text: '«kill -USR1 `pgrep mender`»',
    rules: 'process-signal',
    fixed: 'kill -USR1 `pgrep -x mender-update`',
    safety: 'safe',
  },
]);

foundCases('options whose order matters', script, [
  {
    text: '«mender --fallback-config /y --data /x commit»',
    rules: 'mender-commit',
    fixed: 'mender-update --fallback-config /y --data /x commit',
    safety: 'review',
    check: /`--data` replaces/,
  },
  {
    text: '«mender --data /x --fallback-config /y commit»'.replace('»', '').replace('«mender', '«mender').concat('»'),
    rules: 'mender-commit',
    fixed: 'mender-update --data /x --fallback-config /y commit',
    safety: 'safe',
  },
  {
    text: 'mender-update «commit --fallback-config /y --data /x»',
    rules: 'misplaced-option',
    fixed: 'mender-update --fallback-config /y --data /x commit',
  },
  {
    text: 'mender-update «--stop-before Cleanup --reboot-exit-code install» x',
    rules: 'misplaced-option',
    fixed: 'mender-update install --stop-before Cleanup --reboot-exit-code x',
  },
]);

foundCases('the daemon in a unit of the new service', 'mender-authd.service', [
  {
    text: '[Service]\nExecStart=«/usr/bin/mender daemon»\n',
    rules: 'mender-daemon',
    fixed: '[Service]\nExecStart=/usr/bin/mender-auth daemon\n',
    safety: 'review',
  },
]);

foundCases('the daemon in the unit of the other one', 'mender-updated.service', [
  {
    text: '[Service]\nExecStart=«/usr/bin/mender daemon»\n',
    rules: 'mender-daemon',
    fixed: '[Service]\nExecStart=/usr/bin/mender-update daemon\n',
    safety: 'review',
  },
]);

describe('of several fixes', () => {
  it('only the one with evidence is safe', () => {
    const [finding] = findings('systemctl kill -s USR1 mender-client');
    assert.deepEqual(
      finding!.fixes.map(({ safety }) => safety),
      ['safe', 'review'],
    );
  });
});

/** A file that is not read at all: a fix may bring the rest of it into force. */
describe('a configuration that is not JSON', () => {
  const removed = (text: string) => {
    const finding = findings(text, 'etc/mender/mender.conf').find(({ rule }) => rule === 'config-connectivity');
    const [fix] = finding!.fixes;
    assert.equal(fix!.safety, 'review');
    const [edit, ...others] = fix!.edits.toReversed();
    return [edit!, ...others].reduce((after, { start, end }) => after.slice(0, start) + after.slice(end), text);
  };
  for (const [text, wanted] of [
    ['{"Connectivity":{"a":1},}', '{}'],
    ['{"A":1,"Connectivity":{"a":1},}', '{"A":1,}'],
    ['{\n  // why\n  "Connectivity": {"a":1},\n  "B": 2\n}', '{\n  // why\n  "B": 2\n}'],
    ['{\n  "Connectivity": {"a":1}, // end\n  "B": 2\n}', '{\n  // end\n  "B": 2\n}'],
    ['{\n  "A": 1, // a, b\n  "Connectivity": {"a":1}\n}', '{\n  "A": 1 // a, b\n}'],
    ['{\r\n  "A": 1, // a\r\n  "Connectivity": {"a":1}\r\n}', '{\r\n  "A": 1 // a\r\n}'],
    ['{\n  "A": 1, // a\n  "Connectivity": {"a":1} // c\n  // tail\n}', '{\n  "A": 1 // a\n  // c\n  // tail\n}'],
    ['{ /* a */ "Connectivity": {"a":1} /* x, y */, "B": 2 }', '{ /* a */  /* x, y */ "B": 2 }'],
    ['{\n  // only\n  "Connectivity": {"a":1},\n}', '{\n  // only\n}'],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(removed(text), wanted));
});
