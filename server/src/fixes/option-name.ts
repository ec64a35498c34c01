/** How messages name an option: without its value, which may be a secret. */
import { literalPrefix, type Word } from '../text/word.ts';
import type { OptionItem } from './call-line.ts';

export function optionName({ dashes, written, value, words }: OptionItem): string {
  const attached = value?.word === words[0] ? '=…' : '';
  return `${'-'.repeat(dashes)}${written}${attached}`;
}

/** The name of an option that no grammar has: after one dash and a letter there may be a value. */
export function unknownOptionName(word: Word): string {
  const [name = ''] = literalPrefix(word).split('=', 1);
  if (name.startsWith('--') || name.length <= 2) return name;
  return `${name.slice(0, 2)}…`;
}
