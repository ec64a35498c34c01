/** Parts of paths, and how paths relate to one another. */

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

/** The same, or whether it is one of them. */
export function isAtOrBelow(path: string, folders: ReadonlySet<string>): boolean {
  return folders.has(path) || isBelow(path, folders);
}

/** All folders that any of the paths is in. */
export function foldersAround(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = folderOf(path); folder !== '/' && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return folders;
}

/** The innermost folder that all of these are, or are in. */
export function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let around = common;
    while (around !== '/' && folder !== around && !folder.startsWith(`${around}/`)) around = folderOf(around);
    return around;
  });
}
