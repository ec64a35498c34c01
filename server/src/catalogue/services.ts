/** The service `mender-client` (before 2.3: `mender`), which became `mender-authd` and `mender-updated`. */
import { shell } from './example.ts';
import type { Row } from './row.ts';
import { unitChoices } from './service-names.ts';
import { noAlias, upgradePage } from './source.ts';

export const serviceRows: readonly Row[] = [
  {
    id: 'systemctl-control',
    component: 'mender-client',
    title: 'starting, stopping, enabling the service `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: [
        'start',
        'stop',
        'restart',
        'try-restart',
        'condrestart',
        'reload',
        'reload-or-restart',
        'try-reload-or-restart',
        'force-reload',
        'enable',
        'reenable',
        'disable',
        'mask',
        'unmask',
        'preset',
        'reset-failed',
        'freeze',
        'thaw',
        'clean',
      ],
      join: 'together',
      restarted: {
        since: '5.1',
        verbs: { stop: 'safe', disable: 'review' },
        reason: 'D-Bus starts mender-authd again for whoever asks it for the token, only `mask` holds',
      },
    },
    replacement: { kind: 'choose', to: unitChoices, safety: 'safe' },
    message: 'Use `{to}`: `{use}` fails, 4.0 split the service.',
    why: 'mender-client.service is gone without an alias. mender-authd authenticates and serves D-Bus, mender-updated runs deployments; naming both in one call does what the old call did. From 5.1 on a program that asks for the token over D-Bus, such as mender-connect, starts mender-authd again, whether it was stopped or disabled: only `mask` holds. A stop is about now and stays safe to rewrite; whether disabling is enough needs a person.',
    sources: [
      upgradePage,
      noAlias,
      'mender@3.5.3:README.md:318 and mender@5.1.0:README.md:258',
      'mender-dist-packages@master:scripts/install-mender.sh:438-439',
      'mender@d94ea203',
      'mender@5.1.0:support/dbus/io.mender.AuthenticationManager.service',
      'integration@3.8.5:tests/tests/test_mtls.py:201',
    ],
    examples: [
      shell('systemctl restart mender-client', 'systemctl restart mender-authd mender-updated'),
      shell(
        'sudo systemctl enable --now mender-client.service',
        'sudo systemctl enable --now mender-authd.service mender-updated.service',
      ),
      shell('systemctl stop mender.service', 'systemctl stop mender-authd.service mender-updated.service'),
      shell(
        'systemctl restart mender-client mender-connect',
        'systemctl restart mender-authd mender-updated mender-connect',
      ),
      shell('systemctl restart "mender-client"', 'systemctl restart "mender-authd" "mender-updated"'),
    ],
    quiet: [
      { language: 'shell', bad: 'systemctl restart mender-connect' },
      { language: 'shell', bad: 'systemctl daemon-reload' },
      { language: 'shell', bad: 'systemctl restart mender-client mender-authd mender-updated' },
      { language: 'shell', bad: 'systemctl restart mender-updated || systemctl restart mender-client' },
      { language: 'shell', bad: 'docker compose restart mender-client' },
      { language: 'shell', target: '4.0', bad: 'systemctl start mender-client-data-dir.service' },
    ],
  },
  {
    id: 'systemctl-query',
    component: 'mender-client',
    title: 'asking whether `mender-client` is active or enabled',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['is-active', 'is-enabled'],
      join: 'and',
      captured: 'single',
    },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'safe',
    },
    message: 'Ask for `mender-authd` and `mender-updated`: `{use}` fails, 4.0 split the service.',
    why: 'Given two units, these verbs succeed when one of them is in the state, and print two lines. A test for the whole client takes two calls joined by `&&`; where the output is read, one unit is asked.',
    sources: [
      'mender-docs@master:03.Client-installation/08.Integration-checklist/docs.md:38-50',
      'systemctl(1)',
      noAlias,
    ],
    examples: [
      shell(
        'systemctl is-active --quiet mender-client && echo up',
        'systemctl is-active --quiet mender-authd && systemctl is-active --quiet mender-updated && echo up',
      ),
      shell(
        'if systemctl is-enabled mender-client; then :; fi',
        'if systemctl is-enabled mender-authd && systemctl is-enabled mender-updated; then :; fi',
      ),
      shell(
        'echo "state: $(systemctl is-active mender-client)"',
        'echo "state: $(systemctl is-active mender-updated)"',
      ),
      shell(
        'if ! systemctl is-active -q mender-client; then exit 1; fi',
        'if ! { systemctl is-active -q mender-authd && systemctl is-active -q mender-updated; }; then exit 1; fi',
      ),
    ],
  },
  {
    id: 'systemctl-is-failed',
    component: 'mender-client',
    title: 'asking whether `mender-client` failed',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'systemctl', verbs: ['is-failed'], join: 'or', captured: 'single' },
    replacement: {
      kind: 'choose',
      to: ['both, in two calls', 'mender-updated', 'mender-authd'],
      safety: 'safe',
    },
    message: 'Ask for `mender-authd` and `mender-updated`: `{use}` never sees a failure since 4.0.',
    why: 'A unit that does not exist has not failed. A test for the whole client takes two calls joined by `||`.',
    sources: ['systemctl(1)', noAlias],
    examples: [
      shell(
        'systemctl is-failed -q mender-client && reboot',
        '{ systemctl is-failed -q mender-authd || systemctl is-failed -q mender-updated; } && reboot',
      ),
    ],
  },
  {
    id: 'systemctl-status',
    component: 'mender-client',
    title: 'showing the state of `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: {
      kind: 'service',
      manager: 'systemctl',
      verbs: ['status', 'cat', 'help', 'list-dependencies', 'list-units', 'list-unit-files'],
      join: 'together',
      captured: 'single',
    },
    replacement: { kind: 'choose', to: unitChoices, safety: 'review' },
    message: 'Use `{to}`: `{use}` fails, 4.0 split the service.',
    why: 'mender-client.service is gone without an alias. Both units can be shown in one call; a script that reads the output or the exit status has to decide which of them it means.',
    sources: [upgradePage, noAlias, 'mender-docs@master:08.Artifact-creation/08.Standalone-deployment/docs.md:24'],
    examples: [
      shell(
        'systemctl status --no-pager -l -n 1000 mender-client',
        'systemctl status --no-pager -l -n 1000 mender-authd mender-updated',
      ),
      shell('systemctl status mender-client | grep -q running', 'systemctl status mender-updated | grep -q running'),
    ],
  },
  {
    id: 'systemctl-show',
    component: 'mender-client',
    title: 'reading properties of `mender-client`',
    removedIn: '4.0',
    effect: 'fails',
    match: { kind: 'service', manager: 'systemctl', verbs: ['show'], join: 'single' },
    replacement: { kind: 'choose', to: ['mender-updated', 'mender-authd'], safety: 'review' },
    message: 'Ask `mender-updated` or `mender-authd`: `{use}` has empty answers since 4.0.',
    why: 'What reads one value cannot take two. mender-update itself asks systemd for the process of mender-updated, where 3.x asked for mender-client.',
    sources: ['mender@5.1.0:src/mender-update/cli/actions.cpp:360', 'mender@3.5.3:cli/cli.go:148-152'],
    examples: [
      shell(
        'pid=$(systemctl show -p MainPID --value mender-client)',
        'pid=$(systemctl show -p MainPID --value mender-updated)',
      ),
    ],
  },
];
