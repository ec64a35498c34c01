/** Files of this machine, as a client passes them to a server that cannot read any itself. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSource } from '../../server/src/workspace/mirrored-files.ts';

/** The requests, in order. */
export interface Asked {
  readonly folders: string[];
  readonly files: string[];
}

/** `limit`: bytes of the largest file that is fetched. */
export function sourceOfMachine(asked: Asked = { folders: [], files: [] }, limit = 2 ** 20): FileSource {
  return {
    list: async folders => {
      asked.folders.push(...folders);
      return folders.map(listed);
    },
    read: async paths => {
      asked.files.push(...paths);
      return paths.map(path => orUndefined(() => (statSync(path).size > limit ? 'too-large' : bytes(path))));
    },
  };
}

type Listed = Awaited<ReturnType<FileSource['list']>>[number];

function listed(folder: string): Listed {
  return orUndefined(() =>
    readdirSync(folder, { withFileTypes: true }).map(entry => {
      const found = orUndefined(() => statSync(join(folder, entry.name)));
      const kind = found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : 'other';
      return { name: entry.name, kind, isLink: entry.isSymbolicLink() };
    }),
  );
}

/** A buffer of the pool would be of another type. */
function bytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

function orUndefined<Value>(find: () => Value): Value | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
