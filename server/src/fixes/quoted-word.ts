/** How reasons and messages refer to words of a call: the text may be a secret, which is never shown. */
import { literalPrefix, type Word } from '../text/word.ts';
import type { CallLine, Item, OptionItem } from './call-line.ts';

/** The name of an option, without its value. */
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

/** A variable by its name; other text may be a secret, and is described by what it follows. */
export function quoted({ text }: Word, { command }: CallLine): string {
  if (/^"?\$(?:[\w@*]+|\{\w+\})"?$/.test(text)) return `\`${text}\``;
  const after = command?.text;
  return after === undefined ? 'a word' : `a word after \`${after}\``;
}

/** The word itself is not quoted: it may be a secret in the wrong place. */
export function placeOf(item: Item, { items, command }: CallLine): string {
  const before = items[items.indexOf(item) - 1];
  if (before?.kind === 'option') return `the word after \`${optionName(before)}\``;
  return before && before === command?.item ? `the word after \`${command.text}\`` : 'further words';
}

/** `--token $EMPTY --next x`: the option reads the next one as its value, and what follows that is left over. */
export function emptyValue({ items }: CallLine): string | undefined {
  for (const { kind, words } of items) {
    const [option, value] = words;
    if (kind !== 'option' || !value || value.source !== option.source || !value.text.startsWith('-')) continue;
    const between = option.source.text.slice(option.end, value.start).trim();
    if (/^\$\{?\w+\}?$/.test(between))
      return `\`${between}\` is empty here, so \`${option.text}\` takes \`${value.text.replace(/=.*/s, '')}\` for its value`;
  }
  return undefined;
}
