/**
 * Functions of libraries that run a command, look for a program, or act on a service, a package or a file, by language.
 * Data only: how they are used is decided in call-usage.ts.
 */
import type { SourceLanguage } from '../languages/program-strings/source-text.ts';

/** What a function does with an argument. */
export type RunnerAction =
  /** A text is a shell script; a list, or a text of one word before a list, is a program with its arguments. */
  | 'runs'
  /** All arguments from there on are a program and its arguments. */
  | 'runs words'
  /** execve(2): a program, the name that it gets, and its arguments. */
  | 'runs as'
  /** Each item of a list is a shell script. */
  | 'runs each'
  /** The function is named after the program. */
  | 'is the program'
  /** A line that is typed, if it ends with a line end. */
  | 'types'
  | 'finds program'
  | 'finds file'
  | 'names file'
  | 'reads file'
  /** The second argument says how: for reading, or creating it if there is none. */
  | 'opens file'
  | 'names service'
  | 'names package'
  | 'asks service'
  | 'asks package'
  /** The argument after the name of a method of systemd's manager. */
  | 'calls method';

export interface Runner {
  readonly action: RunnerAction;
  readonly languages: readonly SourceLanguage[];
  /** The last names of its path: `subprocess.run`; `*.run` is a method of any object. */
  readonly callees: readonly string[];
  /** Index of the argument; 0 by default. */
  readonly at?: number;
  /** Names by which the argument can be given instead. */
  readonly names?: readonly string[];
  /** The name of the argument list, for a program with a list of its arguments. */
  readonly rest?: string;
  /** The file must import one of these. */
  readonly imports?: RegExp;
  /** The number of arguments it must have. */
  readonly count?: number;
}

const python = ['python'] as const;
const javascript = ['javascript'] as const;
const go = ['go'] as const;
const cpp = ['cpp'] as const;
const php = ['php'] as const;
const all = ['python', 'javascript', 'go', 'cpp', 'php'] as const;

/** One entry for functions that differ in nothing else. */
function rule(
  languages: readonly SourceLanguage[],
  action: RunnerAction,
  callees: string,
  more: Omit<Runner, 'languages' | 'action' | 'callees'> = {},
): Runner {
  return { languages, action, callees: callees.split(' '), ...more };
}

const units =
  'StartUnit StopUnit RestartUnit TryRestartUnit ReloadUnit ReloadOrRestartUnit ReloadOrTryRestartUnit KillUnit ResetFailedUnit LoadUnit GetUnit EnableUnitFiles DisableUnitFiles MaskUnitFiles UnmaskUnitFiles GetUnitFileState';

/** `RestartUnit`, `StopUnitContext`: methods of org.freedesktop.systemd1.Manager. */
export const unitMethods: ReadonlySet<string> = new Set(units.split(' '));

export const runners: readonly Runner[] = [
  rule(
    python,
    'runs',
    'subprocess.run subprocess.call subprocess.check_call subprocess.check_output subprocess.Popen subprocess.getoutput subprocess.getstatusoutput check_call check_output Popen getoutput getstatusoutput',
    { names: ['args', 'cmd'] },
  ),
  rule(
    python,
    'runs',
    'os.system os.popen asyncio.create_subprocess_shell commands.getoutput pexpect.spawn pexpect.spawnu pexpect.run pexpect.runu popen_spawn.PopenSpawn ptyprocess.PtyProcess.spawn delegator.run *.sendline *.exec_command *.run_command *.check_output',
    { names: ['command', 'cmd', 'args'] },
  ),
  // Fabric, Invoke and testinfra.
  rule(
    python,
    'runs',
    'fabric.run fabric.sudo fabric.local api.run api.sudo api.local operations.run operations.sudo invoke.run invoke.sudo host.run host.check_output host.run_test host.run_expect c.run c.sudo c.local ctx.run conn.run conn.sudo connection.run connection.sudo',
    { names: ['command'] },
  ),
  rule(python, 'runs words', 'asyncio.create_subprocess_exec'),
  rule(
    python,
    'runs as',
    'os.execl os.execlp os.execle os.execlpe os.execv os.execvp os.execve os.execvpe os.posix_spawn os.posix_spawnp',
  ),
  rule(python, 'runs as', 'os.spawnl os.spawnlp os.spawnle os.spawnlpe os.spawnv os.spawnvp os.spawnve os.spawnvpe', {
    at: 1,
  }),
  rule(python, 'is the program', 'sh.*', { imports: /^sh$/ }),
  rule(
    python,
    'types',
    'ser.write serial.write uart.write console.write tty.write port.write child.send chan.send channel.send tn.write telnet.write stdin.write',
  ),
  rule(python, 'finds program', 'shutil.which which spawn.find_executable find_executable'),
  rule(python, 'finds file', 'path.exists path.lexists path.isfile path.islink os.stat os.lstat os.access'),
  rule(python, 'finds file', 'host.file'),
  rule(python, 'opens file', 'open io.open codecs.open', { names: ['file', 'filename'] }),
  rule(python, 'asks service', 'host.service'),
  rule(python, 'asks package', 'host.package'),
  // pyinfra: each operation is named after the module of its kind.
  rule(python, 'runs each', 'server.shell', { names: ['commands'] }),
  rule(python, 'names service', 'systemd.service server.service sysvinit.service', {
    names: ['service'],
    imports: /pyinfra/,
  }),
  rule(python, 'names package', 'apt.packages server.packages', { names: ['packages'], imports: /pyinfra/ }),
  rule(python, 'names package', 'apt.deb', { names: ['src'], imports: /pyinfra/ }),
  rule(python, 'names file', 'files.file files.put files.template files.line files.link', {
    names: ['path', 'dest'],
    imports: /pyinfra/,
  }),

  rule(
    javascript,
    'runs',
    'child_process.exec child_process.execSync child_process.spawn child_process.spawnSync child_process.execFile child_process.execFileSync execSync spawnSync execFile execFileSync execa.execa execa.execaSync execa.execaCommand execa.execaCommandSync execa.command execa.default execa execaSync execaCommand execaCommandSync shelljs.exec shell.exec cockpit.spawn cockpit.script Bun.spawn Bun.spawnSync Deno.run Deno.Command conn.exec ssh.execCommand *.execCommand cy.exec',
    { names: ['cmd'], rest: 'args' },
  ),
  rule(javascript, 'runs', '$ *.$ zx.$'),
  rule(javascript, 'finds program', 'which.sync which shelljs.which shell.which commandExists.sync'),
  rule(
    javascript,
    'finds file',
    'fs.existsSync fs.accessSync fs.statSync fs.lstatSync fs.access fs.stat existsSync accessSync statSync',
  ),

  rule(
    javascript,
    'reads file',
    'fs.readFile fs.readFileSync fs.createReadStream readFileSync readFile promises.readFile fsPromises.readFile Deno.readTextFile Deno.readTextFileSync Bun.file',
  ),

  rule(go, 'runs words', 'exec.Command'),
  rule(go, 'runs words', 'exec.CommandContext', { at: 1 }),
  rule(go, 'runs as', 'exec.Cmd', { at: Number.POSITIVE_INFINITY, names: ['Path'], rest: 'Args' }),
  rule(go, 'runs as', 'syscall.Exec syscall.ForkExec unix.Exec os.StartProcess'),
  rule(go, 'runs', '*.Run *.Output *.CombinedOutput *.Start', { imports: /^golang\.org\/x\/crypto\/ssh$/, count: 1 }),
  rule(go, 'finds program', 'exec.LookPath'),
  rule(go, 'finds file', 'os.Stat os.Lstat'),
  rule(go, 'reads file', 'os.Open os.ReadFile ioutil.ReadFile'),

  rule(
    cpp,
    'runs',
    'system std.system popen _popen g_spawn_command_line_sync g_spawn_command_line_async process.system bp.system process.child bp.child',
  ),
  rule(cpp, 'runs as', 'execl execlp execle execv execvp execve execvpe'),
  rule(cpp, 'runs as', 'posix_spawn posix_spawnp', { at: 1, rest: '4' }),
  rule(cpp, 'runs', 'QProcess.execute QProcess.startDetached QProcess.startCommand *.startCommand *.startDetached'),
  rule(cpp, 'runs', '*.start', { imports: /(?:^|\/)QProcess$/ }),
  rule(cpp, 'finds program', 'QStandardPaths.findExecutable search_path process.search_path'),
  rule(cpp, 'finds file', 'access stat lstat filesystem.exists fs.exists QFile.exists QFileInfo.exists g_file_test'),
  rule(cpp, 'opens file', 'fopen std.fopen'),
  rule(cpp, 'reads file', 'g_file_get_contents'),

  rule(
    php,
    'runs',
    '` exec shell_exec system passthru popen proc_open Process.fromShellCommandline Process ssh2_exec_local',
  ),
  rule(php, 'runs', 'ssh2_exec', { at: 1 }),
  rule(php, 'runs as', 'pcntl_exec'),
  rule(php, 'finds file', 'file_exists is_file is_executable is_link'),
  rule(php, 'opens file', 'fopen'),
  rule(php, 'reads file', 'file_get_contents readfile parse_ini_file'),

  rule(all, 'names service', [...unitMethods].flatMap(name => [`*.${name}`, `*.${name}Context`]).join(' ')),
  rule(
    all,
    'calls method',
    '*.call *.Call *.CallWithContext *.callWithArgumentList *.asyncCall *.call_sync *.callMethod *.call_method *.Go',
  ),
];
