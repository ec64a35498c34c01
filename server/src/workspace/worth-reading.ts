/** Decides by the bytes of a file whether it is worth decoding, wherever they come from. */
import { archiveAt } from './archives.ts';
import type { ReadOptions, Unread } from './file-system.ts';

/** The beginning of a file, up to one byte more than the limit. */
export interface Start {
  readonly bytes: Uint8Array;
  /** Whether it contains a word, or the byte 0. */
  readonly includes: (sought: string | 0) => boolean;
}

/** Undefined if it is worth it. `isAnywhere`: whether the file may contain one of the words, however large it is. */
export function whyNotDecoded(
  path: string,
  { bytes, includes }: Start,
  { limit, words, isNamed }: ReadOptions,
  isAnywhere: (words: readonly string[]) => boolean,
): Unread | undefined {
  const isTooLarge = bytes.length > limit;
  const hasWord = () => !words || words.some(includes);
  if (isNamed) {
    const archive = archiveAt(path, bytes);
    if (archive) return archive;
    if (isTooLarge) return !words || isAnywhere(words) ? 'too-large' : 'without-words';
    // A file with zeros may be UTF-16, in which no word is found as it is.
    return !words || includes(0) || hasWord() ? undefined : 'without-words';
  }
  if (!hasWord()) return isTooLarge && !includes(0) && isAnywhere(words!) ? 'too-large' : 'without-words';
  if (includes(0)) return 'binary';
  return isTooLarge ? 'too-large' : undefined;
}
