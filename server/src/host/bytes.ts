/** Reads files as bytes. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { ReadOptions, Unread } from '../workspace/file-system.ts';
import { whyNotDecoded } from '../workspace/worth-reading.ts';
import { systemPath } from './system-path.ts';

/** Shared by all reads; grows to the largest file. */
let buffer = Buffer.allocUnsafeSlow(64 * 1024);

/** Bytes that are worth decoding; they stay valid until the next call. */
export function bytesOf(path: string, how: ReadOptions): Buffer | Unread {
  const bytes = readBytes(path, how.limit);
  if (!bytes) return 'unreadable';
  const start = { bytes, includes: (sought: string | 0) => bytes.includes(sought) };
  return whyNotDecoded(path, start, how, words => isAnywhere(path, words)) ?? bytes;
}

/** Bytes that are searched for words; a larger file is reported as too large without a search. */
const MOST_SEARCHED = 2 ** 30;

/** Whether a file of any size may contain one of the words. */
function isAnywhere(path: string, words: readonly string[]): boolean {
  const longest = Math.max(...words.map(word => word.length));
  const chunk = Buffer.allocUnsafe(1 << 20);
  let file: number | undefined;
  try {
    file = opened(path);
    let kept = 0;
    for (let searched = 0; searched < MOST_SEARCHED; ) {
      const read = readSync(file, chunk, kept, chunk.length - kept, null);
      if (read === 0) return false;
      searched += read;
      const seen = chunk.subarray(0, kept + read);
      if (words.some(word => seen.includes(word))) return true;
      // A word may continue in the next chunk.
      kept = Math.min(longest - 1, seen.length);
      seen.copy(chunk, 0, seen.length - kept);
    }
    return true;
  } catch {
    return true;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** At most one byte more than the limit; undefined when they cannot be read. */
function readBytes(path: string, limit: number): Buffer | undefined {
  let file: number | undefined;
  try {
    file = opened(path);
    let length = 0;
    for (;;) {
      const room = Math.min(buffer.length, limit + 1) - length;
      const read = readSync(file, buffer, length, room, null);
      length += read;
      // read(2): a file that returns fewer bytes than requested has ended.
      if (read < room || length > limit) return buffer.subarray(0, length);
      if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit + 1, buffer.length * 4));
    }
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A FIFO in place of a file must not make us wait for its writer. */
function opened(path: string): number {
  return openSync(systemPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}
