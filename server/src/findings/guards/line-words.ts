/** The words of a command line as the table of programs reads them. */
import { hasOption, type ReadTexts, readTexts } from '../../programs/command-line.ts';
import type { KnownProgram } from '../../programs/program.ts';
import { programOf } from '../../programs/programs.ts';
import { type ExpandedWords, textsOf } from '../../rules/probe-queries.ts';

interface Line {
  readonly words: ExpandedWords;
}

/** The pattern of a search. */
export function patternOf(line: Line): string | undefined {
  const { options, operands } = optionsIn(line);
  const given = options.find(({ meaning }) => meaning === 'pattern' || meaning === 'pattern-file');
  return given ? (given.meaning === 'pattern' ? given.value : undefined) : operands[0];
}

/** A word that an unset variable leaves empty does not count. */
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
  return hasOption(readTexts([text], programOf('test')), 'probes');
}
