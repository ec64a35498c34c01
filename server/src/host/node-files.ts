/** The file system of the machine, through node:fs. */
import { closeSync, constants, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { Entry, FileContent, FileSystem } from '../workspace/file-system.ts';

/** Read into by all; grows to the largest file. */
let buffer = Buffer.allocUnsafeSlow(64 * 1024);

export const nodeFiles: FileSystem = {
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true }).map(entry => ({
        name: entry.name,
        kind: kindOfEntry(entry),
      }));
    } catch {
      return undefined;
    }
  },

  kindOf(path) {
    const found = statSync(path, { throwIfNoEntry: false, bigint: false });
    return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
  },

  realPath(path) {
    try {
      return realpathSync.native(path).replaceAll('\\', '/');
    } catch {
      return undefined;
    }
  },

  read(path, { limit, words }) {
    const bytes = readBytes(path, limit);
    if (!bytes) return 'unreadable';
    if (words && !words.some(word => bytes.includes(word))) return 'without-words';
    if (bytes.includes(0)) return 'binary';
    return bytes.length > limit ? 'too-large' : decode(bytes);
  },

  async write(path, { text, encoding }) {
    // Follows links, writes beside the file and renames, keeping mode and owner.
    await writeFileAtomic(path, Buffer.from(text, encoding));
  },
};

function kindOfEntry(entry: { isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean }): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** At most one byte more than the limit; undefined when they cannot be read. They stay valid until the next call. */
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

/** Bytes that are no UTF-8 are kept one by one, so that writing them back changes nothing. */
export function decode(bytes: Buffer): FileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}
