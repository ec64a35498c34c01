/** What command lines answer, and print, on a device that has the new generation and nothing of the old one. */
import type { Generation } from '../../catalogue/generations.ts';
import { newProgram } from '../../catalogue/programs.ts';
import { asksVersion, fileTests, generationAsked, generationListed, type Spelled } from '../../rules/presence.ts';
import type { Comparison } from '../../usage/frame.ts';
import { baseName } from '../../usage/wrappers.ts';
import type { Truth } from './truth.ts';
import {
  filledValue,
  joinedValue,
  knownValue,
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
export function succeeds(lines: readonly ReadLine[], input: Value | undefined): Truth {
  const last = lines.at(-1);
  if (!last) return undefined;
  const before = lines.slice(0, -1);
  if (isSearch(last)) return before.length > 0 || input ? searches(last, before, input) : undefined;
  if (before.length > 0) return undefined;
  return comparesVersions(last) ?? isThere(generationAsked(last.words)) ?? findsFile(last);
}

/** `[ -x "$(command -v mender-update)" ]` */
function findsFile(line: ReadLine): Truth {
  return program(line) === 'test' && fileTests.has(line.words[1]?.[0] ?? '') ? line.values[2]?.filled : undefined;
}

/** Whether it is a program of the new generation that does the work. */
export function runsNew(lines: readonly ReadLine[]): boolean {
  const last = lines.at(-1);
  return last !== undefined && newProgram(program(last)) !== undefined;
}

/** What a pipeline prints. */
export function printed(lines: readonly ReadLine[], input?: Value): Value {
  const [first, ...others] = lines;
  if (!first) return unknownValue;
  const last = lines.at(-1)!;
  if (countsLines(last)) {
    const found = isSearch(last) ? succeeds(lines, input) : isThere(generationAsked(first.words));
    return found === undefined ? unknownValue : knownValue([found ? '1' : '0']);
  }
  if (
    input?.version ||
    lines.some(({ words, values }) => asksVersion(words) || (isPrint(words) && joinedValue(values).version))
  )
    return versionValue;
  if (isPrint(first.words) && others.length === 0) return joinedValue(first.values.slice(1));
  const search = others.findIndex(isSearch);
  const there = search < 0 ? isThere(generationAsked(first.words)) : succeeds(lines.slice(0, search + 2), input);
  if (there === undefined) return unknownValue;
  return others.length === 0 && program(first) === 'systemctl'
    ? stateOf(first, there)
    : there
      ? filledValue
      : knownValue(['']);
}

function isThere(asked: Generation | undefined): Truth {
  return asked && asked === 'new';
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

function searches(search: ReadLine, before: readonly ReadLine[], input: Value | undefined): Truth {
  const pattern = search.words.slice(1).find(([word = '']) => word !== '' && !word.startsWith('-'))?.[0];
  if (pattern === undefined || options(search).includes('v')) return undefined;
  const searched = before.length > 0 ? printed(before) : (input ?? unknownValue);
  // In a basic expression, operators have a backslash.
  const found = searchValue(searched, pattern.replace(/\\([+?|(){}])/g, '$1'));
  if (found !== undefined) return found;
  const [first] = before;
  return first && isThere(generationListed(first.words, pattern) ?? generationAsked(first.words));
}

/** Letters of the short options. */
function options({ words }: ReadLine): string {
  return words.map(([word = '']) => /^-(\w+)$/.exec(word)?.[1] ?? '').join('');
}

const operators: Readonly<Record<string, Comparison>> = { lt: 'lt', le: 'le', gt: 'gt', ge: 'ge', eq: 'eq' };

/** `dpkg --compare-versions "$V" ge 4` */
function comparesVersions({ words, values }: ReadLine): Truth {
  const at = words.findIndex(([word]) => word === '--compare-versions');
  const operator = operators[words[at + 2]?.[0]?.replace(/-nl$/, '') ?? ''];
  const [left, right] = [values[at + 1], values[at + 3]];
  return at > 0 && operator && left && right ? testValue(left, operator, right) : undefined;
}
