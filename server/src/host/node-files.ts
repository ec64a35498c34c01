/** The file system of the machine, through node:fs. */
import { readdir, readFile, stat } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import type { Entry, FileContent, FileSystem } from '../workspace/file-system.ts';

export const nodeFiles: FileSystem = {
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return await Promise.all(
        entries.map(
          async (entry): Promise<Entry> => ({
            name: entry.name,
            kind: await kindOfEntry(entry, `${folder}/${entry.name}`),
          }),
        ),
      );
    } catch {
      return [];
    }
  },

  async kindOf(path) {
    try {
      const found = await stat(path);
      return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined;
    } catch {
      return undefined;
    }
  },

  async read(path) {
    try {
      return decode(await readFile(path));
    } catch {
      return undefined;
    }
  },

  async write(path, { text, encoding }) {
    // Follows links, writes beside the file and renames, keeping mode and owner.
    await writeFileAtomic(path, Buffer.from(text, encoding));
  },
};

async function kindOfEntry(
  entry: { isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean },
  path: string,
): Promise<Entry['kind']> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return 'other';
  return (await nodeFiles.kindOf(path)) === 'file' ? 'file' : 'link';
}

/** Bytes that are no UTF-8 are kept one by one, so that writing them back changes nothing. */
export function decode(bytes: Buffer): FileContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}
