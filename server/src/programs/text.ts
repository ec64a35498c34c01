/** Programs that read text: they search it, show it, or pass it on. */
import { flags, mayTake, type Program, takes } from './program.ts';

const prose = { most: 0, alone: true } as const;
const oneCall = { both: 'one-call' } as const;

const grep: Omit<Program, 'names'> = {
  options: [
    ...takes('pattern', '-e --regexp'),
    ...takes('pattern-file', '-f --file'),
    ...takes('positions', '-m --max-count', '-A --after-context', '-B --before-context', '-C --context'),
    ...flags('positions', '-n --line-number', '-b --byte-offset'),
    ...flags('counts', '-c --count'),
    ...flags('inverted', '-v --invert-match'),
    ...flags('extended', '-E --extended-regexp'),
    ...takes('other', '-d --directories', '-D --devices', '--include', '--exclude', '--exclude-from', '--exclude-dir'),
    ...takes('other', '--label', '--binary-files'),
  ],
  searches: 'lines',
  byLine: true,
  quiet: true,
};

export const text: readonly Program[] = [
  { ...grep, names: ['grep', 'egrep', 'fgrep'], files: { skip: 1, both: 'one-call' }, prose },
  { ...grep, names: ['zgrep'] },
  {
    names: ['sed'],
    options: [
      ...takes('pattern', '-e --expression'),
      ...takes('pattern-file', '-f --file'),
      ...takes('other', '-l --line-length'),
      ...mayTake('in-place', '-i --in-place'),
      ...flags('extended', '-E -r --regexp-extended'),
    ],
    searches: 'script',
    files: { skip: 1, both: 'one-call' },
    byLine: /(?:^|[\s;'"{,])(?:\d|\$[!a-zA-Z])|[qQNG]/,
    prose,
  },
  {
    names: ['awk', 'gawk', 'mawk', 'nawk'],
    options: [...takes('pattern-file', '-f'), ...takes('other', '-F', '-v')],
    endsAtOperand: true,
    searches: 'script',
    byLine: /\b(?:N|FN|O?R)R\b|\bRS\b|getline|exit/,
    quiet: true,
  },
  { names: ['cat'], files: oneCall, passes: 'shows', quiet: true, prose },
  { names: ['less', 'more'], passes: 'shows' },
  { names: ['logger'], passes: 'shows' },
  { names: ['ts'], passes: 'shows' },
  { names: ['nl'], passes: true },
  {
    names: ['head', 'tail'],
    options: takes('other', '-n --lines', '-c --bytes'),
    files: oneCall,
    passes: true,
    quiet: true,
    prose,
  },
  {
    names: ['tee'],
    options: flags('append', '-a --append'),
    files: { makes: 'all', both: 'one-call' },
    passes: true,
    prose,
  },
  { names: ['cut'], byLine: true, quiet: true },
  { names: ['tr'], options: flags('positions', '-c', '-s'), byLine: /\\n/, quiet: true },
  { names: ['wc'], files: oneCall, byLine: true, counts: true, quiet: true },
  { names: ['sort'], sorts: true, quiet: true },
  { names: ['cksum', 'md5sum', 'sha256sum', 'file', 'strip'], files: oneCall },
  { names: ['cmp'], options: takes('other', '-n --bytes'), files: {} },
  { names: ['diff'], files: { both: 'two-calls' } },
  {
    names: ['patch'],
    options: takes('other', '-p --strip', '-i --input', '-d --directory', '-r --reject-file', '-o --output'),
    files: { both: 'two-calls' },
  },
];
