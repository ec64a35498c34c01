/** Breaks a text a little, like a slip of the hand, a merge or a bad generator. */
import type { Random } from './random.ts';
import { dictionary, seeds } from './seeds.ts';

const nasty = [
  '"',
  "'",
  '`',
  '\\',
  '$(',
  ')',
  '${',
  '}',
  '<<EOF\n',
  '\nEOF\n',
  '\r',
  '\r\n',
  '\n',
  '\0',
  '\uFEFF',
  '😀',
  '\uD83D',
  '\t',
  ' ',
  '#',
  ';',
  '&',
  '|',
  '$',
  '=',
  '%',
  '{',
  '[',
  ']',
  '((',
  '))',
  '<(',
  'mender ',
  ' \\\n',
];

const mutations: readonly ((text: string, random: Random) => string)[] = [
  insert(random => random.pick(nasty)),
  insert(random => random.pick(nasty)),
  insert(random => random.pick(dictionary)),
  insert(random => ` ${random.pick(dictionary)} `),
  (text, random) => spliced(text, random, () => ''),
  (text, random) => spliced(text, random, part => part + part),
  (text, random) => spliced(text, random, () => random.pick(dictionary)),
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random) => text + random.pick(['\n', ' ', '; ', '\n\n']) + random.pick(seeds).text,
  (text, random) => {
    const other = random.pick(seeds).text;
    return text.slice(0, random.below(text.length + 1)) + other.slice(random.below(other.length + 1));
  },
  text => text.replaceAll('\n', '\r\n'),
];

function insert(what: (random: Random) => string): (text: string, random: Random) => string {
  return (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + what(random) + text.slice(at);
  };
}

/** Replaces a short part with something else. */
function spliced(text: string, random: Random, change: (part: string) => string): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + 1 + random.below(random.pick([2, 6, 20])));
  return text.slice(0, start) + change(text.slice(start, end)) + text.slice(end);
}

export function mutated(text: string, random: Random): string {
  let changed = text;
  for (let left = 1 + random.below(3); left > 0; left--) changed = random.pick(mutations)(changed, random);
  return changed;
}
