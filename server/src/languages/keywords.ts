/**
 * Keywords that distinguish a file of Mender's from all others before anything is parsed: words in its text, and parts
 * of its path.
 */

import { keywordSpellings, keywordsInScripts, keywordsInUnits, pathGlobs, pathOfMender } from '../mender/keywords.ts';

const inScripts = [...keywordSpellings, ...keywordsInScripts];
const inUnits = [...keywordSpellings, ...keywordsInUnits];

/** Without one of these a file that is to be looked at has no finding. */
export function keywordsFor(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || name.endsWith('.sh')) return inScripts;
  return name.endsWith('.conf') || name.endsWith('.service') ? inUnits : keywordSpellings;
}

/**
 * Whether a file is a drop-in of something that is called after one of the words: it need not say anything of it
 * itself.
 */
export function isDropInOf(path: string, words: readonly string[]): boolean {
  const end = path.lastIndexOf('/');
  if (!path.endsWith('.d', end)) return false;
  const folder = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  return words.some(word => folder.includes(word));
}

/** They decide whether a workspace has to do with Mender; which files in it are checked is another matter. */
export const namesOfMender: readonly string[] = pathGlobs;

/**
 * Whether there can be a finding in a file, by what Mender itself is called; rules of a project may look for other
 * words.
 */
export function mayConcernMender(path: string, text: string): boolean {
  if (pathOfMender.test(path)) return true;
  const words = keywordsFor(path.slice(path.lastIndexOf('/') + 1));
  // Nearly all texts have none of them.
  return (
    words.some(word => text.includes(word)) &&
    new RegExp(`(?<!com)(?:${words.map(word => word.replaceAll('[', '\\[')).join('|')})`).test(text)
  );
}
