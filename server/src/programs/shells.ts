/** Shells and their builtins. */
import { flags, type Program, takes } from './program.ts';
import { expectScript } from './told-otherwise.ts';

const files = { most: 0, alone: true } as const;
const scriptWords = { endsAtOperand: true, runs: { as: 'script' } } as const;
const shell = {
  options: [...flags('script', '-c'), ...flags('input', '-s'), ...takes('other', '-o', '-O', '--rcfile --init-file')],
  endsAtOperand: true,
  runs: { as: 'option', shell: true },
} as const;

/** test(1): an option is a whole word, and applies to the next one. */
const test: Omit<Program, 'names'> = {
  options: [
    ...flags('probes', '-a', '-b', '-c', '-d', '-e', '-f', '-g', '-G', '-h', '-k', '-L', '-N', '-O', '-p', '-r', '-s'),
    ...flags('probes', '-S', '-u', '-w', '-x'),
  ],
  singleDash: true,
  probes: { when: 'option', for: 'files' },
  quiet: true,
};

export const shells: readonly Program[] = [
  { ...shell, names: ['sh', 'bash'], prose: files },
  { ...shell, names: ['dash', 'ash', 'zsh', 'ksh'] },
  { ...scriptWords, names: ['eval'] },
  { ...scriptWords, names: ['trap'], options: flags('nothing', '-l', '-p') },
  {
    names: ['exec'],
    options: takes('other', '-a'),
    endsAtOperand: true,
    runs: { as: 'program' },
    here: true,
  },
  {
    names: ['command'],
    options: flags('probes', '-v', '-V'),
    endsAtOperand: true,
    runs: { as: 'program' },
    probes: { when: 'option', for: 'programs', prints: 'path' },
    quiet: true,
  },
  { names: ['builtin'], endsAtOperand: true, runs: { as: 'program' } },
  { names: ['source'], files: {}, prose: files },
  { names: ['.'], files: {} },
  { ...test, names: ['test'] },
  { ...test, names: ['['] },
  { names: ['which'], probes: { when: 'always', for: 'programs', prints: 'path' }, quiet: true, prose: files },
  { names: ['type', 'hash'], probes: { when: 'always', for: 'programs' }, quiet: true },
  { names: ['whence'], probes: { when: 'always', for: 'programs' } },
  {
    names: ['echo'],
    options: [...flags('other', '-n', '-E'), ...flags('escapes', '-e')],
    endsAtOperand: true,
    strict: true,
    prints: true,
    quiet: true,
    prose: files,
  },
  { names: ['printf'], options: takes('variable', '-v'), endsAtOperand: true, prints: true, quiet: true, prose: files },
  { names: ['true', ':'], quiet: true },
  { names: ['set'], options: [...flags('errexit', '-e'), ...takes('other', '-o')], endsAtOperand: true, quiet: true },
  { names: ['local', 'declare', 'typeset'], sets: 'own', quiet: true },
  { names: ['readonly', 'shift'], quiet: true },
  { names: ['cd'], quiet: true, prose: { verbs: /^\w+$/, most: 1 } },
  { names: ['export'], quiet: true, prose: files },
  {
    names: ['read'],
    options: [...takes('variable', '-a'), ...takes('other', '-d', '-i', '-n', '-N', '-p', '-t', '-u')],
    endsAtOperand: true,
    sets: 'operands',
  },
  {
    names: ['mapfile', 'readarray'],
    options: takes('other', '-d', '-n', '-O', '-s', '-u', '-C', '-c'),
    endsAtOperand: true,
    sets: 'operands',
  },
  { names: ['getopts'], sets: 'last' },
  {
    names: ['expect'],
    options: [...takes('script', '-c'), ...takes('other', '-D', '-f')],
    endsAtOperand: true,
    runsOf: expectScript,
  },
];

/** Command lines that look for a program by its name, for its path (in any shell), and for a file. */
export const lookingFor = { program: ['which'], path: ['command', '-v'], file: ['test', '-e'] } as const;

/** A command line that runs the script after it. */
export const runningScript = ['/bin/sh', '-c'] as const;

/** Whether the first line, or a `set` anywhere in the text, makes a shell end with the first command that fails. */
export function mentionsErrexit(text: string): boolean {
  return /^(?:#!.*sh\s+-[a-z]*e|[ \t]*set\s+(?:-[a-z]+\s+)*(?:-[a-z]*e|-o\s+errexit))/m.test(text);
}

/** Whether `set` turns it on or off with these arguments; undefined when it does neither. */
export function errexitSet(args: readonly string[]): boolean | undefined {
  return optionSet(args, 'errexit', 'e');
}

/** The same for `set -o pipefail`: a pipeline fails if any of its commands does. */
export function pipefailSet(args: readonly string[]): boolean | undefined {
  return optionSet(args, 'pipefail');
}

function optionSet(args: readonly string[], name: string, letter?: string): boolean | undefined {
  let isSet: boolean | undefined;
  for (const [index, word] of args.entries()) {
    const [, sign, letters = ''] = /^([-+])(\w+)/.exec(word) ?? [];
    const isNamed = letters.endsWith('o') && args[index + 1] === name;
    if (sign && ((letter !== undefined && letters.includes(letter)) || isNamed)) isSet = sign === '-';
  }
  return isSet;
}
