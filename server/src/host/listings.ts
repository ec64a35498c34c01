/**
 * Lists folders, packed for another thread: sending one string per folder takes a tenth of the time of sending its
 * entries.
 */
import { type Dirent, readdirSync } from 'node:fs';
import type { Entry } from '../workspace/file-system.ts';
import { systemPath } from './system-path.ts';

type Kind = Entry['kind'];

/** Undefined when it cannot be read. */
export function listFolder(folder: string): readonly Entry[] | undefined {
  return entriesOf(folder)?.map(entry => ({ name: entry.name, kind: kindOf(entry) }));
}

/** Each entry as a letter for its kind and its name, with a slash after it. */
export function packedListing(folder: string): string | undefined {
  let packed = '';
  const entries = entriesOf(folder);
  for (const entry of entries ?? []) packed += `${letters[kindOf(entry)]}${entry.name}/`;
  return entries && packed;
}

export function unpackedListing(packed: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (let start = 0, end = 0; start < packed.length; start = end + 1) {
    end = packed.indexOf('/', start);
    entries.push({ name: packed.slice(start + 1, end), kind: kinds[packed[start]!]! });
  }
  return entries;
}

const letters: Record<Kind, string> = { file: 'f', folder: 'd', link: 'l', other: 'o' };
const kinds = Object.fromEntries(Object.entries(letters).map(([kind, letter]) => [letter, kind])) as Record<
  string,
  Kind
>;

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(systemPath(folder), { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function kindOf(entry: Dirent): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
