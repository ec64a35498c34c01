/** The journal of the old service, its process and its syslog identifier. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';
import { logFormat, upgradePage } from './source.ts';

const both = ['mender-authd mender-updated', 'mender-updated', 'mender-authd'] as const;

const output = 'the entries are worded differently since 4.0';

export const journalRules: readonly Rule[] = [
  {
    id: 'journalctl-unit',
    component: 'mender-client',
    title: 'log of the unit `mender-client`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'journal', selector: 'unit', output },
    replacement: { kind: 'choose', to: both, safety: 'safe' },
    message: 'Use `{to}`: `{use}` finds nothing new, 4.0 split the service.',
    why: 'Several `-u` show the logs of all named units. Deployments are in the log of mender-updated, authentication in that of mender-authd. On a device that never ran 3.x the old unit gives `-- No entries --`.',
    sources: [
      upgradePage,
      logFormat,
      'mender-docs@master:301.Troubleshoot/03.Mender-Client/docs.md:156,190,201,264',
      'journalctl(1)',
    ],
    examples: [
      shell('journalctl -u mender-client', 'journalctl -u mender-authd -u mender-updated'),
      shell('journalctl --unit=mender-client -f', 'journalctl --unit=mender-authd --unit=mender-updated -f'),
      shell('journalctl -fu mender-client.service', 'journalctl -fu mender-authd.service -u mender-updated.service'),
      shell(
        'journalctl -u "mender-client" -l -n 3 | grep -q x',
        'journalctl -u "mender-authd" -u "mender-updated" -l -n 3 | grep -q x',
      ),
      shell('journalctl -umender-client', 'journalctl -umender-authd -umender-updated'),
    ],
    quiet: [{ language: 'shell', bad: 'journalctl -u mender-client -u mender-authd -u mender-updated' }],
  },
  {
    id: 'journalctl-match',
    component: 'mender-client',
    title: 'journal fields that name the old unit or process',
    removedIn: '4.0',
    effect: 'ignored',
    match: {
      kind: 'journal',
      selector: 'match',
      output,
      fields: {
        _SYSTEMD_UNIT: 'unit',
        UNIT: 'unit',
        OBJECT_SYSTEMD_UNIT: 'unit',
        COREDUMP_UNIT: 'unit',
        SYSLOG_IDENTIFIER: 'process',
        _COMM: 'process',
        _EXE: 'path',
      },
    },
    replacement: { kind: 'rewrite', to: 'one match for each of the two', safety: 'safe' },
    message: 'Use `{to}`: `{use}` finds nothing new, 4.0 split the client.',
    why: 'Several matches of one field are joined by "or". Identifiers and process names are those of the two new programs. On a device that never ran 3.x the old ones give `-- No entries --`.',
    sources: [upgradePage, logFormat, 'mender@3.5.3:cli/cli.go:690-691', 'mender@e670b74b', 'journalctl(1)'],
    examples: [
      shell(
        'journalctl _SYSTEMD_UNIT=mender-client.service',
        'journalctl _SYSTEMD_UNIT=mender-authd.service _SYSTEMD_UNIT=mender-updated.service',
      ),
      shell('journalctl _COMM=mender -f', 'journalctl _COMM=mender-auth _COMM=mender-update -f'),
      shell(
        'journalctl SYSLOG_IDENTIFIER=mender',
        'journalctl SYSLOG_IDENTIFIER=mender-auth SYSLOG_IDENTIFIER=mender-update',
      ),
      shell('journalctl /usr/bin/mender', 'journalctl /usr/bin/mender-auth /usr/bin/mender-update'),
    ],
  },
  {
    id: 'journalctl-identifier',
    component: 'mender-client',
    title: 'journal identifier `mender`',
    removedIn: '4.0',
    effect: 'ignored',
    match: { kind: 'journal', selector: 'identifier', output },
    replacement: { kind: 'rewrite', to: '-t mender-auth -t mender-update', safety: 'safe' },
    message: 'Use `{to}`: `{use}` finds nothing new since 4.0.',
    why: '3.x logged with the syslog tag `mender`; the new programs leave the identifier to systemd, which takes the name of the executable. On a device that never ran 3.x the old one gives `-- No entries --`.',
    sources: [
      'mender@3.5.3:cli/cli.go:689-698',
      'mender@e670b74b',
      logFormat,
      'systemd.exec(5), SyslogIdentifier=',
      'journalctl(1)',
    ],
    examples: [
      shell('journalctl -t mender', 'journalctl -t mender-auth -t mender-update'),
      shell('journalctl --identifier=mender -f', 'journalctl --identifier=mender-auth --identifier=mender-update -f'),
    ],
  },
];
