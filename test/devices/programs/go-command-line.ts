/** Reads command lines as Go's flag package does: mender 3.x, mender-setup and mender-snapshot. */
import type { Flag } from '../facts/command-lines.ts';

export interface GoParsed {
  readonly values: ReadonlyMap<string, string>;
  /** The words after the flags. */
  readonly rest: readonly string[];
}

const truths = ['1', 't', 'T', 'true', 'TRUE', 'True'];
const untruths = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/** Reads flags up to the first other word; a text is an error message. */
export function readGoFlags(words: readonly string[], flags: readonly Flag[]): GoParsed | string {
  const values = new Map<string, string>();
  const spelled = new Map<string, string>();
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '--') return finish(values, words.slice(at + 1));
    if (!word.startsWith('-') || word === '-') break;
    const body = word.replace(/^--?/, '');
    if (body === '' || body.startsWith('-') || body.startsWith('=')) return `bad flag syntax: ${word}`;
    const equals = body.indexOf('=');
    const name = equals < 0 ? body : body.slice(0, equals);
    const flag = flags.find(known => known.name === name || known.alias === name);
    if (!flag) return `flag provided but not defined: -${name}`;
    const other = spelled.get(flag.name);
    if (other !== undefined && other !== name)
      return `Cannot use two forms of the same flag: ${flag.alias ?? name} ${flag.name}`;
    spelled.set(flag.name, name);
    let value = equals < 0 ? undefined : body.slice(equals + 1);
    if (!flag.value) {
      if (value !== undefined && !truths.includes(value) && !untruths.includes(value))
        return `invalid boolean value "${value}" for -${name}: parse error`;
      if (value !== undefined && untruths.includes(value)) values.delete(flag.name);
      else values.set(flag.name, 'true');
      continue;
    }
    if (value === undefined) {
      at++;
      value = words[at];
      if (value === undefined) return `flag needs an argument: -${name}`;
    }
    if (flag.value === 'number' && !/^[-+]?\d+$/.test(value))
      return `invalid value "${value}" for flag -${name}: parse error`;
    values.set(flag.name, value);
  }
  return finish(values, words.slice(at));
}

function finish(values: Map<string, string>, rest: readonly string[]): GoParsed {
  return { values, rest };
}

/** The message of mender-setup about values that are empty, or look like a flag. */
export function refusedValue({ values }: GoParsed, flags: readonly Flag[]): string | undefined {
  for (const { name, value } of flags) {
    const given = values.get(name);
    if (given === undefined || !value?.startsWith('given')) continue;
    if (given === '' || (value === 'given' && given.startsWith('-')))
      return `Got an error: --${name} requires a non-empty value`;
  }
  return undefined;
}
