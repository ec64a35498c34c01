/** Parts of paths, and how paths relate to one another. */

/** `/`, and on Windows a drive, which is not the current folder of it that `C:` is, or what a server shares. */
const top = /^(?:\/|[A-Za-z]:\/?|\/\/[^/]+\/[^/]+)$/;

/** The folder that a path is in; of one that is in none, itself. */
export function folderOf(path: string): string {
  if (isTop(path)) return path.endsWith(':') ? `${path}/` : path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return folder === '' || (folder.endsWith(':') && isTop(folder)) ? `${folder}/` : folder;
}

/** Whether a folder is in no other one. */
export function isTop(folder: string): boolean {
  return top.test(folder);
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
    for (let folder = folderOf(path); !isTop(folder) && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return folders;
}

/** The innermost folder that all of these are, or are in; `/` where they are on several drives. */
export function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let around = common;
    const isAround = () => folder === around || folder.startsWith(around.endsWith('/') ? around : `${around}/`);
    while (!isAround()) {
      if (isTop(around)) return '/';
      around = folderOf(around);
    }
    return around;
  });
}
