/** A file in an archive as a text, or why it is not one: the same as for files on the disk, but from a stream. */
import type { Bytes } from '../workspace/archive/decoders.ts';
import type { FileContent, ReadOptions, Unread } from '../workspace/file-system.ts';
import { decode } from './node-files.ts';

export async function contentOf(bytes: Bytes, how: ReadOptions): Promise<FileContent | Unread> {
  const { limit, words } = how;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isTooLarge = false;
  let isAnywhere = false;
  let tail: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
    else {
      // A word may begin in the previous chunk.
      const seen = Buffer.concat(isTooLarge ? [tail, chunk] : [...chunks.splice(0), chunk]);
      isTooLarge = true;
      isAnywhere ||= !words || words.some(word => seen.includes(word));
      tail = seen.subarray(Math.max(0, seen.length - LONGEST));
    }
  }
  if (isTooLarge) return isAnywhere ? 'too-large' : 'without-words';
  const all = Buffer.concat(chunks);
  return whyUnread(all, how) ?? decode(all);
}

/** A file with zeros may be UTF-16, in which no word is found as it is. */
function whyUnread(bytes: Buffer, { words, isNamed }: ReadOptions): Unread | undefined {
  const hasWords = !words || words.some(word => bytes.includes(word));
  if (isNamed) return hasWords || bytes.includes(0) ? undefined : 'without-words';
  if (!hasWords) return 'without-words';
  return bytes.includes(0) ? 'binary' : undefined;
}

/** Bytes; words are shorter. */
const LONGEST = 256;
