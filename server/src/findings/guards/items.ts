/** What a command of a script does, as far as it matters to a probe that it depends on. */
import { type Generation, generationIn, generationOf } from '../../mender/generations.ts';
import { baseName } from '../../programs/base-name.ts';
import { valueIn } from '../../programs/command-line.ts';
import { programOf } from '../../programs/programs.ts';
import type { NotedItem } from './evaluation.ts';

/** It sets a variable to a name of the old client, or the new one. */
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

/** It only shows, tests or prepares. */
export function isQuiet({ words: [name = ''], writes, leaves }: NotedItem): boolean {
  if (leaves !== undefined) return leaves === 'well';
  return !writes && (name === '' || programOf(name).quiet === true);
}

/** It only waits, or reloads the unit files. */
export function isIdle(item: NotedItem): boolean {
  const [name = '', operand] = item.words;
  return isQuiet(item) || name === 'sleep' || (name === 'systemctl' && operand === 'daemon-reload');
}

/** The same command except for the client it names; messages to people may differ. */
export function isSameCommand(left: NotedItem, right: NotedItem): boolean {
  if (left.leaves !== right.leaves || left.writes !== right.writes) return false;
  const [first, second] = [left, right].map(({ words }) => words.map(word => baseName(word)));
  if (first![0] === 'logger') return second![0] === 'logger';
  return withoutNames(left.words) === withoutNames(right.words);
}

/** A command line in a form that is the same for either client. */
export function withoutNames(words: readonly string[]): string {
  return words
    .map(word => {
      const value = valueIn(word);
      return generationOf(baseName(value)) ? `${word.slice(0, word.length - value.length)}\0` : word;
    })
    .join(' ');
}

/** It only decides, or sets a variable. */
export function isTest({ words: [name = ''] }: NotedItem): boolean {
  return /^(?:|test|\[|true|:)$/.test(name);
}
