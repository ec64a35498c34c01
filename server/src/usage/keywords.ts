/**
 * What a text must contain to be looked at: everything of Mender's has its name in it, and custom rules add other
 * words.
 */
import { programSpellings } from '../mender/keywords.ts';

export interface Keywords {
  readonly words: readonly string[];
  /** What scripts may look for in the output of programs; without it no rule is about that. */
  readonly printed?: RegExp | undefined;
}

export function keywordsWith(words: readonly string[], printed?: RegExp): Keywords {
  return { words: [...programSpellings, ...words], printed };
}

export function mentionsAny({ words }: Keywords, text: string): boolean {
  return words.some(word => text.includes(word));
}
