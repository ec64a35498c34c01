/** How a scan reads a file: most do not mention Mender, and those are never decoded. */
import { isDropInOf, keywordsFor } from '../languages/keywords.ts';
import { selectMarked } from '../languages/marked-names.ts';
import type { ReadOptions } from './file-system.ts';
import { nameOf } from './paths.ts';

/** `limit`: bytes; `projectWords`: words of custom rules. */
export function readOptionsFor(path: string, limit: number, projectWords: readonly string[] = []): ReadOptions {
  const name = nameOf(path);
  if (selectMarked(name) === 'always') return { limit };
  const words = projectWords.length > 0 ? [...keywordsFor(name), ...projectWords] : keywordsFor(name);
  return isDropInOf(path, words) ? { limit } : { limit, words };
}
