/** How a scan reads a file: most do not mention Mender, and those are never decoded. */
import { optIns } from '../languages/embedding-languages.ts';
import { selectByName } from '../languages/select-by-name.ts';
import { isDropInOf, keywordsFor } from '../mender/keywords.ts';
import type { ReadOptions } from './file-system.ts';
import { nameOf } from './paths.ts';

/** `limit`: bytes; `projectWords`: what rules of the project look for. */
export function readOptionsFor(path: string, limit: number, projectWords: readonly string[] = []): ReadOptions {
  const name = nameOf(path);
  if (selectByName(name, optIns) === 'yes') return { limit };
  const words = projectWords.length > 0 ? [...keywordsFor(name), ...projectWords] : keywordsFor(name);
  return isDropInOf(path, words) ? { limit } : { limit, words };
}
