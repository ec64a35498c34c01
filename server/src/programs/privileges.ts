/** Programs that run another one as another user, or with other rights. Options are those of the Debian 12 manuals. */
import { flags, type Program, takes } from './program.ts';

const program = { endsAtOperand: true, runs: { as: 'program' } } as const;
const afterOne = { endsAtOperand: true, runs: { as: 'program', operands: 1 } } as const;

export const privileges: readonly Program[] = [
  {
    ...program,
    names: ['sudo'],
    options: [
      ...takes('other', '-u --user', '-g --group', '-p --prompt', '-C --close-from', '-h --host', '-r --role'),
      ...takes('other', '-t --type', '-T --command-timeout', '-U --other-user', '-D --chdir', '-R --chroot'),
      ...flags('shell', '-s --shell', '-i --login'),
      ...flags('nothing', '-l --list', '-v --validate', '-e --edit'),
    ],
    runs: { as: 'program', assignments: true, shell: 'option' },
    inNames: true,
    here: true,
    quiet: true,
    before: 'sudo(?:[ \\t]+-[A-Za-z]+(?:[ \\t]+(?=-)|[ \\t]+[a-z]+(?=[ \\t]+\\/))?)*',
  },
  {
    ...program,
    names: ['doas'],
    options: [...takes('other', '-u', '-C'), ...flags('shell', '-s')],
    runs: { as: 'program', shell: 'option' },
    inNames: true,
  },
  { ...program, names: ['pkexec'], options: takes('other', '--user') },
  {
    names: ['su'],
    options: [
      ...takes('script', '-c --command', '--session-command'),
      ...takes('other', '-g --group', '-G --supp-group', '-s --shell', '-w --whitelist-environment'),
    ],
    runs: { as: 'option', operands: 1, shell: true },
  },
  {
    names: ['runuser'],
    options: [
      ...takes('script', '-c --command', '--session-command'),
      ...takes('other', '-u --user', '-g --group', '-G --supp-group', '-s --shell', '-w --whitelist-environment'),
    ],
    runs: { as: 'option', else: 'program' },
    endsAtOperand: true,
  },
  {
    ...program,
    names: ['setpriv'],
    options: takes('other', '--reuid', '--regid', '--groups', '--inh-caps', '--ambient-caps', '--bounding-set'),
  },
  // capsh(1): the words after `--` are the arguments of a shell.
  { names: ['capsh'], options: flags('script', '-c'), runs: { as: 'option' } },
  { ...afterOne, names: ['gosu'] },
  { ...afterOne, names: ['su-exec'] },
  // chpst(8), daemontools, and the counterparts in s6.
  {
    ...program,
    names: ['chpst'],
    options: takes('other', ...letters('uUbe/CnlLmdopfcrt')),
  },
  { ...afterOne, names: ['setuidgid', 's6-setuidgid'] },
  { ...afterOne, names: ['envuidgid'] },
  { ...afterOne, names: ['s6-envuidgid'], options: takes('other', '-u', '-g', '-i') },
  { ...program, names: ['fakeroot'] },
];

function letters(all: string): readonly string[] {
  return [...all].map(letter => `-${letter}`);
}
