/**
 * Command-line grammars of the Mender programs: which options each takes, where, and how its parser reads them.
 * Data only; the tables were checked against the real parsers of 3.5.3, 4.0.7 and 5.1.0.
 */
import type { Lifetime, Version } from './version.ts';

/**
 * `go`: Go's flag package below urfave/cli. One dash or two, `--flag=true`, a value may begin with a dash.
 * `strict`: the C++ parser, mender@5.1.0:src/client_shared/conf/conf.cpp:73-146. Exactly `--long` or `-s`,
 * flags take no value, a separate value must not begin with a dash.
 */
export type Dialect = 'go' | 'strict';

export interface OptionSpec extends Lifetime {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Other long names. */
  readonly aliases?: readonly string[];
  /** What its value is; absent for a flag. */
  readonly value?: 'text' | 'level' | 'number';
  /** All that it can be, where its parser compares. */
  readonly values?: readonly ValueSpec[];
  /** Set for a name that a newer one replaces: the release, and the newer name. From `until` on, only that one is left. */
  readonly deprecated?: { readonly since: Version; readonly use: string };
  /** Given after this other option, it takes the place of its value. */
  readonly replaces?: string;
  /** The option is declared, but no way to write it works: why. */
  readonly unusable?: string;
  /** It names a file that the program alone may have. */
  readonly unshared?: true;
  /** The parser takes an empty value, or one that begins with a dash. */
  readonly lenient?: readonly ('empty' | 'dash')[];
}

/** One of the values of an option. */
export interface ValueSpec extends Lifetime {
  readonly name: string;
  /** What takes its place when it is gone. */
  readonly use?: string;
}

export interface CommandSpec extends Lifetime {
  readonly name: string;
  readonly options: readonly OptionSpec[];
  /** How many operands; `ignored` means that more than `operands` are read over. */
  readonly operands: number | 'any';
  readonly ignoresExtraOperands?: boolean;
  /** What it prints is an answer; all others log. */
  readonly answers?: true;
  /** It needs the services of the client, or what they keep. */
  readonly needsService?: true;
}

export interface ProgramSpec extends Lifetime {
  readonly name: string;
  readonly dialect: Dialect;
  /** Options that stand before the subcommand. */
  readonly globals: readonly OptionSpec[];
  readonly commands: readonly CommandSpec[];
  /** The program is the command: options and operands follow its name. */
  readonly commandless?: boolean;
  /** The subcommand of the old program that it is as a whole. */
  readonly succeeds?: string;
  /** It never speaks to the server. */
  readonly local?: true;
  /** Option values the parser refuses when empty or beginning with a dash, for the whole program. */
  readonly refusesEmptyValues?: boolean;
}

const config: OptionSpec = { name: 'config', short: 'c', value: 'text' };
const fallbackConfig: OptionSpec = { name: 'fallback-config', short: 'b', value: 'text' };
const data: OptionSpec = { name: 'data', short: 'd', value: 'text' };
/** Each program cuts off what is in the file: mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:189-216. */
const logFile: OptionSpec = { name: 'log-file', short: 'L', value: 'text', unshared: true };

/**
 * Log levels of the C++ parser, mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:74-90, and what 3.x took beside
 * them, in any case: mender@3.5.3:vendor/github.com/sirupsen/logrus/logrus.go:25-45.
 */
const logLevels: readonly ValueSpec[] = [
  { name: 'trace' },
  { name: 'debug' },
  { name: 'info' },
  { name: 'warning' },
  { name: 'error' },
  { name: 'fatal' },
  { name: 'warn', until: '4.0', use: 'warning' },
  { name: 'panic', until: '4.0', use: 'fatal' },
];

const logLevel: OptionSpec = { name: 'log-level', short: 'l', value: 'level', values: logLevels };
const trustedCerts: OptionSpec = { name: 'trusted-certs', short: 'E', value: 'text' };
const skipVerify: OptionSpec = { name: 'skipverify' };
const help: OptionSpec = { name: 'help', short: 'h' };
const version: OptionSpec = { name: 'version', short: 'v' };
const forceBootstrap: OptionSpec = { name: 'forcebootstrap', short: 'F' };
const rebootExitCode: OptionSpec = { name: 'reboot-exit-code' };
const stopBefore: OptionSpec = { name: 'stop-before', value: 'text', since: '5.0' };

const setupOptions: readonly OptionSpec[] = [
  config,
  data,
  { name: 'device-type', value: 'text' },
  { name: 'username', value: 'text' },
  { name: 'password', value: 'text', lenient: ['dash'] },
  { name: 'server-url', aliases: ['url'], value: 'text' },
  { name: 'server-ip', value: 'text' },
  { name: 'server-cert', short: 'E', value: 'text', lenient: ['empty', 'dash'] },
  { name: 'tenant-token', value: 'text', lenient: ['dash'] },
  { name: 'inventory-poll', value: 'number' },
  { name: 'retry-poll', value: 'number' },
  { name: 'update-poll', value: 'number' },
  { name: 'hosted-mender' },
  { name: 'demo' },
  { name: 'demo-server' },
  { name: 'demo-polling' },
  { name: 'quiet' },
  help,
];

const dumpOptions: readonly OptionSpec[] = [
  { name: 'source', value: 'text' },
  { name: 'quiet', short: 'q' },
  { name: 'compression', short: 'C', value: 'text' },
  help,
];

/**
 * Where packages put the old binary, below whatever root, which may be a null character for a text not known. What a project
 * has in a folder `bin` of its own is another program of the name.
 */
export const oldProgramPath = /(?:(?:^|[/\0])usr\/(?:local\/)?|^\0?\/)s?bin\/(mender)$/;

/** mender@3.5.3:cli/cli.go:130-439 */
export const oldProgram: ProgramSpec = {
  name: 'mender',
  until: '4.0',
  dialect: 'go',
  globals: [
    config,
    fallbackConfig,
    data,
    logFile,
    logLevel,
    trustedCerts,
    skipVerify,
    forceBootstrap,
    { name: 'no-syslog' },
    { name: 'passphrase-file', value: 'text' },
    // Flags of 1.x and 2.x that took a value or stood before a command: mender@1.7.1:main.go, mender@2.6.1:cli/cli.go:84-113.
    { name: 'log-modules', short: 'm', value: 'text' },
    { name: 'debug' },
    { name: 'info' },
    help,
    version,
  ],
  commands: [
    { name: 'bootstrap', operands: 0, options: [forceBootstrap, help] },
    { name: 'check-update', operands: 0, ignoresExtraOperands: true, options: [help] },
    { name: 'commit', operands: 0, options: [help] },
    { name: 'daemon', operands: 0, options: [help] },
    {
      name: 'install',
      operands: 1,
      ignoresExtraOperands: true,
      options: [rebootExitCode, { name: 'passphrase-file', value: 'text' }, { name: 'f' }, help],
    },
    { name: 'rollback', operands: 0, options: [help] },
    { name: 'send-inventory', operands: 0, ignoresExtraOperands: true, options: [help] },
    { name: 'setup', operands: 0, options: setupOptions },
    { name: 'snapshot', operands: 'any', options: [help] },
    { name: 'snapshot dump', operands: 'any', options: dumpOptions },
    { name: 'snapshot help', operands: 'any', options: [] },
    { name: 'show-artifact', operands: 0, options: [help] },
    { name: 'show-provides', operands: 0, options: [help] },
  ],
};

/** mender@5.1.0:src/client_shared/conf/conf_cli_help.cpp:44-100 */
const clientGlobals: readonly OptionSpec[] = [
  config,
  fallbackConfig,
  // The folder's own mender.conf becomes the fallback: mender@4.0.7:src/common/conf.hpp:154-163,
  // mender@5.1.0:src/client_shared/conf.hpp:198-207.
  { ...data, deprecated: { since: '5.0', use: 'datastore' }, replaces: 'fallback-config' },
  { name: 'datastore', short: 'd', value: 'text', since: '5.0', replaces: 'fallback-config' },
  logFile,
  logLevel,
  trustedCerts,
  skipVerify,
  help,
  version,
];

/** mender@5.1.0:src/mender-auth/cli/cli.cpp:52-57: declared without `.parameter`, in every release since 4.0.0. */
const passphraseFile: OptionSpec = {
  name: 'passphrase-file',
  unusable: 'mender-auth declares it as a flag, so every way of giving it a file is rejected',
};

/** mender@4.0.7:src/mender-auth/cli/cli.cpp:42-79, the same in 5.1.0 */
const menderAuth: ProgramSpec = {
  name: 'mender-auth',
  since: '4.0',
  dialect: 'strict',
  globals: clientGlobals,
  commands: [
    { name: 'bootstrap', operands: 0, options: [forceBootstrap, passphraseFile, help] },
    { name: 'daemon', operands: 0, options: [forceBootstrap, passphraseFile, help] },
  ],
};

/** mender@5.1.0:src/mender-update/cli/cli.cpp:38-158; 4.0.7:34-99 lacks what is there since 5.0 */
const menderUpdate: ProgramSpec = {
  name: 'mender-update',
  since: '4.0',
  dialect: 'strict',
  globals: clientGlobals,
  commands: [
    { name: 'check-update', operands: 0, needsService: true, options: [help] },
    { name: 'commit', operands: 0, needsService: true, options: [stopBefore, help] },
    { name: 'daemon', operands: 0, options: [help] },
    { name: 'install', operands: 1, needsService: true, options: [rebootExitCode, stopBefore, help] },
    { name: 'resume', operands: 0, since: '5.0', options: [rebootExitCode, stopBefore, help] },
    { name: 'rollback', operands: 0, needsService: true, options: [stopBefore, help] },
    { name: 'send-inventory', operands: 0, needsService: true, options: [help] },
    { name: 'show-artifact', operands: 0, answers: true, options: [help] },
    { name: 'show-provides', operands: 0, answers: true, options: [help] },
  ],
};

/** Options that two programs cannot be given alike. */
export const unsharedOptions: readonly OptionSpec[] = clientGlobals.filter(({ unshared }) => unshared);

/** The one that has most of what the old program did. */
export const updateProgram = menderUpdate.name;

/** What fails, or says something else, while the services are stopped. */
export const commandsOfService: readonly string[] = menderUpdate.commands
  .filter(({ needsService }) => needsService)
  .map(({ name }) => name);

/** Commands whose log lines, on standard error, somebody may look at. */
export const loggingCommands: readonly string[] = [menderAuth, menderUpdate].flatMap(({ commands }) =>
  commands.filter(({ answers }) => !answers).map(({ name }) => name),
);

/** mender-setup@1.0.3:cli/cli.go:63-208 */
const menderSetup: ProgramSpec = {
  name: 'mender-setup',
  since: '4.0',
  succeeds: 'setup',
  local: true,
  dialect: 'go',
  globals: [],
  commandless: true,
  refusesEmptyValues: true,
  commands: [{ name: '', operands: 0, options: [...setupOptions, logLevel, version] }],
};

/** mender-snapshot@1.0.0:cli/cli.go:70-125 */
const menderSnapshot: ProgramSpec = {
  name: 'mender-snapshot',
  since: '4.0',
  succeeds: 'snapshot',
  local: true,
  dialect: 'go',
  globals: [logLevel, help, version],
  commands: [
    { name: 'dump', operands: 'any', options: [data, ...dumpOptions] },
    { name: 'help', operands: 'any', options: [] },
  ],
};

export const newPrograms: readonly ProgramSpec[] = [menderAuth, menderUpdate, menderSetup, menderSnapshot];

const newProgramsByName: ReadonlyMap<string, ProgramSpec> = new Map(
  newPrograms.map(program => [program.name, program]),
);

export function newProgram(name: string): ProgramSpec | undefined {
  return newProgramsByName.get(name);
}

/** Those that speak to the server. */
export const serverPrograms: readonly string[] = [oldProgram, ...newPrograms]
  .filter(({ local }) => !local)
  .map(({ name }) => name);

/** Of either generation, by their names. */
export const clientPrograms: readonly string[] = [oldProgram.name, ...newPrograms.map(({ name }) => name)];
