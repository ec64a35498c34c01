/**
 * Reads a file that the user named, and reports what in it is not read: silence must not be mistaken for a clean file.
 */
import { keysThatTell, mentionIn } from '../findings/mention.ts';
import type { FileContent, FileSystem, Unread } from './file-system.ts';
import { readOptionsFor } from './read-options.ts';

/**
 * The text, in a language or not, or why it is not read: `binary` is reported for files that name something of
 * Mender's.
 */
export function readNamed(
  files: FileSystem,
  path: string,
  limit: number,
  projectWords: readonly string[] = [],
): FileContent | Unread {
  const { words } = readOptionsFor(path, limit, projectWords);
  const content = files.read(path, { limit, isNamed: true, ...(words && { words: [...words, ...keysThatTell] }) });
  if (typeof content === 'string' || !content.text.includes('\0')) return content;
  return mentionIn(content.text.replaceAll('\0', ''), projectWords) === undefined ? 'without-words' : 'binary';
}
