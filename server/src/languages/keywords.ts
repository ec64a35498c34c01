/**
 * Keywords that distinguish files about Mender from all others before anything is parsed: words in the text, and parts
 * of the path.
 */

import { keywordSpellings, keywordsInScripts, keywordsInUnits, pathGlobs, pathOfMender } from '../mender/keywords.ts';

const inScripts = [...keywordSpellings, ...keywordsInScripts];
const inUnits = [...keywordSpellings, ...keywordsInUnits];

/** A file with this name and without any of these words has no finding. */
export function keywordsFor(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || name.endsWith('.sh')) return inScripts;
  return name.endsWith('.conf') || name.endsWith('.service') ? inUnits : keywordSpellings;
}

/** Whether a file is a drop-in of a unit that is called after one of the words: its text need not contain any. */
export function isDropInOf(path: string, words: readonly string[]): boolean {
  const end = path.lastIndexOf('/');
  if (!path.endsWith('.d', end)) return false;
  const folder = path.slice(path.lastIndexOf('/', end - 1) + 1, end);
  return words.some(word => folder.includes(word));
}

/** They decide whether a workspace is about Mender; which of its files are checked is another matter. */
export const namesOfMender: readonly string[] = pathGlobs;

/** Whether a file can have a finding, by the names of Mender itself; custom rules may look for other words. */
export function mayConcernMender(path: string, text: string): boolean {
  if (pathOfMender.test(path)) return true;
  const words = keywordsFor(path.slice(path.lastIndexOf('/') + 1));
  // Nearly no text has one.
  return (
    words.some(word => text.includes(word)) &&
    new RegExp(`(?<!com)(?:${words.map(word => word.replaceAll('[', '\\[')).join('|')})`).test(text)
  );
}
