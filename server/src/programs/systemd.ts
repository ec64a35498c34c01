/** Programs of systemd. */
import { flags, type Program, type StateKind, takes } from './program.ts';

const program = { endsAtOperand: true, runs: { as: 'program' } } as const;

/**
 * systemctl(1): verbs that query the state of a service, and not whether it exists; other programs share a word of
 * them.
 */
export const states: Readonly<Record<string, StateKind>> = {
  'is-active': 'running',
  status: 'running',
  'is-failed': 'failed',
  'is-enabled': 'enabled',
};

/** Words that documentation about services uses. */
export const unitProse = {
  verbs: /^(?:re)?(?:start|load|enable)$|^(?:stop|disable|status|mask|unmask|show|cat|edit|kill|preset|list|is)$/,
  most: 1,
};

/** systemctl(1), and deb-systemd-invoke(1p) and deb-systemd-helper(1p), which take the same words. */
const systemctl: Omit<Program, 'names'> = {
  options: [
    ...flags('user', '--user'),
    ...flags('now', '--now'),
    ...takes('signal', '-s --signal'),
    ...takes('elsewhere', '-H --host', '-M --machine', '--root', '--image'),
    ...takes('other', '-t --type', '--state', '-p --property', '-P', '-n --lines', '-o --output', '--kill-who'),
    ...takes('other', '--kill-whom', '--job-mode', '--what', '-T', '--check-inhibitors', '--preset-mode'),
    ...takes('other', '--timestamp', '--message', '--when', '--boot-loader-entry', '--kill-value', '--drop-in'),
    ...takes('other', '--read-only', '--mkdir'),
  ],
  services: { at: 'rest', states },
};

export const systemd: readonly Program[] = [
  {
    ...systemctl,
    names: ['systemctl'],
    // A query of a unit's state is also a probe for the unit.
    probes: { when: /^(?:is-active|is-enabled|is-failed|cat|show|status|list-units|list-unit-files)$/ },
    lists: true,
    logs: true,
    inNames: true,
    prose: unitProse,
  },
  { ...systemctl, names: ['deb-systemd-invoke', 'deb-systemd-helper'] },
  {
    names: ['journalctl'],
    options: [
      ...takes('unit', '-u --unit'),
      ...takes('identifier', '-t --identifier'),
      ...takes('other', '-o --output', '--output-fields', '-n --lines', '--user-unit', '--exclude-identifier'),
      ...takes('other', '-p --priority', '--facility', '-g --grep', '-S --since', '-U --until', '-c --cursor'),
      ...takes('other', '--cursor-file', '--after-cursor', '-D --directory', '-i --file', '--root', '--image'),
      ...takes('other', '--namespace', '-F --field', '-M --machine', '-T', '--vacuum-size', '--vacuum-files'),
      ...takes('other', '--vacuum-time'),
    ],
    logs: true,
    inNames: true,
    prose: { most: 0, alone: true },
  },
  {
    ...program,
    names: ['systemd-run'],
    options: [
      ...takes('other', '-p --property', '-E --setenv', '-u --unit', '-M --machine', '-H --host', '--description'),
      ...takes('other', '--slice', '--service-type', '--uid', '--gid', '--nice', '--on-active', '--on-boot'),
      ...takes('other', '--on-calendar', '--working-directory'),
    ],
  },
  {
    ...program,
    names: ['systemd-cat'],
    options: takes('other', '-t --identifier', '-p --priority', '--stderr-priority', '--level-prefix'),
    passes: 'shows',
  },
  { ...program, names: ['systemd-inhibit'], options: takes('other', '--what', '--who', '--why', '--mode') },
];
