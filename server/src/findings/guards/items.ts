/** What a command of a script does, as far as it matters to a question that it hangs on. */
import { type Generation, generationIn, generationOf } from '../../catalogue/generations.ts';
import type { NotedItem } from './evaluation.ts';

/** A variable is to name the old client, or the new one. */
export function setsOld({ sets }: NotedItem): boolean {
  return sets.some(({ texts }) => texts.some(text => names(text, 'old')));
}

export function setsNew({ sets }: NotedItem): boolean {
  return sets.some(({ texts }) => texts.some(text => names(text, 'new')));
}

function names(text: string, generation: Generation): boolean {
  return text.split(/\s+/).some(word => generationOf(word) === generation) || generationIn(text) === generation;
}

export function isFailure({ leaves }: NotedItem): boolean {
  return leaves === 'badly';
}

/** What only shows, tests or gets ready. */
const quiet = new Set(
  'echo printf true : test [ set local export readonly declare typeset shift grep egrep fgrep head tail cut awk tr wc sort cat command type hash which cd basename dirname date sudo'.split(
    ' ',
  ),
);

export function isQuiet({ words: [name = ''], writes, leaves }: NotedItem): boolean {
  if (leaves !== undefined) return leaves === 'well';
  return !writes && (name === '' || quiet.has(name));
}
