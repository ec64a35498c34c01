/** How a file is read that a scan has come to: most are silent about Mender, and those are never decoded. */
import { chooseByName, wordsOf } from '../document/choose.ts';
import type { ReadOptions } from './file-system.ts';

/** `limit`: bytes. */
export function howToRead(name: string, limit: number): ReadOptions {
  return chooseByName(name) === 'yes' ? { limit } : { limit, words: wordsOf(name) };
}
