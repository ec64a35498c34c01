/** The files among the arguments of a program that works on files. Other arguments are left alone. */
import { hasOption, readOptions } from '../../programs/command-line.ts';
import type { Meaning } from '../../programs/program.ts';
import { findProgram } from '../../programs/programs.ts';
import { literalSuffix, type Word } from '../../text/word.ts';

/** The operands of a command line that are files; none when the program is not known to work on files. */
export function fileOperands(name: string, args: readonly Word[]): readonly Word[] {
  const program = findProgram(name);
  if (!program?.files) return [];
  const line = readOptions(args, program);
  // The script of sed, the pattern of grep and the mode of chmod come first, unless an option gives them.
  const isGiven = hasOption(line, 'pattern', 'pattern-file', 'reference');
  const files = line.operands.slice(isGiven ? 0 : (program.files.skip ?? 0));
  const given = (meanings: readonly (Meaning | undefined)[]) =>
    line.options.flatMap(({ meaning, value }) =>
      meanings.includes(meaning) && value?.offset === 0 ? [value.word] : [],
    );
  // The created file is the last one.
  return [...given(['program', 'reference']), ...files, ...given(['folder'])];
}

/** test(1): the files that `test` looks for. Other probes for a program are not handled here. */
export function probedFiles(name: string, args: readonly Word[]): readonly Word[] {
  const program = findProgram(name);
  if (program?.probes?.when !== 'option' || (name !== 'test' && name !== '[')) return [];
  return readOptions(args, program).options.flatMap(({ meaning, word }) => {
    const file = args[args.indexOf(word) + 1];
    return meaning === 'probes' && file && !/\/s?bin\/[^/]*$/.test(literalSuffix(file)) ? [file] : [];
  });
}

/** Whether the program creates that file: whatever was there before, the path is not a use of it. */
export function isMade(name: string, files: readonly Word[], index: number): boolean {
  const makes = findProgram(name)?.files?.makes;
  return makes === 'all' || (makes === 'last' && files.length > 1 && index === files.length - 1);
}
