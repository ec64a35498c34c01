/**
 * Command-line grammars of the Mender programs: which options each accepts, where, and how its parser reads them. Data
 * only; the tables were checked against the real parsers of 3.5.3, 4.0.7 and 5.1.0.
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
  /** The type of its value; absent for a flag. */
  readonly value?: 'text' | 'level' | 'number';
  /** All possible values, where its parser compares them. */
  readonly values?: readonly ValueSpec[];
  /**
   * Set for a name that a newer one replaces: the release, and the newer name. From `until` on, only the newer one
   * exists.
   */
  readonly deprecated?: { readonly since: Version; readonly use: string };
  /** After this other option, it overrides its value. */
  readonly replaces?: string;
  /** The option is declared, but no spelling of it works: the reason. */
  readonly unusable?: string;
  /** It names a file that two programs must not share. */
  readonly unshared?: true;
  /** The parser accepts an empty value, or one that begins with a dash. */
  readonly lenient?: readonly ('empty' | 'dash')[];
}

/** One of the values of an option. */
export interface ValueSpec extends Lifetime {
  readonly name: string;
  /** Its replacement when it is gone. */
  readonly use?: string;
}

export interface CommandSpec extends Lifetime {
  readonly name: string;
  readonly options: readonly OptionSpec[];
  /** Number of operands; `ignored`: further ones are accepted and ignored. */
  readonly operands: number | 'any';
  readonly ignoresExtraOperands?: boolean;
  /** Its output is an answer; all others log. */
  readonly answers?: true;
  /** It needs the services of the client, or their data. */
  readonly needsService?: true;
}

export interface ProgramSpec extends Lifetime {
  readonly name: string;
  readonly dialect: Dialect;
  /** Options before the subcommand. */
  readonly globals: readonly OptionSpec[];
  readonly commands: readonly CommandSpec[];
  /** The program has no subcommand: options and operands follow its name. */
  readonly commandless?: boolean;
  /** The subcommand of the old program that it replaces as a whole. */
  readonly succeeds?: string;
  /** It never connects to the server. */
  readonly local?: true;
  /** The parser refuses option values that are empty or begin with a dash, for the whole program. */
  readonly refusesEmptyValues?: boolean;
}

const config: OptionSpec = { name: 'config', short: 'c', value: 'text' };
const fallbackConfig: OptionSpec = { name: 'fallback-config', short: 'b', value: 'text' };
const data: OptionSpec = { name: 'data', short: 'd', value: 'text' };
/** Each program truncates the file: mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:189-216. */
const logFile: OptionSpec = { name: 'log-file', short: 'L', value: 'text', unshared: true };

/**
 * Log levels of the C++ parser, mender@4.0.7:src/common/log/platform/boost/boost_log.cpp:74-90, and the additional ones
 * of 3.x, ignoring case: mender@3.5.3:vendor/github.com/sirupsen/logrus/logrus.go:25-45.
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
 * Where packages install the old binary, below any root, which may be a null character for unknown text. In a project's
 * own folder `bin` it is another program with that name.
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
    // Flags of 1.x and 2.x that took a value or preceded a command: mender@1.7.1:main.go,
    // mender@2.6.1:cli/cli.go:84-113.
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

/** mender@5.1.0:src/mender-update/cli/cli.cpp:38-158; 4.0.7:34-99 lacks the additions of 5.0 */
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

/** Options whose value two programs must not share. */
export const unsharedOptions: readonly OptionSpec[] = clientGlobals.filter(({ unshared }) => unshared);

/** The one that does most of what the old program did. */
export const updateProgram = menderUpdate.name;

/** Commands that fail, or give another result, while the services are stopped. */
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

/** Programs that connect to the server. */
export const serverPrograms: readonly string[] = [oldProgram, ...newPrograms]
  .filter(({ local }) => !local)
  .map(({ name }) => name);

/** Names of the programs of both generations. */
export const clientPrograms: readonly string[] = [oldProgram.name, ...newPrograms.map(({ name }) => name)];
