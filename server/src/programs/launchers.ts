/** Programs that run another one in other surroundings: its environment, priority, time, terminal, limits. */
import { flags, mayTake, type Program, takes } from './program.ts';
import { screenWindow } from './told-otherwise.ts';

const program = { endsAtOperand: true, runs: { as: 'program' } } as const;
const afterOne = { endsAtOperand: true, runs: { as: 'program', operands: 1 } } as const;

export const launchers: readonly Program[] = [
  {
    ...program,
    names: ['env'],
    options: takes('other', '-u --unset', '-C --chdir', '-S --split-string'),
    runs: { as: 'program', assignments: true },
    before: 'env(?:[ \\t]+\\w+=\\S*)+',
  },
  { ...program, names: ['nohup'], here: true, before: 'nohup' },
  { ...program, names: ['nice'], options: takes('other', '-n --adjustment') },
  {
    ...program,
    names: ['ionice'],
    options: takes('other', '-c --class', '-n --classdata', '-p --pid', '-P --pgid', '-u --uid'),
  },
  {
    ...afterOne,
    names: ['chrt'],
    options: takes('other', '-T --sched-runtime', '-P --sched-period', '-D --sched-deadline'),
  },
  { ...afterOne, names: ['taskset'] },
  { ...program, names: ['setsid'] },
  { ...program, names: ['stdbuf'], options: takes('other', '-i --input', '-o --output', '-e --error') },
  { ...afterOne, names: ['timeout'], options: takes('other', '-s --signal', '-k --kill-after'), inNames: true },
  {
    ...program,
    names: ['time'],
    options: takes('other', '-f --format', '-o --output'),
    here: true,
    before: 'time',
  },
  { ...program, names: ['unbuffer'] },
  { ...program, names: ['chronic'] },
  { ...program, names: ['busybox'] },
  {
    ...program,
    names: ['xargs'],
    options: [
      ...takes('filled', '-I'),
      ...takes('other', '-L', '-n --max-args', '-P --max-procs', '-s --max-chars', '-d --delimiter', '-E'),
      ...takes('other', '-a --arg-file'),
      ...mayTake('filled', '-i --replace'),
      ...mayTake('other', '-l --max-lines', '-e --eof'),
    ],
    runs: { as: 'program', appends: true },
  },
  {
    ...program,
    names: ['flock'],
    options: [...takes('script', '-c --command'), ...takes('other', '-w --wait --timeout', '-E --conflict-exit-code')],
    runs: { as: 'option', else: 'program', operands: 1 },
  },
  {
    ...program,
    names: ['strace'],
    options: takes('other', '-e', '-o', '-a', '-p', '-s', '-u', '-E', '-S', '-P'),
  },
  { ...program, names: ['valgrind'] },
  { ...afterOne, names: ['faketime'] },
  { ...program, names: ['prlimit'] },
  { ...program, names: ['cgexec'], options: takes('other', '-g') },
  { ...program, names: ['eatmydata'] },
  { ...afterOne, names: ['envdir'] },
  { ...afterOne, names: ['s6-envdir'], options: takes('other', '-v') },
  {
    ...program,
    names: ['softlimit', 's6-softlimit'],
    options: takes('other', '-a', '-d', '-f', '-c', '-l', '-m', '-o', '-p', '-r', '-s', '-t'),
  },
  { ...afterOne, names: ['setlock'] },
  { ...afterOne, names: ['s6-setlock'], options: takes('other', '-t') },
  { ...program, names: ['pgrphack'] },
  // The first program of a container.
  { ...program, names: ['tini'], options: takes('other', '-p', '-e') },
  { ...program, names: ['dumb-init'], options: takes('other', '-r --rewrite') },
  { ...program, names: ['catatonit'] },
  { ...program, names: ['with-contenv'] },
  { ...afterOne, names: ['logsave'] },
  { ...program, names: ['dbus-run-session'] },
  {
    names: ['screen'],
    options: [...takes('other', '-c', '-e', '-h', '-p', '-s', '-S', '-t', '-T'), ...flags('command', '-X')],
    endsAtOperand: true,
    runsOf: screenWindow,
  },
  {
    names: ['tmux'],
    options: takes('other', '-c', '-e', '-f', '-F', '-L', '-n', '-S', '-s', '-t', '-x', '-y'),
    endsAtOperand: true,
    runs: {
      as: 'script',
      subcommand: ['new-session', 'new', 'new-window', 'neww', 'split-window', 'splitw', 'send-keys', 'send'],
      types: ['send-keys', 'send'],
      until: ['Enter', 'KPEnter', 'C-m', 'C-M', 'C-j', 'C-J'],
    },
  },
  {
    names: ['watch'],
    options: takes('other', '-n --interval', '-q --equexit'),
    endsAtOperand: true,
    runs: { as: 'script' },
  },
  {
    names: ['script'],
    options: [
      ...takes('script', '-c --command'),
      ...takes('other', '-E --echo', '-I --log-in', '-o --output-limit', '-O --log-out', '-B --log-io'),
      ...takes('other', '-m --logging-format', '-T --log-timing'),
      ...mayTake('other', '-t --timing'),
    ],
    runs: { as: 'option' },
  },
  // at(1): the input is a script; a time, which may be several words, is optional.
  {
    names: ['at', 'batch'],
    options: [...takes('other', '-q', '-t'), ...takes('nothing', '-f'), ...flags('nothing', '-l', '-r', '-d', '-c')],
    runs: { as: 'option', operands: 9, shell: true },
  },
  {
    names: ['parallel'],
    options: [
      ...takes('other', '-j --jobs --max-procs -P', '-a --arg-file', '-S --sshlogin', '--sshloginfile'),
      ...takes('filled', '-I'),
      ...takes('other', '-C --colsep', '-d --delimiter', '--delay', '--retries', '--timeout', '--joblog', '--results'),
      ...takes('other', '--tagstring', '-n --max-args -N', '-L', '-E', '--load', '--tmpdir', '--workdir'),
    ],
    endsAtOperand: true,
    runs: { as: 'script', until: [':::', ':::+', '::::', '::::+'], appends: true },
  },
];
