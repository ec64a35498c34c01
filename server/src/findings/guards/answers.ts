/** Status and output of command lines on a device that has the new client, or none, and nothing of the old one. */

import { type Generation, generationIn, generationOf } from '../../mender/generations.ts';
import { hasOption, readTexts } from '../../programs/command-line.ts';
import { versionOperators } from '../../programs/packages.ts';
import { isProcessTool, isServiceProgram } from '../../programs/programs.ts';
import { callsGoneBus } from '../../rules/bus.ts';
import { generationListed } from '../../rules/probe-queries.ts';
import type { Comparison } from '../../usage/script.ts';
import { factsOf, fails, isNewThere, noFacts } from './facts.ts';
import { isFileTest, optionsIn, patternOf, type ReadLine } from './read-line.ts';
import { choiceOfState, findsEither, type ProbedState, probedState, stateListed } from './states.ts';
import { FALSE, known, openAt, type Ternary, TRUE, UNKNOWN } from './ternary.ts';
import { namesNewVersion, searchValue, testValue } from './value-tests.ts';
import {
  factsOfAll,
  filledValue,
  type Installed,
  joinedValue,
  knownValue,
  restingOn,
  unknownValue,
  type Value,
  versionValue,
} from './values.ts';

/** The new client is there, and the script has probed for it. */
export const PRESENT: Ternary = { value: true, yes: factsOf(isNewThere), no: factsOf(isNewThere) };

/** Whether the last command of a pipeline succeeds. */
export function succeeds(lines: readonly ReadLine[], input: Value | undefined, installed: Installed): Ternary {
  const last = lines.at(-1);
  if (!last) return UNKNOWN;
  const before = lines.slice(0, -1);
  if (isSearch(last)) return searches(last, before, input, installed);
  if (before.length > 0) return UNKNOWN;
  const compared = comparisonIn(last);
  if (compared) return comparesVersions(compared, installed);
  const answer = isThere(last, installed);
  if (answer) return answer;
  return findsFile(last) ?? actionStatus(last, installed);
}

/** `[ -x "$(command -v mender-update)" ]`: a printed path exists. A path that the script names is unknown. */
function findsFile({ words, values }: ReadLine): Ternary | undefined {
  const [[name] = [], [test = ''] = [], paths = []] = words;
  const value = values[2];
  if (name !== 'test' || !isFileTest(test) || paths.length > 1 || value?.filled === undefined) return undefined;
  return paths.length === 0 || !value.filled ? known(value.filled, value.facts) : undefined;
}

/** An action on the client: it fails where there is none. */
function actionStatus(line: ReadLine, installed: Installed): Ternary {
  // A use that is to be fixed will not fail any more: its status means nothing yet.
  if (line.used !== undefined && installed === 'none') return FALSE;
  return openAt(line.at);
}

/** Whether a program of the new client does the work. */
export function runsNew(line: ReadLine): boolean {
  return generationOf(line.program) === 'new';
}

/** Whether it acts on the old client, and fails until it is rewritten: with a missing unit, even if others exist. */
export function isOldAction(line: ReadLine): boolean {
  if (line.generation !== undefined) return false;
  if (callsGoneBus(line)) return true;
  return line.used === 'old' || (isServiceProgram(line.program) && line.units.has('old'));
}

/**
 * Whether its status depends on the new client: on its work, or its state. A list of processes shows whichever client
 * runs.
 */
export function isOfNew(line: ReadLine): boolean {
  if (line.known.processes?.does === 'lists' || findsEither(line)) return true;
  return line.used === 'new' || (line.generation === 'new' && line.state !== undefined);
}

/** The output of a pipeline. */
export function printed(lines: readonly ReadLine[], input: Value | undefined, installed: Installed): Value {
  const [first, ...others] = lines;
  if (!first) return unknownValue;
  const last = lines.at(-1)!;
  if (countsLines(last)) {
    const found = isSearch(last) ? succeeds(lines, input, installed) : (isThere(first, installed) ?? UNKNOWN);
    return found.value === undefined ? unknownValue : fromTernary(found, found.value ? ['1'] : ['0']);
  }
  const probed = lines.find(({ prints }) => prints === 'version');
  if (probed) return versionPrinted(probed, installed);
  if (input?.version) return input;
  const spoken = lines.find(({ known, values }) => known.prints && joinedValue(values).version);
  if (spoken) return restingOn(versionValue, factsOfAll(spoken.values));
  if (first.known.prints) return others.length === 0 ? joinedValue(spokenWords(first)) : unknownValue;
  const search = others.findIndex(isSearch);
  const there =
    search < 0
      ? (isThere(first, installed) ?? nothingPrinted(first, installed))
      : succeeds(lines.slice(0, search + 2), input, installed);
  const state = probedState(first);
  if (there.value === undefined) {
    const value = lines.some(isOfNew) ? stateOfNew : unknownValue;
    if (others.length > 0) return value;
    // A program of the client that fails prints nothing, and neither does a search for a process.
    const isSaid = generationOf(first.program) !== undefined || isProcessTool(first.program);
    return {
      ...value,
      ...(state && value.ofNew && { state: first.at, choice: choiceOfState(state.kind, first.at) }),
      ...(isSaid && { said: openAt(first.at) }),
    };
  }
  const value = others.length === 0 ? answerOf(first, there.value) : there.value ? filledValue : knownValue(['']);
  const rested = restingOn(value, there.value ? there.yes : there.no);
  return state ? { ...rested, state: first.at } : rested;
}

/** A text that depends on the state of the new client. */
const stateOfNew: Value = { ...unknownValue, ofNew: true };

/** A missing program prints nothing. */
function nothingPrinted(line: ReadLine, installed: Installed): Ternary {
  const status = actionStatus(line, installed);
  return status.value === false ? status : UNKNOWN;
}

function versionPrinted(line: ReadLine, installed: Installed): Value {
  const there = isThere(line, installed);
  if (there?.value === false) return knownValue([''], there.no);
  return restingOn(versionValue, there?.yes ?? noFacts);
}

function spokenWords({ texts, known, values }: ReadLine): readonly Value[] {
  const isFormat = (word: string) => readTexts([word], known).options.length > 0 || /^%[sb](?:\\n)?$/.test(word);
  return values.filter((_, index) => index > 0 && !isFormat(texts[index]!));
}

function fromTernary({ value, yes, no }: Ternary, texts: readonly string[]): Value {
  return knownValue(texts, value ? yes : no);
}

/** The output of a probe. */
function answerOf(line: ReadLine, there: boolean): Value {
  if (line.known.services?.at === 'rest') return stateOf(there);
  if (!there) return knownValue(['']);
  if (line.prints === 'status') return knownValue(['install ok installed']);
  const path = pathPrinted(line);
  return path === undefined ? filledValue : knownValue([path]);
}

/** `command -v NAME`, `which NAME`: where packages install programs. */
function pathPrinted({ words, known }: ReadLine): string | undefined {
  const [probed, ...others] = readTexts(words.slice(1).flat(), known).operands;
  if (known.probes?.prints !== 'path' || others.length > 0) return undefined;
  return probed?.includes('/') ? probed : `/usr/bin/${probed}`;
}

/** Undefined for a probe for neither generation. */
function isThere(line: ReadLine, installed: Installed): Ternary | undefined {
  return answer(line.generation, line, installed);
}

/** A probe for both succeeds on a device with the new one. */
function answer(probed: Generation | undefined, line: ReadLine, installed: Installed): Ternary | undefined {
  if (probed === undefined) return undefined;
  if (probed === 'old' && !(installed === 'new' && findsEither(line))) return known(false, factsOf(fails(line.at)));
  if (installed === 'none') return FALSE;
  if (probed === 'new' && line.state === undefined) return PRESENT;
  return openAt(line.at);
}

/**
 * systemctl(1): the output of is-active and is-enabled for a missing unit, and of `show` or `cat` for an existing one.
 */
function stateOf(there: boolean): Value {
  return there ? filledValue : knownValue(['inactive', 'not-found', 'unknown', '']);
}

export function isSearch({ known }: ReadLine): boolean {
  return known.searches === 'lines';
}

function countsLines(line: ReadLine): boolean {
  return line.known.counts === true || (isSearch(line) && hasOption(optionsIn(line), 'counts'));
}

/** A list of processes that is searched for a client. */
export function stateInList(lines: readonly ReadLine[]): (ProbedState & { readonly at: number }) | undefined {
  const search = lines.find(isSearch);
  const pattern = search && patternOf(search);
  const listed = search && pattern !== undefined ? stateListed(lines[0]!, pattern) : undefined;
  return listed && { ...listed, at: search!.at };
}

function searches(
  search: ReadLine,
  before: readonly ReadLine[],
  input: Value | undefined,
  installed: Installed,
): Ternary {
  const pattern = patternOf(search);
  if (pattern === undefined || hasOption(optionsIn(search), 'inverted')) return UNKNOWN;
  // `grep -q mender-update /var/lib/dpkg/status`
  if (before.length === 0 && !input)
    return generationIn(pattern) === 'new' ? (installed === 'new' ? PRESENT : FALSE) : UNKNOWN;
  const searched = before.length > 0 ? printed(before, undefined, installed) : (input ?? unknownValue);
  // In a basic regular expression, operators have a backslash.
  const found = searchValue(searched, pattern.replace(/\\([+?|(){}])/g, '$1'), installed);
  if (found.value !== undefined) return found;
  const [first] = before;
  if (!first) return UNKNOWN;
  const probed = generationListed(first, pattern) ?? first.generation;
  const isNamed = first.generation !== undefined;
  return answer(probed, isNamed ? first : { ...first, at: search.at }, installed) ?? UNKNOWN;
}

interface VersionComparison {
  readonly left: Value;
  readonly operator: Comparison;
  readonly right: Value;
}

function comparesVersions({ left, operator, right }: VersionComparison, installed: Installed): Ternary {
  // dpkg(1): an empty version is earlier than any other.
  if (left.texts?.every(text => text === '') && namesNewVersion(right) && /^l/.test(operator)) return TRUE;
  return testValue(left, operator, right, installed);
}

/** `dpkg --compare-versions "$V" ge 4` */
function comparisonIn({ texts, known, values }: ReadLine): VersionComparison | undefined {
  const at = texts.findIndex(text => known.optionsByName.get(text)?.meaning === 'versions');
  const operator = versionOperators.get(texts[at + 2] ?? '');
  const [left, right] = [values[at + 1], values[at + 3]];
  return at > 0 && operator && left && right ? { left, operator, right } : undefined;
}
