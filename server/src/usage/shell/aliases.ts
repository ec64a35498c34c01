/** Arguments of `alias`: which names are replaced, and by what. */

import { innerScript } from '../../languages/shell/shell-word.ts';
import { type Fragment, slice } from '../../text/fragment.ts';
import type { Word } from '../../text/word.ts';
import type { Keywords } from '../keywords.ts';
import type { SimpleCommand } from './shell-facts.ts';

/** `alias mender=mender-update`: the name means something else. */
export function namesGivenAway({ name, args, source }: SimpleCommand, { words }: Keywords): readonly string[] {
  if (name?.value !== 'alias') return [];
  const isGivenAway = (word: string) =>
    args.some(
      ({ pos, text }) =>
        source.text.startsWith(`${word}=`, pos - word.length - 1) && !text.split(/[^\w-]+/).includes(word),
    );
  return words.filter(isGivenAway);
}

/** `mender-log='...'`: a name that no variable could have is part of the word, and the rest is the text. */
export function aliasedText(word: Word): Fragment | undefined {
  const name = word.source.text[word.start - 1] === '=' ? undefined : /^[\w.:@%+-]+=/.exec(word.text)?.[0];
  if (name === undefined) return undefined;
  const text = innerScript(word);
  return slice(text, { start: name.length, end: text.text.length });
}
