/** Parts of paths, and where paths lie to one another. */

/** The folder that a path is in; of `/`, itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : '/';
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path is below one of the folders, in steps that count its own folders and not the others. */
export function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    if (folders.has(path.slice(0, slash))) return true;
  return false;
}

/** Steps from one folder to the nearest of some files. */
export function distanceTo(folder: string, files: readonly string[]): number {
  const from = folder.split('/');
  return Math.min(
    ...files.map(file => {
      const to = file.split('/').slice(0, -1);
      let common = 0;
      while (common < Math.min(from.length, to.length) && from[common] === to[common]) common++;
      return from.length + to.length - 2 * common;
    }),
  );
}
