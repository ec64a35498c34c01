/** What command lines answer, and print, on a device that has one generation and nothing of the other. */
import { type Generation, generationIn, generationOf } from '../../catalogue/generations.ts';
import {
  asksStatus,
  asksVersion,
  fileTests,
  generationAsked,
  generationListed,
  type Spelled,
} from '../../rules/presence.ts';
import type { Comparison } from '../../usage/frame.ts';
import { baseName } from '../../usage/wrappers.ts';
import type { Truth } from './truth.ts';
import {
  filledValue,
  joinedValue,
  knownValue,
  namesNewVersion,
  searchValue,
  testValue,
  unknownValue,
  type Value,
  versionValue,
} from './values.ts';

/** A command line: its words as texts, and as what they can be. */
export interface ReadLine {
  readonly words: Spelled;
  readonly values: readonly Value[];
}

/** Whether the last command of a pipeline succeeds. */
export function succeeds(lines: readonly ReadLine[], input: Value | undefined, installed: Generation): Truth {
  const last = lines.at(-1);
  if (!last) return undefined;
  const before = lines.slice(0, -1);
  if (isSearch(last)) return searches(last, before, input, installed);
  if (before.length > 0) return undefined;
  return comparesVersions(last, installed) ?? isThere(last, installed) ?? findsFile(last);
}

/** `[ -x "$(command -v mender-update)" ]`: what is printed is there. Of a path that the script names nobody knows. */
function findsFile({ words, values }: ReadLine): Truth {
  const [[name] = [], [test = ''] = [], paths = []] = words;
  return name === 'test' && fileTests.has(test) && paths.length === 0 ? values[2]?.filled : undefined;
}

/** Whether it is a program of the installed generation that does the work. */
export function runsInstalled(lines: readonly ReadLine[], installed: Generation): boolean {
  const last = lines.at(-1);
  return last !== undefined && generationOf(program(last)) === installed;
}

/** What a pipeline prints. */
export function printed(lines: readonly ReadLine[], input: Value | undefined, installed: Generation): Value {
  const [first, ...others] = lines;
  if (!first) return unknownValue;
  const last = lines.at(-1)!;
  if (countsLines(last)) {
    const found = isSearch(last) ? succeeds(lines, input, installed) : isThere(first, installed);
    return found === undefined ? unknownValue : knownValue([found ? '1' : '0']);
  }
  if (
    input?.version ||
    lines.some(({ words, values }) => asksVersion(words) || (isPrint(words) && joinedValue(values).version))
  )
    return versionValue;
  if (isPrint(first.words) && others.length === 0) return joinedValue(first.values.slice(1));
  const search = others.findIndex(isSearch);
  const there = search < 0 ? isThere(first, installed) : succeeds(lines.slice(0, search + 2), input, installed);
  if (there === undefined) return unknownValue;
  return others.length === 0 ? answerOf(first, there) : there ? filledValue : knownValue(['']);
}

/** What a program prints that has been asked for something. */
function answerOf(line: ReadLine, there: boolean): Value {
  if (program(line) === 'systemctl') return stateOf(line, there);
  if (!there) return knownValue(['']);
  if (asksStatus(line.words)) return knownValue(['install ok installed']);
  const path = pathPrinted(line.words);
  return path === undefined ? filledValue : knownValue([path]);
}

/** `command -v NAME`, `which NAME`: where packages install programs. */
function pathPrinted([[name = ''] = [], ...args]: Spelled): string | undefined {
  const [asked, ...others] = args.flatMap(texts => texts.filter(text => !text.startsWith('-')));
  if (!/^(?:command|which)$/.test(baseName(name)) || others.length > 0) return undefined;
  return asked?.includes('/') ? asked : `/usr/bin/${asked}`;
}

function isThere({ words }: ReadLine, installed: Generation): Truth {
  return answer(generationAsked(words), words, installed);
}

/** One who asks for both is answered on a device with the new one; what the old one says to it is not known. */
function answer(asked: Generation | undefined, words: Spelled, installed: Generation): Truth {
  if (asked === undefined || asked === installed) return asked && true;
  return asked === 'new' && words.flat().some(text => generationOf(baseName(text)) === 'old') ? undefined : false;
}

/** systemctl(1): what is-active and is-enabled print. */
function stateOf({ words }: ReadLine, there: boolean): Value {
  if (!there) return knownValue(['inactive', 'not-found', 'unknown', '']);
  const verb = words.slice(1).find(([word = '']) => /^is-/.test(word))?.[0];
  return verb === 'is-active' ? knownValue(['active']) : verb === 'is-enabled' ? knownValue(['enabled']) : filledValue;
}

function program({ words }: ReadLine): string {
  return baseName(words[0]?.[0] ?? '');
}

function isPrint([[name = ''] = []]: Spelled): boolean {
  return name === 'echo' || name === 'printf';
}

function isSearch(line: ReadLine): boolean {
  return /^[efz]?grep$/.test(program(line));
}

function countsLines(line: ReadLine): boolean {
  return program(line) === 'wc' || (isSearch(line) && options(line).includes('c'));
}

function searches(
  search: ReadLine,
  before: readonly ReadLine[],
  input: Value | undefined,
  installed: Generation,
): Truth {
  const pattern = search.words.slice(1).find(([word = '']) => word !== '' && !word.startsWith('-'))?.[0];
  if (pattern === undefined || options(search).includes('v')) return undefined;
  // `grep -q mender-update /var/lib/dpkg/status`
  if (before.length === 0 && !input) return generationIn(pattern) === 'new' ? installed === 'new' : undefined;
  const searched = before.length > 0 ? printed(before, undefined, installed) : (input ?? unknownValue);
  // In a basic expression, operators have a backslash.
  const found = searchValue(searched, pattern.replace(/\\([+?|(){}])/g, '$1'), installed);
  if (found !== undefined) return found;
  const [first] = before;
  return (
    first && answer(generationListed(first.words, pattern) ?? generationAsked(first.words), first.words, installed)
  );
}

/** Letters of the short options. */
function options({ words }: ReadLine): string {
  return words.map(([word = '']) => /^-(\w+)$/.exec(word)?.[1] ?? '').join('');
}

const operators: Readonly<Record<string, Comparison>> = { lt: 'lt', le: 'le', gt: 'gt', ge: 'ge', eq: 'eq' };

function comparesVersions(line: ReadLine, installed: Generation): Truth {
  const { left, operator, right } = comparisonIn(line) ?? {};
  return left && operator && right && testValue(left, operator, right, installed);
}

/** `dpkg --compare-versions "$V" ge 4` */
function comparisonIn({ words, values }: ReadLine): { left: Value; operator: Comparison; right: Value } | undefined {
  const at = words.findIndex(([word]) => word === '--compare-versions');
  const operator = operators[words[at + 2]?.[0]?.replace(/-nl$/, '') ?? ''];
  const [left, right] = [values[at + 1], values[at + 3]];
  return at > 0 && operator && left && right ? { left, operator, right } : undefined;
}

/** Of the version of the client, with one that only the new generation has. */
export function comparesWithNew(line: ReadLine): boolean {
  const { left, right } = comparisonIn(line) ?? {};
  return left !== undefined && right !== undefined && left.version && namesNewVersion(right);
}
