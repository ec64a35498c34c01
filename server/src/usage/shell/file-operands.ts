/** Programs that work on the files named in their arguments. What they are told to do with other words is left alone. */
import type { Word } from '../../syntax/word.ts';
import { readOptions } from '../options.ts';
import { baseName } from '../wrappers.ts';

/** Options with a value that is no file, by program; the value of `install -m` or `head -n`. */
const programs: ReadonlyMap<string, { readonly short?: string; readonly skip?: number }> = new Map([
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
  ['stat', { short: 'c' }],
  ['strip', {}],
  ['tail', { short: 'nc' }],
  ['touch', { short: 'dtr' }],
  ['unlink', {}],
  ['wc', {}],
]);

/** The operands of a command line that are files; none when the program is not one of those known to work on files. */
export function fileOperands(name: string, args: readonly Word[]): readonly Word[] {
  const program = programs.get(baseName(name));
  if (!program) return [];
  const { options, operands } = readOptions(args, program.short === undefined ? {} : { short: program.short });
  // The script of sed, the pattern of grep, the mode of chmod come first, unless an option gave them.
  const given = options.some(option =>
    ['-e', '-f', '--expression', '--regexp', '--file', '--reference'].includes(option.name),
  );
  const files = operands.slice(given ? 0 : (program.skip ?? 0));
  const targets = options.flatMap(option =>
    option.name === '-t' && option.value?.offset === 0 ? [option.value.word] : [],
  );
  return [...files, ...targets];
}

/** Programs that make their last operand: whatever was there before, the path is not a use of it. */
export function creates(name: string): boolean {
  return ['ln', 'cp', 'mv', 'install', 'touch'].includes(baseName(name));
}
