/** Possible values of a text of a script on a device. */

import { LONGEST_TEXT, MOST_TEXTS } from '../../text/limits.ts';
import { type Choice, joinedChoice } from './choice.ts';
import { type Facts, factsOf, isOldVersion, noFacts, union } from './facts.ts';
import { known, ofAll, resting, type Ternary } from './ternary.ts';

/** Which client is on the device: the new one, or none yet. */
export type Installed = 'new' | 'none';

export interface Value {
  /**
   * All possible texts; `\0` replaces unknown parts, `\u0001` unknown parts that are not empty. Undefined: nothing is
   * known.
   */
  readonly texts: readonly string[] | undefined;
  /** It is the version of the client, or a part of it. */
  readonly version: boolean;
  /** Whether it is not empty. */
  readonly filled: boolean | undefined;
  /** Its reasons. */
  readonly facts: Facts;
  /** It is an argument of the script. */
  readonly argument?: true;
  /** It shows the state of the new client. */
  readonly ofNew?: true;
  /** The place of the command that queried the state and printed nothing else. */
  readonly state?: number;
  /** For an unknown value: some possible texts, such as a default. */
  readonly perhaps?: readonly string[];
  /** It is the exit status of something that may fail or not. */
  readonly status?: Ternary;
  /** Whether it is not empty, where the status of the command that prints it is unknown. */
  readonly said?: Ternary;
  /** The result of a command that the text depends on. */
  readonly choice?: Choice;
  /** Those of an array. */
  readonly elements?: readonly Value[];
}

export const unknownValue: Value = { texts: undefined, version: false, filled: undefined, facts: noFacts };
export const versionValue: Value = { texts: undefined, version: true, filled: undefined, facts: noFacts };
export const filledValue: Value = { texts: undefined, version: false, filled: true, facts: noFacts };
export const argumentValue: Value = { ...unknownValue, argument: true };

export function knownValue(texts: readonly string[], facts: Facts = noFacts): Value {
  // Nearly all are a word of a command: creating a set for each would be most of the cost of a long script.
  const [only] = texts;
  if (texts.length === 1) return { texts, version: false, filled: only === '\0' ? undefined : only !== '', facts };
  const distinct = [...new Set(texts)];
  if (distinct.length === 0 || distinct.length > MOST_TEXTS) return restingOn(unknownValue, facts);
  const filled = distinct.includes('\0') ? undefined : ofAll(distinct.map(text => text !== '')).value;
  return { texts: distinct, version: false, filled, facts };
}

export function restingOn(value: Value, facts: Facts): Value {
  if (facts === noFacts) return value;
  const { choice, said } = value;
  return {
    ...value,
    facts: union(value.facts, facts),
    ...(choice && { choice: { ...choice, truth: resting(choice.truth, facts) } }),
    // That a text is not empty is known only where that text is the one that is printed.
    ...(said?.value && { said: resting(said, facts) }),
  };
}

/** One of them, unknown which. */
export function anyOf(values: readonly Value[]): Value {
  const [only, ...others] = values;
  if (!only) return unknownValue;
  if (others.length === 0) return only;
  const facts = factsOfAll(values);
  if (values.every(({ texts }) => texts))
    return knownValue(
      values.flatMap(({ texts }) => texts!),
      facts,
    );
  // A version, or the text that replaces a missing one.
  const version = values.some(value => value.version) && values.every(value => value.version || value.texts);
  const filled = values.every(value => value.filled === only.filled) ? only.filled : undefined;
  const perhaps = values.flatMap(value => value.texts ?? value.perhaps ?? []).filter(Boolean);
  return {
    texts: undefined,
    version,
    filled,
    facts,
    ...(values.some(({ ofNew }) => ofNew) && { ofNew: true as const }),
    ...(perhaps.length > 0 && { perhaps }),
  };
}

/** The value of a variable from elsewhere when nothing has set it. */
export function orDefault({ texts, perhaps = [], filled, facts }: Value, replacesEmpty: boolean): Value {
  const known = (texts ?? perhaps).filter(Boolean);
  // Then neither a value from elsewhere nor the default is empty.
  const value: Value = filled && replacesEmpty ? { ...filledValue, facts } : unknownValue;
  return known.length > 0 ? { ...value, perhaps: known } : value;
}

export function factsOfAll(values: readonly Value[]): Facts {
  return values.map(({ facts }) => facts).reduce(union, noFacts);
}

export function joinedValue(parts: readonly Value[]): Value {
  const facts = factsOfAll(parts);
  if (parts.some(({ version }) => version)) return restingOn(versionValue, facts);
  // `"$OLD$NEW"`: a text next to an empty one does not change.
  const [only, ...others] = parts.filter(part => part.texts?.length !== 1 || part.texts[0] !== '');
  if (only?.said && others.length === 0) return restingOn(only, facts);
  let texts: readonly string[] = [''];
  for (const part of parts) {
    const own = part.texts ?? [part.filled ? '\u0001' : '\0'];
    texts = texts.flatMap(before => own.map(after => before + after));
    if (texts.length > MOST_TEXTS || texts.some(({ length }) => length > LONGEST_TEXT))
      return restingOn(unknownValue, facts);
  }
  const choice = joinedChoice(parts);
  const filled = parts
    .filter(part => part.filled)
    .toSorted((left, right) => left.facts.of.size - right.facts.of.size)[0];
  return {
    ...knownValue(texts, facts),
    ...(parts.some(({ ofNew }) => ofNew) && { ofNew: true as const }),
    ...(choice && { choice }),
    ...(filled && { said: known(true, filled.facts) }),
  };
}

/** A version from elsewhere: a comparison with old ones alone is a probe for the old client. */
export const givenVersion: Value = { ...versionValue, facts: factsOf(isOldVersion) };
