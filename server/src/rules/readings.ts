/**
 * A call whose variables hold a name of either client is read twice: with the names of the old one, and with those of
 * the new one. Which of them applies is known only where the script is evaluated.
 */
import { type Generation, generationIn, generationOf } from '../mender/generations.ts';
import { baseName } from '../programs/base-name.ts';
import type { ResolvedValue, ResolvedWord } from '../usage/usage.ts';

export interface Readings<Usage> {
  readonly old: Usage;
  /** Undefined where there is only one reading. */
  readonly new: Usage | undefined;
}

/** `words` are those of the usage; `withWords` gives the same usage with others. */
export function readingsOf<Usage>(
  usage: Usage,
  words: readonly ResolvedWord[],
  withWords: (words: readonly ResolvedWord[]) => Usage,
): Readings<Usage> {
  if (!words.some(mayBeNew) || !words.some(word => names(word, 'old'))) return { old: usage, new: undefined };
  return {
    old: withWords(words.map(word => withoutValues(word, 'new'))),
    new: withWords(words.map(word => withoutValues(word, 'old'))),
  };
}

/** It names the new client, or something else. */
function mayBeNew(word: ResolvedWord): boolean {
  return word.value === undefined && names(word, 'new') && !word.values.every(each => namedBy(each) === 'new');
}

function names({ values }: ResolvedWord, generation: Generation): boolean {
  return values.some(each => namedBy(each) === generation);
}

/** Removed values stay possible, but become unknown. */
function withoutValues(word: ResolvedWord, generation: Generation): ResolvedWord {
  const { start, end, text, value, pieces, source, values, open } = word;
  const kept = values.filter(each => namedBy(each) !== generation);
  if (value !== undefined || kept.length === 0 || kept.length === values.length) return word;
  return { start, end, text, value, pieces, source, values: kept, open: open.length > 0 ? open : [text] };
}

function namedBy({ text }: ResolvedValue): Generation | undefined {
  return generationOf(baseName(text)) ?? generationIn(text);
}
