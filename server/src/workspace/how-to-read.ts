/** How a file is read that a scan has come to: most are silent about Mender, and those are never decoded. */

import { optIns } from '../document/carriers.ts';
import { chooseByName, isOursByPath, wordsOf } from '../document/choose.ts';
import type { ReadOptions } from './file-system.ts';
import { nameOf } from './paths.ts';

/** `limit`: bytes; `projectWords`: what rules of the project look for. */
export function howToRead(path: string, limit: number, projectWords: readonly string[] = []): ReadOptions {
  const name = nameOf(path);
  if (chooseByName(name, optIns) === 'yes' || isOursByPath(path)) return { limit };
  return { limit, words: projectWords.length > 0 ? [...wordsOf(name), ...projectWords] : wordsOf(name) };
}
