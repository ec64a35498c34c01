/** What is in a file, as bytes. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { ReadOptions, Unread } from '../workspace/file-system.ts';

/** Read into by all; grows to the largest file. */
let buffer = Buffer.allocUnsafeSlow(64 * 1024);

/** Bytes that are worth decoding; they stay valid until the next call. */
export function bytesOf(path: string, { limit, words, isNamed }: ReadOptions): Buffer | Unread {
  const bytes = readBytes(path, limit);
  if (!bytes) return 'unreadable';
  const isTooLarge = bytes.length > limit;
  const isSilent = words !== undefined && !words.some(word => bytes.includes(word));
  if (isSilent && !(isTooLarge && isNamed)) return 'without-words';
  if (bytes.includes(0)) return isSilent ? 'without-words' : 'binary';
  return isTooLarge ? 'too-large' : bytes;
}

/** At most one byte more than the limit; undefined when they cannot be read. */
function readBytes(path: string, limit: number): Buffer | undefined {
  let file: number | undefined;
  try {
    // A FIFO that took the place of a file must not make us wait for its writer.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    let length = 0;
    for (;;) {
      const room = Math.min(buffer.length, limit + 1) - length;
      const read = readSync(file, buffer, length, room, null);
      length += read;
      // read(2): a file that gives fewer bytes than were asked for has ended.
      if (read < room || length > limit) return buffer.subarray(0, length);
      if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit + 1, buffer.length * 4));
    }
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
