/** What the options of the old program became: data for rewriting calls, checked against the real parsers. */

/** What an option of the old program became where the new one has no option with that name. */
export type OptionChange =
  | { readonly kind: 'drop'; readonly note?: string }
  | { readonly kind: 'rename'; readonly to: string }
  /** `-debug` -> `--log-level debug` */
  | { readonly kind: 'becomes'; readonly name: string; readonly value: string }
  /** Dropping it may change what the call does. */
  | { readonly kind: 'review'; readonly note: string };

interface OptionChanges {
  /** Successor programs that the changes apply to; all when absent. */
  readonly program?: string;
  readonly changes: Readonly<Record<string, OptionChange>>;
}

const lacking = (program: string, ...options: readonly string[]): Readonly<Record<string, OptionChange>> =>
  Object.fromEntries(options.map(option => [option, { kind: 'review', note: `${program} has no \`--${option}\`` }]));
const noEffectOnDump: OptionChange = { kind: 'drop' };

/** Searched in order; the first one with the option decides. */
export const optionChanges: readonly OptionChanges[] = [
  {
    program: 'mender-setup',
    changes: {
      'trusted-certs': { kind: 'rename', to: 'server-cert' },
      // mender@3.5.3:cli/cli.go:591-595 tests `IsSet && !IsSet`: the global option never reached setup.
      'config:global': {
        kind: 'review',
        note: '3.x ignored `--config` before setup; give it to mender-setup if it was meant',
      },
      ...lacking('mender-setup', 'fallback-config', 'log-file', 'skipverify', 'forcebootstrap', 'passphrase-file'),
    },
  },
  {
    // It reads no configuration and asks no server: mender@3.5.3:cli/snapshot.go:87-121.
    program: 'mender-snapshot',
    changes: {
      config: noEffectOnDump,
      'fallback-config': noEffectOnDump,
      ...lacking('mender-snapshot', 'log-file'),
      'trusted-certs': noEffectOnDump,
      skipverify: noEffectOnDump,
      forcebootstrap: noEffectOnDump,
      'passphrase-file': noEffectOnDump,
    },
  },
  {
    // Only mender-auth bootstraps: mender@4.0.7:src/mender-auth/cli/cli.cpp:42-66. On install the file had no effect:
    // mender@78cbe9d3.
    program: 'mender-update',
    changes: { forcebootstrap: { kind: 'drop' }, 'passphrase-file': { kind: 'drop' } },
  },
  {
    changes: {
      // mender@e670b74b: the C++ client never logs to syslog itself.
      'no-syslog': { kind: 'drop' },
      // Without effect in 2.6, gone since 3.0.0: mender@2.6.1:cli/cli.go:370-375
      'log-modules': { kind: 'drop' },
      // The force flag of 1.2 to 1.7: mender@1.7.1:main.go:125
      f: { kind: 'drop' },
      // mender@3.5.3:cli/cli.go:100-108
      debug: { kind: 'becomes', name: 'log-level', value: 'debug' },
      info: { kind: 'becomes', name: 'log-level', value: 'info' },
    },
  },
];

/** Options that both generations accept but treat differently; shown next to the finding. */
export const optionNotes: readonly {
  readonly programs: readonly string[];
  readonly option: string;
  readonly note: string;
  readonly source: string;
}[] = [
  {
    programs: ['mender-auth', 'mender-update'],
    option: 'config',
    note: 'The file must exist: 3.x went on with its defaults without it, 4.0 and later exit with 1.',
    source:
      'mender@3.5.3:conf/config.go:145-170, mender@4.0.7:src/common/conf/conf.cpp:290-296; tried on 3.5.3 and 5.1.0',
  },
  {
    programs: ['mender-auth', 'mender-update'],
    option: 'fallback-config',
    note: 'The file must exist, and `--data` must come before this option: after it, it replaces the fallback.',
    source:
      'mender@4.0.7:src/common/conf.hpp:154-163, mender@5.1.0:src/client_shared/conf.hpp:198-207; tried on 3.5.3 and 5.1.0',
  },
  {
    programs: ['mender-auth', 'mender-update'],
    option: 'data',
    note: 'The fallback configuration is now the mender.conf of this folder, not that of /var/lib/mender.',
    source:
      'mender@4.0.7:src/common/conf.hpp:154-163, mender@5.1.0:src/client_shared/conf.hpp:198-207; tried on 3.5.3 and 5.1.0',
  },
  {
    programs: ['mender-auth', 'mender-update'],
    option: 'log-file',
    note: 'The log goes to this file only; 3.x wrote to syslog as well, unless `--no-syslog` was given.',
    source: 'mender@3.5.3:cli/cli.go:682-699, mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:189-216',
  },
];
