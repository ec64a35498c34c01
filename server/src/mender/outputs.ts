/** Texts of 3.x that scripts look for, and that the client prints differently now. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';
import { logFormat } from './source.ts';

const oldStandalone = 'mender@3.5.3:app/standalone.go';
const newActions = 'mender@5.1.0:src/mender-update/cli/actions.cpp';

export const outputRules: readonly Rule[] = [
  {
    id: 'output-log-field',
    component: 'mender-client',
    title: 'field of a log line of 3.x',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'output',
      of: { kind: 'log' },
      texts: [
        {
          old: /(?<!\w)level(?=\\?=)/,
          now: 'severity',
          new: /severity/,
          to: 'severity',
        },
        // The first field of a line was the time.
        { old: /\^time(?==)/, now: 'record_id=', new: /record_id/ },
      ],
    },
    replacement: { kind: 'rewrite', to: 'severity', safety: 'review' },
    message: 'Look for `{to}`: `{use}` is not in the log since 4.0.',
    why: 'A line of 3.x was `time="..." level=error msg="..."`. The daemons of 4.0 and later log `record_id=1 severity=error time="..." name="Global" msg="..."`. Only the deployment logs under /var/lib/mender are JSON with a field `level`, as they were.',
    sources: [
      'mender@3.5.3:vendor/github.com/sirupsen/logrus/formatter.go:7-10',
      logFormat,
      'mender@5.1.0:src/common/log/platform/boost/boost_log.cpp:93-120',
      'mender@3.5.3:app/deployment_log_hook.go:35-51',
      'mender@4.0.7:src/mender-update/deployments/platform/boost_log/deployments.cpp:52-69',
    ],
    examples: [
      shell('journalctl -u mender-updated | grep level=error', 'journalctl -u mender-updated | grep severity=error'),
      shell(
        "journalctl -u mender-authd -n 50 | tail | grep -E 'level=(error|fatal)'",
        "journalctl -u mender-authd -n 50 | tail | grep -E 'severity=(error|fatal)'",
      ),
      shell(
        'log=$(mender-update install x.mender 2>&1)\nif [[ $log =~ level=error ]]; then exit 1; fi',
        'log=$(mender-update install x.mender 2>&1)\nif [[ $log =~ severity=error ]]; then exit 1; fi',
      ),
      shell(
        'log=$(mender-update commit 2>&1)\ncase "$log" in *level=error*) exit 1 ;; esac',
        'log=$(mender-update commit 2>&1)\ncase "$log" in *severity=error*) exit 1 ;; esac',
      ),
      shell(
        "awk '/level=error/ { print }' /var/log/mender.log",
        "awk '/severity=error/ { print }' /var/log/mender.log",
      ),
    ],
    quiet: [
      { language: 'shell', bad: 'journalctl -u mender-connect | grep level=error' },
      { language: 'shell', bad: "journalctl -u mender-updated | grep -E '(level|severity)=error'" },
      { language: 'shell', bad: 'journalctl -u mender-updated | grep severity=error' },
      { language: 'shell', bad: 'grep level=error /var/lib/mender/deployments.0001.log' },
      { language: 'shell', bad: 'journalctl -u mender-updated >log; docker logs app | grep level=error' },
      {
        language: 'shell',
        bad: 'if command -v mender-update; then journalctl -u mender-updated | grep severity=error; else journalctl -u mender-client | grep level=error; fi',
      },
    ],
  },
  {
    id: 'output-log-text',
    component: 'mender-client',
    title: 'log line that 3.x wrote',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'output',
      of: { kind: 'log' },
      texts: [
        { old: /State transition/, now: '`Entering ... state`, and only at the level debug', new: /Entering/ },
        {
          old: /(?<!\w)successfully received new authorization data( from server)?/,
          now: '`Successfully received new authorization data`',
          new: /Successfully/,
          to: 'Successfully received new authorization data',
        },
        { old: /authentication request rejected/, now: '`Failed to authorize with the server`', new: /Failed to/ },
        { old: /Wrote .{0,12}bytes to the inactive partition/, now: 'another sign', new: /(?!)/ },
        { old: /Mender running on partition/, now: 'another sign', new: /(?!)/ },
        { old: /Loaded configuration file/, now: 'another sign', new: /(?!)/ },
        {
          old: /Running Mender client version/,
          now: 'the answer of `mender-update --version`',
          new: /(?!)/,
        },
      ],
    },
    replacement: { kind: 'rewrite', to: 'Successfully received new authorization data', safety: 'review' },
    message: 'Look for {to}: `{use}` is not logged since 4.0.',
    why: 'The client was rewritten for 4.0, and its log lines with it. A script that waits for a log line of 3.x waits forever. The version is logged as `Running Mender client 4.0.7`, by 5.1 as `Running mender-update 5.1.0`. The new texts may change as well: a command that gives the same answer, such as `mender-update show-artifact`, is more stable.',
    sources: [
      'mender@3.5.3:app/mender.go:506',
      'mender@4.0.7:src/mender-update/daemon/states.cpp:249',
      'mender@5.1.0:src/mender-update/daemon/states.cpp:391',
      'mender@3.5.3:app/auth.go:610',
      'mender@4.0.7:src/mender-auth/ipc/server.cpp:94',
      'mender@5.1.0:src/mender-auth/ipc/server.cpp:93',
      'mender@3.5.3:client/client_auth.go:30',
      'mender@4.0.7:src/api/auth/auth.cpp:226-230',
      'mender@5.1.0:src/mender-auth/api/auth/auth.cpp:211-215',
      'mender@3.5.3:installer/dual_rootfs_device.go:214',
      'mender@3.5.3:cli/commands.go:83',
      'mender@3.5.3:conf/config.go:276',
      'mender@3.5.3:app/deployment_logger.go:144',
      'mender@4.0.7:src/mender-update/daemon/state_machine/state_machine.cpp:455',
      'mender@5.1.0:src/mender-update/daemon/state_machine/state_machine.cpp:487',
    ],
    examples: [
      shell("journalctl -u mender-updated | grep 'State transition'"),
      shell(
        'journalctl -fu mender-authd | grep -m1 "successfully received new authorization data"',
        'journalctl -fu mender-authd | grep -m1 "Successfully received new authorization data"',
      ),
      shell('journalctl -u mender-authd | grep "authentication request rejected"'),
    ],
    quiet: [
      { language: 'shell', bad: 'journalctl -u mender-authd | grep "Successfully received new authorization data"' },
      { language: 'shell', bad: 'journalctl -u mender-authd | grep -i "[Ss]uccessfully received new authorization"' },
      { language: 'shell', bad: 'journalctl -u mender-monitor | grep "State transition"' },
    ],
  },
  {
    id: 'output-command-text',
    component: 'mender-client',
    title: 'message of a command of 3.x',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'output',
      of: { kind: 'client', commands: ['install', 'commit', 'rollback', 'show-artifact'] },
      texts: [
        { old: /Committing Artifact\.\.\./, now: '`Committed.`', new: /Committed/, to: 'Committed.' },
        { old: /Committing Artifact(?!\.\.\.)/, now: '`Committed.`', new: /Committed/, to: 'Committed' },
        { old: /Rolling back Artifact\.\.\./, now: '`Rolled back.`', new: /Rolled back/, to: 'Rolled back.' },
        { old: /Rolling back Artifact(?!\.\.\.)/, now: '`Rolled back.`', new: /Rolled back/, to: 'Rolled back' },
        {
          old: /Installing Artifact(?: of size.*)?/,
          now: '`Installing artifact`',
          new: /Installing artifact/,
          to: 'Installing artifact',
        },
        {
          old: /Artifact doesn'?.?t support rollback/,
          now: "`Update Module doesn't support rollback`",
          new: /Update Module/,
        },
        { old: /Artifact name is empty/, now: '`unknown`, with the exit status 0', new: /unknown/ },
        // Sizes were printed up to 2.4.
        { old: /[KM]iB/, now: 'a percentage alone, on standard error', new: /%/ },
      ],
    },
    replacement: { kind: 'rewrite', to: 'the new message', safety: 'review' },
    message: 'Look for {to}: 4.0 and later do not print `{use}`.',
    why: 'The client was rewritten for 4.0, and its messages with it. The one that asks to commit or to roll back, and the one about a reboot, stayed as they were. The progress of an installation is a percentage alone, such as `12%`, on standard error; 3.x drew a bar of dots there, and 2.4 and before wrote sizes in `KiB`. Exit statuses are more stable: 2 for nothing to commit, 4 for a reboot with `--reboot-exit-code`.',
    sources: [
      `${oldStandalone}:92`,
      `${oldStandalone}:239-249`,
      `${oldStandalone}:271`,
      `${oldStandalone}:352`,
      'mender@3.5.3:cli/commands.go:65-67',
      `${newActions}:127-133`,
      `${newActions}:178-252`,
      'mender@4.0.7:src/mender-update/standalone/standalone.cpp:334',
      'mender@5.1.0:src/mender-update/standalone/states.cpp:82',
      'mender@4.0.7:src/mender-update/cli/actions.cpp:172-228',
      'mender@4.0.7:src/mender-update/standalone/standalone.cpp:578',
      'mender@2.4.0:utils/progress.go:70-72',
      'mender@3.5.3:vendor/github.com/mendersoftware/progressbar/progress.go:40-58',
      'mender@5.1.0:src/mender-update/progress_reader/progress_reader.cpp:25-37',
      'mender@3.5.3:main.go:48-58',
      'mender@5.1.0:src/mender-update/cli/cli.cpp:375-378',
    ],
    examples: [
      shell("mender-update commit | grep -q 'Committing Artifact'", "mender-update commit | grep -q 'Committed'"),
      shell(
        'if [[ "$(mender-update rollback)" == *"Rolling back Artifact"* ]]; then :; fi',
        'if [[ "$(mender-update rollback)" == *"Rolled back"* ]]; then :; fi',
      ),
      shell(
        'out=$(mender-update install x.mender)\necho "$out" | sed -n \'/Installing Artifact/p\'',
        'out=$(mender-update install x.mender)\necho "$out" | sed -n \'/Installing artifact/p\'',
      ),
      shell('mender-update show-artifact 2>&1 | grep "Artifact name is empty"'),
    ],
    quiet: [
      { language: 'shell', bad: 'mender-update commit | grep "No update in progress"' },
      { language: 'shell', bad: 'mender-update install x | grep "requested a reboot"' },
      { language: 'shell', bad: 'mender-update commit | grep -e "Committing Artifact" -e "Committed"' },
      { language: 'shell', bad: 'mender-update commit\necho "$LOG" | grep "Committing Artifact"' },
    ],
  },
  {
    id: 'output-version-runtime',
    component: 'mender-client',
    title: 'runtime after the version',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'output',
      of: {
        kind: 'client',
        programs: ['mender', 'mender-auth', 'mender-update'],
        commands: ['--version', '-version', '-v'],
      },
      texts: [{ old: /runtime:?/, now: 'the bare version', new: /(?!)/ }],
    },
    replacement: { kind: 'none' },
    message: 'Look for {to}: `{use}` is not printed since 4.0.',
    why: '3.x printed `3.5.3`, a tab and `runtime: go1.19.8`; mender-auth and mender-update print the version and nothing else, so a search for the runtime finds nothing. mender-setup and mender-snapshot still print it.',
    sources: [
      'mender@3.5.3:cli/cli.go:80-83',
      'mender@4.0.7:src/common/conf/conf.cpp:195-203',
      'mender@5.1.0:src/client_shared/conf/conf.cpp:199-208',
      'mender-setup@1.0.3:cli/cli.go:58-61',
      'mender-snapshot@1.0.0:cli/cli.go:60-63',
    ],
    examples: [shell("mender-update --version | awk '/runtime/ { print $1 }'")],
    quiet: [
      { language: 'shell', bad: 'mender-update --version | cut -f1' },
      { language: 'shell', bad: "mender-setup --version | awk '/runtime/ { print $1 }'" },
    ],
  },
  {
    id: 'output-artifact-types',
    component: 'mender-artifact',
    title: '`Compatible devices` of `mender-artifact read`',
    deprecatedIn: '4.3',
    effect: 'ignored',
    independent: true,
    match: {
      kind: 'output',
      of: { kind: 'program', name: 'mender-artifact', commands: ['read'] },
      texts: [
        {
          old: /Compatible devices/,
          now: 'Compatible types',
          new: /[Cc]ompatible types/,
          to: 'Compatible types',
        },
      ],
    },
    replacement: { kind: 'rewrite', to: 'Compatible types', safety: 'review' },
    message: 'Look for `{to}`: `{use}` is not printed since mender-artifact 4.3.',
    why: 'mender-artifact 4.3.0 calls them types, in its options and in what `read` prints: `Compatible types: [board]`. Versions before 4.3 print the old words: where both are in use, look for `Compatible`.',
    sources: [
      'mender-artifact@4.2.0:cli/read.go:130',
      'mender-artifact@4.3.0:cli/read.go:130',
      'mender-artifact@b84a973b',
      'mender-artifact@0eb186e0',
    ],
    examples: [
      shell(
        'mender-artifact read x.mender | grep "Compatible devices"',
        'mender-artifact read x.mender | grep "Compatible types"',
      ),
    ],
    quiet: [
      { language: 'shell', bad: "mender-artifact read x.mender | grep -E 'Compatible (types|devices)'" },
      { language: 'shell', bad: "mender-artifact read x.mender | grep 'Compatible types'" },
    ],
  },
];
