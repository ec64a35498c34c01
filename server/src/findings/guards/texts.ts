/** Values of words of a script where an evaluation reaches them. */
import { keyword } from '../../mender/keywords.ts';
import type { Text } from '../../usage/script.ts';
import { Environment } from './environment.ts';
import { nothing } from './outcome.ts';
import type { ScriptRun } from './script-run.ts';
import { both, known, type Ternary } from './ternary.ts';
import {
  anyOf,
  argumentValue,
  givenVersion,
  joinedValue,
  knownValue,
  orDefault,
  restingOn,
  unknownValue,
  type Value,
  versionValue,
} from './values.ts';

export function textWords(run: ScriptRun, text: Text, runs: Ternary, environment: Environment): readonly Value[] {
  if (text.kind === 'arguments') return environment.args ?? [unknownValue];
  if (text.kind === 'elements') return environment.get(text.name)?.elements ?? [unknownValue];
  const value = textValue(run, text, runs, environment);
  // An unquoted value is split into words.
  return text.kind === 'variable' && value.texts?.some(each => /\s/.test(each)) ? fieldsOf(value) : [value];
}

export function textValue(run: ScriptRun, text: Text, runs: Ternary, environment: Environment): Value {
  switch (text.kind) {
    case 'unknown':
      return unknownValue;
    case 'literal':
      return knownValue([text.value]);
    case 'argument':
      return environment.args ? (environment.args[text.position - 1] ?? nothing) : argumentValue;
    case 'arguments':
      return environment.args ? joinedValue(environment.args) : argumentValue;
    case 'variable':
      return variableValue(run, text.name, environment);
    case 'status': {
      const { value, yes, no } = environment.status;
      if (value === undefined) return { ...unknownValue, status: environment.status };
      return value ? knownValue(['0'], yes) : knownValue(failures, no);
    }
    case 'output': {
      const outcome = run.heard(text.of, runs, environment);
      run.lastStatus = outcome.status;
      return outcome.printed;
    }
    case 'default':
      return defaultValue(run, text, runs, environment);
    case 'array': {
      const elements = text.elements.flatMap(element => textWords(run, element, runs, environment));
      return { ...(elements[0] ?? nothing), elements };
    }
    case 'elements':
      return unknownValue;
    case 'part': {
      const { version, filled, facts } = textValue(run, text.of, runs, environment);
      if (version) return restingOn(versionValue, facts);
      return filled === false ? knownValue([''], facts) : restingOn(unknownValue, facts);
    }
    case 'joined':
      return joinedValue(text.parts.map(part => textValue(run, part, runs, environment)));
  }
}

/** A variable that nothing has set yet may come from elsewhere. */
function defaultValue(
  run: ScriptRun,
  { name, otherwise, sets, replacesEmpty }: Extract<Text, { kind: 'default' }>,
  runs: Ternary,
  environment: Environment,
): Value {
  const value = environment.get(name) ?? (namesVersion(name) ? givenVersion : unknownValue);
  const isSet = environment.get(name) !== undefined;
  if (value.version || value.filled || (isSet && value.filled === false && !replacesEmpty)) {
    textValue(run, otherwise, both(runs, known(false, value.facts)), new Environment(environment));
    return value;
  }
  const other = textValue(run, otherwise, runs, environment);
  const result =
    value.filled === false
      ? restingOn(other, value.facts)
      : isSet
        ? anyOf([value, other])
        : orDefault(other, replacesEmpty);
  if (sets) environment.set(name, result);
  return result;
}

export function variableValue(run: ScriptRun, name: string, environment: Environment): Value {
  const value = environment.get(name);
  if (value) return value.texts || value.version || !namesVersion(name) ? value : givenVersion;
  if (namesVersion(name)) return givenVersion;
  return run.assigned.has(name) ? nothing : unknownValue;
}

/** Statuses of a command that fails. */
const failures = ['1', '2', '3', '4', '5', '127'];

/** The words that the only text of a value is split into. */
export function fieldsOf(value: Value): readonly Value[] {
  const [only, ...others] = value.texts ?? [];
  if (only === undefined || others.length > 0) return [value];
  return only
    .split(/\s+/)
    .filter(Boolean)
    .map(word => knownValue([word], value.facts));
}

const versionName = new RegExp(`${keyword}.*(?:ver|major|gen)`, 'i');

/** `MENDER_VERSION`, from the environment or from another file. */
function namesVersion(name: string): boolean {
  return versionName.test(name);
}
