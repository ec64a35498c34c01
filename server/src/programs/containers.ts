/** Programs that run another one in another root folder, in a container, or on a virtual machine. */
import { convertRunners, convertRunnersInside } from '../mender/tool-names.ts';
import { type Program, type Running, takes } from './program.ts';

const program = { endsAtOperand: true, runs: { as: 'program' } } as const;

const containerOptions = [
  ...takes('other', '-e --env', '-u --user', '-w --workdir', '--env-file', '--detach-keys', '--index'),
  ...takes('other', '-n --namespace', '--container', '-f --file', '-p --project-name'),
];
const inContainer: Running = { as: 'program', operands: 1, subcommand: ['exec', 'run'] };
const beforeExec = (name: string) => `${name}[ \\t]+exec(?:[ \\t]+-\\S+)*[ \\t]+(?!-)\\S+(?:[ \\t]+--)?`;

/** Nothing of theirs is reported: their lines only must not be mistaken for sentences. */
const prose = {
  verbs: /^(?!(?:a|an|the|it|is|are|that|this|to|of|for|sure|in|on|and|or|with|you|your|not)$)/,
  most: 4,
  alone: true,
} as const;

export const containers: readonly Program[] = [
  {
    ...program,
    names: ['chroot'],
    options: takes('other', '--userspec', '--groups'),
    runs: { as: 'program', operands: 1, shell: true },
    inNames: 'folder',
    before: 'chroot[ \\t]+\\S+',
  },
  {
    ...program,
    names: ['arch-chroot'],
    options: takes('other', '-u'),
    runs: { as: 'program', operands: 1, shell: true },
  },
  {
    ...program,
    names: ['systemd-nspawn'],
    options: takes('other', '-D --directory', '-i --image', '-M --machine', '-u --user', '--bind', '-E --setenv'),
    runs: { as: 'program', shell: true },
  },
  {
    ...program,
    names: ['lxc-attach'],
    options: [
      ...takes('other', '-n --name', '-v --set-var', '-P --lxcpath', '-e --elevated-privileges'),
      ...takes('other', '-f --rcfile'),
    ],
    runs: { as: 'program', shell: true },
  },
  {
    ...program,
    names: ['proot'],
    options: [
      ...takes('other', '-r --rootfs', '-b --bind', '-m --mount', '-q --qemu', '-w --pwd --cwd', '-v', '-i'),
      ...takes('other', '-R', '-S', '-k --kernel-release'),
    ],
  },
  {
    ...program,
    names: ['nsenter'],
    options: takes('other', '-t --target', '-S --setuid', '-G --setgid'),
    runs: { as: 'program', shell: true },
  },
  {
    ...program,
    names: ['unshare'],
    options: takes('other', '-S --setuid', '-G --setgid'),
    runs: { as: 'program', shell: true },
  },
  {
    ...program,
    names: ['machinectl'],
    options: takes('other', '-M --machine', '--uid', '-E --setenv'),
    runs: { as: 'program', operands: 1, subcommand: ['shell'] },
  },
  { ...program, names: ['docker'], options: containerOptions, runs: inContainer, prose, before: beforeExec('docker') },
  { ...program, names: ['podman'], options: containerOptions, runs: inContainer, prose, before: beforeExec('podman') },
  {
    ...program,
    names: ['docker-compose', 'balena', 'balena-engine', 'nerdctl', 'lxc'],
    options: containerOptions,
    runs: inContainer,
  },
  {
    ...program,
    names: ['kubectl'],
    options: [
      ...takes('other', '-c --container', '-n --namespace', '--env', '--user', '--workdir', '--env-file'),
      ...takes('other', '--detach-keys', '--index', '--file', '--project-name'),
    ],
    runs: { ...inContainer, subcommand: ['exec'] },
    before: beforeExec('kubectl'),
  },
  // on_chroot of pi-gen, in-target of Debian, and similar functions: they know the folder themselves.
  {
    names: ['on_chroot', 'in_chroot', 'in-chroot', 'in_target', 'in-target'],
    endsAtOperand: true,
    runs: { as: 'script', shell: true },
  },
  // curtin(1), in commands for Ubuntu's installer.
  {
    ...program,
    names: ['curtin'],
    options: takes('other', '-t --target'),
    runs: { as: 'program', subcommand: ['in-target'] },
  },
  // Armbian: one takes a command line, the other a folder before it.
  { names: ['chroot_sdcard', 'chroot_mount'], endsAtOperand: true, runs: { as: 'script', shell: true } },
  { names: ['chroot_custom'], endsAtOperand: true, runs: { as: 'script', operands: 1, shell: true } },
  // mender-convert's own function that logs what it runs: mender-convert@5.2.1:modules/run.sh
  { names: convertRunners, endsAtOperand: true, runs: { as: 'script' } },
  // mender-convert@5.2.1:modules/chroot.sh, whose functions take the folder first.
  {
    names: convertRunnersInside,
    endsAtOperand: true,
    runs: { as: 'script', operands: 1 },
  },
];
