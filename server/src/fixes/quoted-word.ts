/** How a reason refers to a word of the call: the text may be a secret, which no reason shows. */
import type { Word } from '../text/word.ts';
import type { CallLine, Item } from './call-line.ts';
import { optionName } from './option-name.ts';

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
