/** The words of a command line as the table of programs reads them. */
import { hasOption, type ReadTexts, readTexts } from '../../programs/command-line.ts';
import type { KnownProgram } from '../../programs/program.ts';
import { programOf } from '../../programs/programs.ts';
import { type ExpandedWords, textsOf } from '../../rules/probe-queries.ts';

interface Line {
  readonly words: ExpandedWords;
}

/** What a search looks for. */
export function patternOf(line: Line): string | undefined {
  const { options, operands } = optionsIn(line);
  const given = options.find(({ meaning }) => meaning === 'pattern' || meaning === 'pattern-file');
  return given ? (given.meaning === 'pattern' ? given.value : undefined) : operands[0];
}

/** What a variable leaves empty is no word. */
export function optionsIn(line: Line): ReadTexts {
  return readTexts(
    textsOf(line.words.slice(1)).filter(text => text !== ''),
    knownProgram(line),
  );
}

export function knownProgram({ words }: Line): KnownProgram {
  return programOf(words[0]?.[0] ?? '');
}

export function isFileTest(text: string): boolean {
  return hasOption(readTexts([text], programOf('test')), 'asks');
}
