/** Command lines of programs that run another program or a script: sudo, env, xargs, `sh -c`, ssh and the like. Data only. */
import { convertRunners, convertRunnersInside } from '../mender/tool-names.ts';
import type { OptionGrammar } from './options.ts';

export interface Wrapper extends OptionGrammar {
  /** Operands before what is run, such as the duration of `timeout`. */
  readonly operands?: number;
  /** `NAME=value` words before the program are its environment. */
  readonly assignments?: boolean;
  /**
   * `program`: the remaining words are a program and its arguments. `script`: one word is a script, several are a program.
   * An option's name: only with that option is there a script, and it is the first operand, or the option's value.
   */
  readonly runs: 'program' | 'script' | { readonly option: string; readonly otherwise?: 'program' };
  /** With one of these options nothing is run. */
  readonly unless?: readonly string[];
  /** The first operand has to be this word, or one of them. */
  readonly subcommand?: readonly string[];
  /** What is run ends before one of these words. */
  readonly until?: readonly string[];
  /** It adds arguments of its own to those of the program. */
  readonly appends?: true;
  /** With nothing to run it starts a shell, which reads its input; or only with one of these options. */
  readonly shell?: true | readonly string[];
}

const program = (short = '', more: Partial<Wrapper> = {}): Wrapper => ({
  short,
  runs: 'program',
  stopAtOperand: true,
  ...more,
});
export const shellScript: Wrapper = {
  short: 'oO',
  long: ['rcfile', 'init-file'],
  runs: { option: '-c' },
  stopAtOperand: true,
  shell: true,
};
/** at(1): the input is a script, with or without a time. */
const later: Wrapper = {
  short: 'qft',
  runs: { option: '' },
  unless: ['-l', '-r', '-d', '-c', '-f'],
  shell: true,
  operands: 9,
};
const scriptWords: Wrapper = { runs: 'script', stopAtOperand: true };
const ssh: Wrapper = {
  short: 'bcDEeFIiJLlmOopQRSWw',
  runs: 'script',
  operands: 1,
  stopAtOperand: true,
  shell: true,
};
/** Runs a command line on many hosts, which its options name. */
const onHosts = (short: string, long: readonly string[] = []): Wrapper => ({
  short,
  long,
  runs: 'script',
  stopAtOperand: true,
});
const inContainer = (more: Partial<Wrapper> = {}): Wrapper =>
  program('euwnfp', {
    long: [
      'env',
      'user',
      'workdir',
      'env-file',
      'detach-keys',
      'index',
      'namespace',
      'container',
      'file',
      'project-name',
    ],
    operands: 1,
    subcommand: ['exec', 'run'],
    ...more,
  });

/** By base name of the program. Options are those of the Debian 12 manuals. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  [
    'sudo',
    program('ugpChrtTUDR', {
      assignments: true,
      shell: ['-s', '-i', '--shell', '--login'],
      unless: ['-l', '-v', '-k', '-e'],
      long: [
        'user',
        'group',
        'prompt',
        'host',
        'chdir',
        'chroot',
        'close-from',
        'role',
        'type',
        'command-timeout',
        'other-user',
      ],
    }),
  ],
  ['doas', program('uC', { shell: ['-s'] })],
  ['pkexec', program('', { long: ['user'] })],
  ['env', program('uCS', { assignments: true, long: ['unset', 'chdir'] })],
  ['exec', program('a')],
  ['command', program('', { unless: ['-v', '-V'] })],
  ['builtin', program()],
  ['nohup', program()],
  ['nice', program('n', { long: ['adjustment'] })],
  ['ionice', program('cnpPu', { long: ['class', 'classdata'] })],
  ['chrt', program('TPD', { operands: 1 })],
  ['taskset', program('', { operands: 1 })],
  ['setsid', program()],
  ['stdbuf', program('ioe', { long: ['input', 'output', 'error'] })],
  ['timeout', program('sk', { operands: 1, long: ['signal', 'kill-after'] })],
  ['time', program('fo', { long: ['format', 'output'] })],
  ['unbuffer', program()],
  ['chronic', program()],
  ['chroot', program('', { operands: 1, long: ['userspec', 'groups'], shell: true })],
  ['arch-chroot', program('u', { operands: 1, shell: true })],
  [
    'systemd-nspawn',
    program('DiMu', { long: ['directory', 'image', 'machine', 'user', 'bind', 'setenv'], shell: true }),
  ],
  ['lxc-attach', program('nvPeFf', { long: ['name', 'set-var', 'lxcpath', 'elevated-privileges'], shell: true })],
  ['sshpass', program('pfdP')],
  ['busybox', program()],
  [
    'xargs',
    program('IiLlnPsdEea', {
      appends: true,
      long: ['replace', 'max-lines', 'max-args', 'max-procs', 'max-chars', 'delimiter', 'arg-file'],
    }),
  ],
  [
    'flock',
    {
      short: 'wE',
      long: ['wait', 'timeout', 'conflict-exit-code'],
      operands: 1,
      stopAtOperand: true,
      runs: { option: '-c', otherwise: 'program' },
    },
  ],
  ['strace', program('eoapsuESP')],
  ['valgrind', program()],
  ['faketime', program('', { operands: 1 })],
  ['setpriv', program('', { long: ['reuid', 'regid', 'groups', 'inh-caps', 'ambient-caps', 'bounding-set'] })],
  ['prlimit', program()],
  ['cgexec', program('g')],
  ['eatmydata', program()],
  [
    'systemd-run',
    program('pEuMHtS', {
      long: [
        'property',
        'setenv',
        'unit',
        'description',
        'slice',
        'service-type',
        'uid',
        'gid',
        'nice',
        'on-active',
        'on-boot',
        'on-calendar',
        'working-directory',
      ],
    }),
  ],
  ['systemd-cat', program('tp', { long: ['identifier', 'priority', 'stderr-priority', 'level-prefix'] })],
  ['systemd-inhibit', program('', { long: ['what', 'who', 'why', 'mode'] })],
  // chpst(8), daemontools, and what s6 calls the same.
  ['chpst', program('uUbe/CnlLmdopfcrt')],
  ['setuidgid', program('', { operands: 1 })],
  ['s6-setuidgid', program('', { operands: 1 })],
  ['envuidgid', program('', { operands: 1 })],
  ['s6-envuidgid', program('ugi', { operands: 1 })],
  ['envdir', program('', { operands: 1 })],
  ['s6-envdir', program('v', { operands: 1 })],
  ['softlimit', program('adfclmoprst')],
  ['s6-softlimit', program('adfclmoprst')],
  ['setlock', program('', { operands: 1 })],
  ['s6-setlock', program('t', { operands: 1 })],
  ['pgrphack', program()],
  // What a container starts first.
  ['tini', program('pe')],
  ['dumb-init', program('r', { long: ['rewrite'] })],
  ['catatonit', program()],
  ['with-contenv', program()],
  ['logsave', program('', { operands: 1 })],
  ['proot', program('rbmqwviRSk', { long: ['rootfs', 'bind', 'mount', 'qemu', 'pwd', 'cwd', 'kernel-release'] })],
  // capsh(1): what is behind `--` are the arguments of a shell.
  ['capsh', { runs: { option: '-c' } }],
  ['gosu', program('', { operands: 1 })],
  ['su-exec', program('', { operands: 1 })],
  ['nsenter', program('tSG', { long: ['target', 'setuid', 'setgid'], shell: true })],
  ['unshare', program('SG', { shell: true })],
  ['dbus-run-session', program()],
  ['fakeroot', program()],
  ['screen', program('cehpSstT')],
  [
    'tmux',
    {
      short: 'cefFLnSstxy',
      runs: 'script',
      stopAtOperand: true,
      subcommand: ['new-session', 'new', 'new-window', 'neww', 'split-window', 'splitw', 'send-keys', 'send'],
      until: ['Enter', 'KPEnter', 'C-m', 'C-M'],
    },
  ],
  ['machinectl', program('M', { operands: 1, subcommand: ['shell'], long: ['uid', 'setenv', 'machine'] })],
  [
    'runuser',
    {
      short: 'cgGsuw',
      long: ['command', 'user', 'group', 'shell'],
      runs: { option: '-c', otherwise: 'program' },
      stopAtOperand: true,
    },
  ],
  [
    'su',
    {
      short: 'cgGsw',
      long: ['command', 'group', 'shell', 'session-command'],
      runs: { option: '-c' },
      operands: 1,
      shell: true,
    },
  ],
  ['sh', shellScript],
  ['bash', shellScript],
  ['dash', shellScript],
  ['ash', shellScript],
  ['zsh', shellScript],
  ['ksh', shellScript],
  ['ssh', ssh],
  ['autossh', { ...ssh, short: `${ssh.short}M` }],
  [
    'mosh',
    program('p', { operands: 1, long: ['port', 'ssh', 'client', 'server', 'predict', 'family', 'bind-server'] }),
  ],
  [
    'plink',
    {
      ...ssh,
      short: '',
      singleDash: true,
      long: ['P', 'l', 'pw', 'pwfile', 'i', 'm', 'D', 'L', 'R', 'nc', 'load', 'hostkey', 'proxycmd', 'sshlog'],
    },
  ],
  ['vagrant', { short: 'c', long: ['command'], subcommand: ['ssh'], runs: { option: '-c' } }],
  ...['pssh', 'parallel-ssh'].map(
    name => [name, onHosts('hHlpoetOxX', ['hosts', 'host', 'user', 'par', 'outdir', 'errdir', 'timeout'])] as const,
  ),
  ['pdsh', onHosts('wxltufgXRM')],
  ['clush', onHosts('wxgXlfuot', ['hostfile', 'user', 'fanout', 'worker', 'options'])],
  [
    'parallel',
    {
      short: 'jaIudSPnNLEC',
      long: [
        'jobs',
        'max-procs',
        'arg-file',
        'sshlogin',
        'sshloginfile',
        'colsep',
        'delay',
        'retries',
        'timeout',
        'joblog',
        'results',
        'tagstring',
        'max-args',
        'load',
        'tmpdir',
        'workdir',
      ],
      runs: 'script',
      stopAtOperand: true,
      until: [':::', ':::+', '::::', '::::+'],
      appends: true,
    },
  ],
  ['watch', { short: 'nq', long: ['interval'], runs: 'script', stopAtOperand: true }],
  ['at', later],
  ['batch', later],
  ['eval', scriptWords],
  ['trap', { ...scriptWords, unless: ['-l', '-p'] }],
  ['script', { short: 'cEIoOBmt', long: ['command'], runs: { option: '-c' } }],
  ['docker', inContainer()],
  ['podman', inContainer()],
  ['docker-compose', inContainer()],
  ...['balena', 'balena-engine', 'nerdctl'].map(name => [name, inContainer()] as const),
  ['lxc', inContainer()],
  ['kubectl', inContainer({ short: 'cn', subcommand: ['exec'] })],
  ['adb', { short: 's', runs: 'script', stopAtOperand: true, subcommand: ['shell'], shell: true }],
  // pi-gen's on_chroot, Debian's in-target, and what others call the same: the folder is known to the function.
  ...['on_chroot', 'in_chroot', 'in-chroot', 'in_target', 'in-target'].map(
    name => [name, { ...scriptWords, shell: true } satisfies Wrapper] as const,
  ),
  // curtin(1), in what Ubuntu's installer is told to run.
  ['curtin', program('t', { long: ['target'], subcommand: ['in-target'] })],
  // Armbian: the first takes a command line, the second a folder before it.
  ['chroot_sdcard', { ...scriptWords, shell: true }],
  ['chroot_custom', { ...scriptWords, operands: 1, shell: true }],
  ['chroot_mount', { ...scriptWords, shell: true }],
  ...convertRunners.map(name => [name, scriptWords] as const),
  ...convertRunnersInside.map(name => [name, { ...scriptWords, operands: 1 }] as const),
]);
