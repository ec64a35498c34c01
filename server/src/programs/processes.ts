/** Programs that look for processes, or act on them: ps(1), pidof(8), pgrep(1), killall(1), kill(1). */
import { flags, type Program, takes } from './program.ts';

const prose = { most: 0, alone: true } as const;

const selection = [
  ...takes('other', '-F --pidfile', '-g --pgroup', '-G --group', '-P --parent', '-s --session', '-t --terminal'),
  ...takes('other', '-u --euid', '-U --uid', '-r --runstates', '--ns', '--nslist'),
  ...flags('exact', '-x --exact'),
  ...flags('full', '-f --full'),
];

export const processes: readonly Program[] = [
  {
    names: ['ps'],
    options: [...takes('process', '-C'), ...takes('other', '-G', '-g', '-o', '-p', '-q', '-s', '-t', '-u', '-U')],
    processes: { does: 'lists' },
    lists: true,
  },
  {
    names: ['pidof'],
    options: takes('other', '-o', '-S'),
    processes: { does: 'looks', several: true },
    probes: { when: 'always' },
    prose,
  },
  {
    names: ['pgrep'],
    options: [...selection, ...takes('other', '-d --delimiter')],
    processes: { does: 'looks', pattern: true },
    probes: { when: 'always' },
    prose,
  },
  {
    names: ['pkill'],
    options: [
      ...selection,
      ...takes('signal', '--signal'),
      ...takes('other', '-q --queue'),
      ...flags('shown', '-e --echo'),
    ],
    processes: { does: 'acts', pattern: true },
    prose,
  },
  {
    names: ['killall'],
    options: [
      ...takes('signal', '-s --signal'),
      ...takes('other', '-o --older-than', '-y --younger-than', '-u --user', '-Z --context', '-n --ns'),
      ...flags('shown', '-e --exact', '-q --quiet', '-v --verbose'),
    ],
    processes: { does: 'acts', several: true },
    prose,
  },
  { names: ['kill'], options: takes('signal', '-s --signal', '-n'), processes: { does: 'signals' }, prose },
];

/** `-USR1`, which replaces an option for the signal. */
export function isSignalWord(text: string | undefined): boolean {
  return /^-(?:(?:SIG)?[A-Z]+[0-9]*|\d+)$/.test(text ?? '');
}
