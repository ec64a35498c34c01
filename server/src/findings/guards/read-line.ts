/** A command line, read once when the evaluation reaches it. */
import { type Generation, generationOf } from '../../mender/generations.ts';
import { oldProgram, oldProgramPath, updateProgram } from '../../mender/programs.ts';
import { baseName } from '../../programs/base-name.ts';
import { hasOption, type ReadTexts, readTexts } from '../../programs/command-line.ts';
import { isProcessTool, isServiceProgram, programOf } from '../../programs/programs.ts';
import { type ExpandedWords, type Probe, readProbe } from '../../rules/probe-queries.ts';
import type { Value } from './values.ts';

/** A command line: its words as texts, what it probes for, and possible values of its words. */
export interface ReadLine extends Probe {
  /** Where the command starts: an offset of the document. */
  readonly at: number;
  readonly values: readonly Value[];
  /** The generations whose services or processes the command acts on. */
  readonly units: ReadonlySet<Generation | undefined>;
  /** The generation of the program, or else that of the services or processes. */
  readonly used: Generation | undefined;
}

export function lineOf(at: number, values: readonly Value[], isWrapped: boolean): ReadLine {
  const words = values.map(({ texts }) => texts ?? ['\0']);
  const probe = readProbe(isWrapped ? wrappedWords(words) : words);
  const units = unitsIn(probe);
  const ofUnits = units.has('new') ? 'new' : units.has('old') ? 'old' : undefined;
  return Object.assign(probe, { at, values, units, used: generationOf(probe.program) ?? ofUnits });
}

/** systemctl(1): verbs that work without a unit of that name. */
const needsNoUnit = new Set(['mask', 'unmask', 'daemon-reload']);

function unitsIn({ words, program }: Probe): ReadonlySet<Generation | undefined> {
  if (!isServiceProgram(program) && !isProcessTool(program)) return noUnits;
  const operands = words.slice(1).flat();
  if (operands.some(word => needsNoUnit.has(word))) return noUnits;
  return new Set(operands.map(word => generationOf(baseName(word))));
}

const noUnits: ReadonlySet<undefined> = new Set();

/** The pattern of a search. */
export function patternOf(line: ReadLine): string | undefined {
  const { options, operands } = optionsIn(line);
  const given = options.find(({ meaning }) => meaning === 'pattern' || meaning === 'pattern-file');
  return given ? (given.meaning === 'pattern' ? given.value : undefined) : operands[0];
}

/** A word that an unset variable leaves empty does not count. */
export function optionsIn({ texts, known }: ReadLine): ReadTexts {
  return readTexts(
    texts.filter((text, index) => index > 0 && text !== ''),
    known,
  );
}

export function isFileTest(text: string): boolean {
  return hasOption(readTexts([text], programOf('test')), 'probes');
}

/** On a device on which `mender-lint wrapper` has replaced the old program, probes for the program find the wrapper. */
function wrappedWords(words: ExpandedWords): ExpandedWords {
  const [[name = ''] = []] = words;
  // A process or a package with that name is another matter.
  if (programOf(name).probes?.for) return words.map(texts => texts.map(inPlace));
  return baseName(name) === oldProgram.name ? [[inPlace(name)], ...words.slice(1)] : words;
}

function inPlace(text: string): string {
  const isProgram = text === oldProgram.name || oldProgramPath.test(text);
  return isProgram ? `${text.slice(0, -oldProgram.name.length)}${updateProgram}` : text;
}
