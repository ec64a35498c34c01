/** How a file is read that a scan has come to: most are silent about Mender, and those are never decoded. */
import { optIns } from '../document/carriers.ts';
import { chooseByName, wordsOf } from '../document/choose.ts';
import type { ReadOptions } from './file-system.ts';

/** `limit`: bytes. A file that no scan would come to is read whole: whoever names it wants to hear what it is. */
export function howToRead(name: string, limit: number): ReadOptions {
  return chooseByName(name, optIns) === 'look' ? { limit, words: wordsOf(name) } : { limit };
}
