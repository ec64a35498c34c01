/** Finds the files below some paths that may have to be checked. Decides by name alone; content is looked at later. */
import type { FileSystem } from './file-system.ts';

/** Folders that hold no source of the user's. */
const skippedFolders = new Set(['.git', '.hg', '.svn', '.repo', 'node_modules', '__pycache__', '.venv', '.cache']);

/** Files in the order of their paths. A path that is a file is always given, whatever its name. */
export async function* findFiles(files: FileSystem, paths: readonly string[]): AsyncGenerator<string> {
  const seen = new Set<string>();
  for (const path of paths) {
    const kind = await files.kindOf(path);
    const found = kind === 'file' ? [path] : kind === 'folder' ? walk(files, path) : [];
    for await (const file of found) {
      if (seen.has(file)) continue;
      seen.add(file);
      yield file;
    }
  }
}

async function* walk(files: FileSystem, folder: string): AsyncGenerator<string> {
  const entries = await files.list(folder);
  for (const { name, kind } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
    if (kind === 'file') yield path;
    else if (kind === 'folder' && !skippedFolders.has(name)) yield* walk(files, path);
  }
}
