/** Programs that work on the files named in their arguments. What they are told to do with other words is left alone. */
import { literalSuffix, type Word } from '../../text/word.ts';
import { readOptions } from '../options.ts';
import { baseName } from '../wrappers.ts';

interface FileProgram {
  /** Short options with a value that is no file. */
  readonly short?: string;
  readonly long?: readonly string[];
  /** Operands before the files. */
  readonly skip?: number;
  /** Options with a value that is one. */
  readonly files?: readonly string[];
}

/** By base name. */
const programs: ReadonlyMap<string, FileProgram> = new Map<string, FileProgram>([
  ['cat', {}],
  ['chgrp', { skip: 1 }],
  ['chmod', { skip: 1 }],
  ['chown', { skip: 1 }],
  ['cksum', {}],
  ['cmp', { short: 'n' }],
  ['cp', { short: 'tS' }],
  ['diff', {}],
  ['dirname', {}],
  ['du', {}],
  ['file', {}],
  ['grep', { short: 'efmABC', skip: 1 }],
  ['egrep', { short: 'efmABC', skip: 1 }],
  ['fgrep', { short: 'efmABC', skip: 1 }],
  ['head', { short: 'nc' }],
  ['install', { short: 'mogtS' }],
  ['ls', {}],
  ['ln', { short: 'tS' }],
  ['md5sum', {}],
  ['mkdir', { short: 'm' }],
  ['mv', { short: 'tS' }],
  ['patch', { short: 'pidro' }],
  ['readlink', {}],
  ['realpath', {}],
  ['rm', {}],
  ['rmdir', {}],
  ['rsync', { short: 'e' }],
  ['sed', { short: 'ef', skip: 1 }],
  ['sha256sum', {}],
  ['source', {}],
  ['.', {}],
  [
    'start-stop-daemon',
    {
      short: 'xapnuguckdNPICsR',
      long: ['exec', 'startas', 'pidfile', 'name', 'user', 'group', 'chuid', 'signal', 'retry'],
      skip: Number.POSITIVE_INFINITY,
      files: ['-x', '-a', '--exec', '--startas'],
    },
  ],
  ['stat', { short: 'c' }],
  ['strip', {}],
  ['tail', { short: 'nc' }],
  ['tee', {}],
  ['touch', { short: 'dtr' }],
  ['unlink', {}],
  ['wc', {}],
]);

/** The operands of a command line that are files; none when the program is not one of those known to work on files. */
export function fileOperands(name: string, args: readonly Word[]): readonly Word[] {
  const program = programs.get(baseName(name));
  if (!program) return [];
  const { options, operands } = readOptions(args, program);
  // The script of sed, the pattern of grep, the mode of chmod come first, unless an option gave them.
  const given = options.some(option =>
    ['-e', '-f', '--expression', '--regexp', '--file', '--reference'].includes(option.name),
  );
  const files = operands.slice(given ? 0 : (program.skip ?? 0));
  const targets = options.flatMap(option =>
    (program.files ?? ['-t']).includes(option.name) && option.value?.offset === 0 ? [option.value.word] : [],
  );
  return [...files, ...targets];
}

/** test(1): the files that `test` looks for. Whether a program is there is asked in other ways too, and is not its matter. */
export function probedFiles(name: string, args: readonly Word[]): readonly Word[] {
  if (name !== 'test' && name !== '[') return [];
  return args.filter(
    (word, index) => /^-[defhLrsw]$/.test(args[index - 1]?.value ?? '') && !/\/s?bin\/[^/]*$/.test(literalSuffix(word)),
  );
}

/** Programs that make their last operand: whatever was there before, the path is not a use of it. */
export function creates(name: string): boolean {
  return ['ln', 'cp', 'mv', 'install', 'touch'].includes(baseName(name));
}
