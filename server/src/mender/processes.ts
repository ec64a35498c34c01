/** The process `mender`, and tests whether its binary is installed. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';
import { upgradePage } from './source.ts';

export const processRules: readonly Rule[] = [
  {
    id: 'process-name',
    component: 'mender-client',
    title: 'process `mender`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'process', use: 'name' },
    replacement: {
      kind: 'choose',
      to: ['mender-update', 'mender-auth', 'mender-auth mender-update'],
      safety: 'review',
    },
    message: 'Look for `mender-auth` or `mender-update`: `{use}` finds nothing since 4.0.',
    why: 'Which of the two is meant depends on the purpose: mender-update runs deployments, mender-auth authenticates. For the old name `pidof` and `pgrep` print nothing and return 1; `killall` says `mender: no process found`.',
    sources: [
      'mender@4.0.7:support/mender-updated.service',
      'mender@4.0.7:support/mender-authd.service',
      'integration@3.8.5:tests/tests/test_tcp_teardown.py:43-53',
      'pidof(8), pgrep(1) and killall(1)',
    ],
    examples: [
      shell('pidof mender', 'pidof mender-update'),
      shell('pgrep -x mender >/dev/null', 'pgrep -x mender-update >/dev/null'),
      shell('killall mender', 'killall mender-auth mender-update'),
    ],
    quiet: [
      { language: 'shell', bad: 'pidof mender-connect' },
      { language: 'shell', bad: 'pgrep -u mender' },
      { language: 'shell', bad: 'usermod -aG docker mender' },
    ],
  },
  {
    id: 'process-pattern',
    component: 'mender-client',
    title: 'processes found by the pattern `mender`',
    removedIn: '4.0',
    effect: 'differs',
    match: { kind: 'process', use: 'pattern' },
    replacement: { kind: 'choose', to: ['mender-update', 'mender-auth'], safety: 'review' },
    message: 'Use the exact name: `{use}` finds several processes since 4.0.',
    why: 'A pattern without `-x` matches anywhere in the name of a process. Where it found one process, it finds two or more: mender-auth, mender-update, and mender-connect where that is installed.',
    sources: ['pgrep(1)', 'mender@4.0.7:support/mender-updated.service', 'mender@4.0.7:support/mender-authd.service'],
    examples: [shell('pgrep mender', 'pgrep mender-update')],
    quiet: [
      { language: 'shell', bad: 'pgrep mender-update' },
      { language: 'shell', bad: 'pgrep -f mender-connect' },
    ],
  },
  {
    id: 'process-signal',
    component: 'mender-client',
    title: 'USR1 or USR2 sent to the process `mender`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'process', use: 'signal' },
    replacement: {
      kind: 'choose',
      to: ['the signal to mender-update', 'mender-update check-update'],
      safety: 'safe',
    },
    message: 'Send it to `mender-update`, or use `{to}`: `{use}` misses it since 4.0.',
    why: 'Only mender-update still checks for an update on USR1 and sends the inventory on USR2; it logs `SIGUSR1 received, triggering deployments check`. mender-auth, which a pattern such as `mender` finds too, handles neither and is ended by them. The commands `check-update` and `send-inventory` ask systemd for the process of mender-updated, so they fail where something else starts it: `Failed to get the MainPID from systemctl`, or `No PID found for mender-updated. The service is not running`.',
    sources: [
      'mender@3.5.3:main.go:31-36',
      'mender@4.0.7:src/mender-update/daemon/state_machine/platform/posix/signal_handling.cpp:29-45',
      'mender@5.1.0:src/mender-update/daemon/state_machine/platform/posix/signal_handling.cpp:29-45',
      'mender@4.0.7:src/mender-auth/cli/actions.cpp:148-152',
      'mender@5.1.0:src/mender-auth/cli/actions.cpp:158-162',
      'mender@5.1.0:src/mender-update/cli/actions.cpp:359-416',
      'signal(7), the default action of SIGUSR1 and SIGUSR2',
    ],
    examples: [
      shell('pkill -USR1 mender', 'pkill -USR1 -x mender-update'),
      shell('killall -s SIGUSR2 mender', 'killall -s SIGUSR2 mender-update'),
      shell('kill -USR1 $(pidof mender)', 'kill -USR1 $(pidof mender-update)'),
    ],
    quiet: [
      { language: 'shell', bad: 'pkill -USR1 mender-update' },
      { language: 'shell', bad: 'kill -USR1 "$pid"' },
    ],
  },
  {
    id: 'binary-probe',
    component: 'mender-client',
    title: 'test for the binary `mender`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'probe', by: 'binary' },
    replacement: {
      kind: 'choose',
      to: ['mender-update', 'mender-auth', 'mender-setup'],
      safety: 'review',
    },
    message: 'Look for `{to}`: `{use}` finds nothing since 4.0.',
    why: 'The test says no, so what is done when the binary is found is left out without a word. If the test is to tell Mender 3 from later releases, test for the new binary as well and keep both branches.',
    sources: [
      upgradePage,
      'mender-dist-packages@master:scripts/install-mender.sh:426',
      'mender-dist-packages@master:recipes/mender-client4/debian-master/mender-update.install',
    ],
    examples: [
      shell(
        'if command -v mender >/dev/null 2>&1; then :; fi',
        'if command -v mender-update >/dev/null 2>&1; then :; fi',
      ),
      shell('[ -x /usr/bin/mender ] || exit 0', '[ -x /usr/bin/mender-update ] || exit 0'),
      shell('which mender', 'which mender-update'),
      shell('[[ -x "/usr/bin/mender" ]] && echo yes', '[[ -x "/usr/bin/mender-update" ]] && echo yes'),
    ],
    quiet: [
      { language: 'shell', bad: 'command -v mender-artifact' },
      { language: 'shell', bad: 'if command -v mender-update; then :; elif command -v mender; then :; fi' },
      { language: 'shell', bad: '[ -d /var/lib/mender ]' },
      { language: 'shell', bad: '[ -e /etc/mender/mender.conf ]' },
      { language: 'shell', bad: '[ "$USER" = mender ]' },
    ],
  },
  {
    id: 'listed-client',
    component: 'mender-client',
    title: 'search for the old client in a list of units, packages or processes',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'probe', by: 'list' },
    replacement: { kind: 'none' },
    message: 'Look for `mender-update` or `mender-updated`: `{use}` finds nothing since 4.0.',
    why: 'No list of units, packages or processes has the old names any more, so the answer is always no. What is done when nothing is found is done on every device, each time; what is done when something is found is never done.',
    sources: [
      upgradePage,
      'mender-dist-packages@master:recipes/mender-client4/debian-master/mender-update.install',
      'mender@4.0.7:support/mender-updated.service',
    ],
    examples: [
      shell('systemctl list-unit-files | grep -q mender-client || reboot'),
      shell('if ps | grep -q "[m]ender "; then :; else reboot; fi'),
      shell('N=$(systemctl list-units | grep -c mender-client)\n[ "$N" -gt 0 ] || exit 1'),
    ],
    quiet: [
      { language: 'shell', bad: 'systemctl list-unit-files | grep -q mender-updated || reboot' },
      { language: 'shell', bad: 'ps | grep -q mender || reboot' },
      { language: 'shell', bad: 'grep -q mender-client /tmp/notes' },
      {
        language: 'shell',
        bad: 'if systemctl list-unit-files | grep -q mender-client; then mender commit; else mender-update commit; fi',
      },
    ],
  },
];
