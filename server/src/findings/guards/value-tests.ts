/** Results of tests of the possible values of a text of a script. */
import { generationOf, sampleVersions } from '../../mender/generations.ts';
import { LONGEST_PATTERN, MOST_STARS } from '../../text/limits.ts';
import type { Comparison, TextTestKind } from '../../usage/script.ts';
import { chosen, isPartial } from './choice.ts';
import { factsOf, isNewThere, noFacts, union } from './facts.ts';
import { known, not, ofAll, type Ternary, UNKNOWN } from './ternary.ts';
import { type Installed, knownValue, type Value, versionValue } from './values.ts';

const authorsWord = factsOf(isNewThere);

/** `[ "$CLIENT" = mender-update ]`, wherever the name comes from. */
function namesClient(value: Value, { texts }: Value): boolean {
  return !value.texts && texts?.length === 1 && generationOf(texts[0]!) !== undefined;
}

/**
 * The result with its reasons. For a comparison with a version that only new releases have, the reason is the author's
 * word.
 */
export function testValue(value: Value, test: TextTestKind, operand: Value, installed: Installed): Ternary {
  if (operand.version && !value.version) return testValue(operand, mirrored[test] ?? test, value, installed);
  if (value.status) return testStatus(value.status, test, operand);
  if (value.said && test === 'filled')
    return value.said.value ? value.said : { ...value.said, no: union(value.said.no, value.facts) };
  const holdsFor = (texts: readonly string[]) => {
    const each = texts.map(text => testValue(knownValue([text]), test, operand, installed).value);
    return each.every(one => one !== undefined) ? ofAll(each).value : undefined;
  };
  const chosenBy = value.choice && chosen(value.choice, holdsFor, value.facts);
  if (chosenBy) return chosenBy;
  const holds = test === 'filled' ? value.filled : compare(value, test, operand, installed);
  if (holds === undefined) return UNKNOWN;
  // Another output counts as a version only if the test has the same result for both.
  const isVersion =
    value.version || (value.facts.of.size > 0 && compare(versionValue, test, operand, installed) === holds);
  if ((isVersion && namesNewVersion(operand)) || namesClient(value, operand)) return known(holds, authorsWord);
  return known(holds, union(value.facts, operand.facts));
}

/** `[ $? -eq 0 ]`, `[ $? -ge 1 ]` */
function testStatus(status: Ternary, test: TextTestKind, { texts }: Value): Ternary {
  const [text = '', ...others] = texts ?? [];
  if (others.length > 0) return UNKNOWN;
  const isEqual = test === 'equal' || test === 'glob' || test === 'eq';
  if (text === '0' ? isEqual || test === 'le' : text === '1' && test === 'lt') return status;
  if (text === '0' ? test === 'gt' : text === '1' && test === 'ge') return not(status);
  // With this status the command has failed; another status is unknown.
  return isEqual && /^[1-9]\d*$/.test(text) ? { value: undefined, yes: status.no, no: noFacts } : UNKNOWN;
}

function compare(value: Value, test: TextTestKind, operand: Value, installed: Installed): boolean | undefined {
  const [wanted, ...others] = operand.texts ?? [];
  if (wanted === undefined || others.length > 0 || wanted.includes('\0') || wanted.length > LONGEST_PATTERN)
    return undefined;
  if (value.version) return testVersion(test, wanted, installed);
  // `[ "$CLIENT" = mender-update ]`, wherever the name comes from.
  const generation = value.texts ? undefined : generationOf(wanted);
  if (generation && (test === 'equal' || test === 'glob')) return generation === installed;
  // A regular expression of the script is never tried on a text of the script: both could be made to take for ever.
  if (!value.texts || test === 'regex') return undefined;
  if (value.texts.some(isPartial)) {
    return test === 'equal' && value.texts.every(text => differs(text, wanted)) ? false : undefined;
  }
  const passes = predicate(test, wanted);
  return passes && ofAll(value.texts.map(passes)).value;
}

/** Whether a partly known text can never equal the other one: `x` and something is not `x`. */
function differs(text: string, other: string): boolean {
  const [start = ''] = text.replaceAll('\u0001', '\0').split('\0');
  const least = text.replaceAll('\0', '').length;
  return !other.startsWith(start) || other.length < least;
}

const mirrored: Partial<Record<TextTestKind, TextTestKind>> = { lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' };

/** Whether the pattern matches the output of a command. */
export function searchValue(value: Value, pattern: string, installed: Installed): Ternary {
  if (value.version)
    return pattern.length > LONGEST_PATTERN ? UNKNOWN : testValue(value, 'regex', knownValue([pattern]), installed);
  const word = /^\^?([\w.-]+)\$?$/.exec(pattern)?.[1];
  if (value.texts?.every(text => text === '')) return /^\^?\$?$/.test(pattern) ? UNKNOWN : known(false, value.facts);
  if (word === undefined || !value.texts || value.texts.some(isPartial)) return UNKNOWN;
  return ofAll(
    value.texts.map(text => text.includes(word)),
    value.facts,
  );
}

/**
 * A test that no release of the installed generation passes fails there. A test that such a release passes, and no
 * release of the other generation, is meant for all of them, whichever it names.
 */
function testVersion(test: TextTestKind, operand: string, installed: Installed): boolean | undefined {
  if (installed === 'none') return undefined;
  // A version without dots cannot be compared here.
  if (!/\d/.test(operand) || /\d{3}/.test(operand.replace(/\[[^\]]*\]/g, ''))) return undefined;
  const holds = predicate(test, operand);
  if (!holds) return undefined;
  const passes = (version: string) => shortened(version).some(holds);
  if (!sampleVersions[installed].some(passes)) return false;
  return sampleVersions.old.some(passes) ? undefined : true;
}

/** Whether a version is compared with one that only the new generation has: `4`, `5.*`, `^v4\.`. */
export function namesNewVersion({ texts }: Value): boolean {
  const [text, ...others] = texts ?? [];
  const major = others.length === 0 && text !== undefined && /^[^\d[]*(\d+)(?![\d\]])/.exec(text)?.[1];
  return typeof major === 'string' && sampleVersions.new.some(version => version.startsWith(`${major}.`));
}

/** Scripts shorten `3.5.3` to `3.5` and `3`, or put a word before it. */
function shortened(version: string): readonly string[] {
  const [major, minor] = version.split('.');
  return [version, `${major}.${minor}`, major!, `v${version}`];
}

/** Undefined for a pattern that cannot be tried. */
function predicate(test: TextTestKind, operand: string): ((text: string) => boolean) | undefined {
  switch (test) {
    case 'filled':
      return text => text !== '';
    case 'equal':
      return text => text === operand;
    case 'glob':
      return matcher(globExpression(operand));
    case 'regex':
      return matcher(operand);
    default:
      // test(1): anything but a number is an error.
      return text => /\d/.test(text) && compares(text, test, operand);
  }
}

/** Component by component, as far as the operand goes: 4.0.7 equals 4. */
function compares(text: string, test: Comparison, operand: string): boolean {
  const own = numbers(text);
  const other = numbers(operand);
  let order = 0;
  for (let i = 0; i < other.length && order === 0; i++) order = Math.sign((own[i] ?? 0) - other[i]!);
  switch (test) {
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'eq':
      return order === 0;
  }
}

function numbers(text: string): readonly number[] {
  return (/\d+(?:\.\d+)*/.exec(text)?.[0] ?? '0').split('.').map(Number);
}

/** POSIX XCU 2.14. Runs of `*` are one. */
function globExpression(pattern: string): string {
  const expression = pattern.replace(/\*+|\?|\[[^\]]*\]|[\\^$.|+(){}[\]]/g, part => {
    if (part.startsWith('*')) return '.*';
    if (part === '?') return '.';
    return part.startsWith('[') && part.length > 1 ? part.replace(/^\[!/, '[^') : `\\${part}`;
  });
  return `^${expression}$`;
}

function matcher(expression: string): ((text: string) => boolean) | undefined {
  if (expression.split('*').length - 1 > MOST_STARS) return undefined;
  try {
    const pattern = new RegExp(expression);
    return text => pattern.test(text);
  } catch {
    return undefined;
  }
}
