/** The file system of the machine, through node:fs. */
import { realpathSync, statSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';
import { bytesOf } from './bytes.ts';
import { listFolder } from './listings.ts';

export const nodeFiles: FileSystem = {
  list: listFolder,

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

  read(path, how) {
    const bytes = bytesOf(path, how);
    return typeof bytes === 'string' ? bytes : decode(bytes);
  },

  async write(path, { text, encoding }) {
    // Follows links, writes beside the file and renames, keeping mode and owner.
    await writeFileAtomic(path, Buffer.from(text, encoding));
  },
};

/** Bytes that are no UTF-8 are kept one by one, so that writing them back changes nothing. */
export function decode(bytes: Buffer): FileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}
