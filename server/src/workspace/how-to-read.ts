/** How a file is read that a scan has come to: most are silent about Mender, and those are never decoded. */
import { optIns } from '../document/carriers.ts';
import { chooseByName } from '../document/choose.ts';
import { wordsOf } from '../document/words.ts';
import type { ReadOptions } from './file-system.ts';

/** `limit`: bytes; `projectWords`: what rules of the project look for. A file that no scan would come to is read whole: whoever names it wants to hear what it is. */
export function howToRead(name: string, limit: number, projectWords: readonly string[] = []): ReadOptions {
  if (chooseByName(name, optIns) !== 'look') return { limit };
  return { limit, words: projectWords.length > 0 ? [...wordsOf(name), ...projectWords] : wordsOf(name) };
}
