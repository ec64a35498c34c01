/** What a call of sed puts into the files that it edits in place, or whose new text it writes somewhere. */

import { type SedText, sedTexts } from '../../languages/shell/sed.ts';
import { innerScript } from '../../languages/shell/shell-word.ts';
import { type Fragment, slice } from '../../text/fragment.ts';
import { textWithPlaceholders, type Word } from '../../text/word.ts';
import { type ReadOption, readOptions } from '../options.ts';

export interface SedEdits {
  readonly texts: readonly SedText[];
  /** Edited in place. */
  readonly files: readonly Word[];
}

export function sedEdits(args: readonly Word[]): SedEdits {
  const inPlace = args.filter(isInPlace);
  const { options, operands } = readOptions(
    args.filter(word => !inPlace.includes(word)),
    { short: 'efl', long: ['expression', 'file', 'line-length'] },
  );
  const has = (...names: readonly string[]) => options.some(({ name }) => names.includes(name));
  const given = options.filter(({ name }) => name === '-e' || name === '--expression');
  const scripts = given.flatMap(scriptOf);
  const hasScript = given.length > 0 || has('-f', '--file');
  const [script] = operands;
  if (!hasScript && script) scripts.push(innerScript(script));
  const extended =
    has('-E', '-r', '--regexp-extended') || inPlace.some(word => /^-\w*[Er]\w*i/.test(textWithPlaceholders(word)));
  return {
    texts: scripts.flatMap(text => sedTexts(text, extended)),
    files: inPlace.length > 0 ? operands.slice(hasScript ? 0 : 1) : [],
  };
}

/** sed(1): the ending of the copy is part of the same word. */
function isInPlace(word: Word): boolean {
  return /^(?:-[nErsuz]*i|--in-place)/.test(textWithPlaceholders(word));
}

function scriptOf({ value }: ReadOption): Fragment[] {
  if (!value) return [];
  const text = innerScript(value.word);
  return [value.offset === 0 ? text : slice(text, { start: value.offset, end: text.text.length })];
}
