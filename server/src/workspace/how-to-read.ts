/** How a scan reads a file: most do not mention Mender, and those are never decoded. */
import { optIns } from '../document/carriers.ts';
import { chooseByName } from '../document/choose.ts';
import { isDropInOf, wordsOf } from '../document/words.ts';
import type { ReadOptions } from './file-system.ts';
import { nameOf } from './paths.ts';

/** `limit`: bytes; `projectWords`: what rules of the project look for. */
export function howToRead(path: string, limit: number, projectWords: readonly string[] = []): ReadOptions {
  const name = nameOf(path);
  if (chooseByName(name, optIns) === 'yes') return { limit };
  const words = projectWords.length > 0 ? [...wordsOf(name), ...projectWords] : wordsOf(name);
  return isDropInOf(path, words) ? { limit } : { limit, words };
}
