/** Parts of paths, and how paths relate to one another. */

/** `/`, and on Windows a drive (not `C:`, which is its current folder) or a share of a server. */
const top = /^(?:\/|[A-Za-z]:\/?|\/\/[^/]+\/[^/]+)$/;

/** The folder that contains a path; a top folder gives itself. */
export function folderOf(path: string): string {
  if (isTop(path)) return path.endsWith(':') ? `${path}/` : path;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return folder === '' || (folder.endsWith(':') && isTop(folder)) ? `${folder}/` : folder;
}

/** Whether no other folder contains it. */
export function isTop(folder: string): boolean {
  return top.test(folder);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a path is below one of the folders; the number of steps depends on the path's own folders only. */
export function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    if (folders.has(path.slice(0, slash))) return true;
  return false;
}

/** The same, or whether it is one of them. */
export function isAtOrBelow(path: string, folders: ReadonlySet<string>): boolean {
  return folders.has(path) || isBelow(path, folders);
}

/** All folders that contain any of the paths. */
export function foldersAround(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = folderOf(path); !isTop(folder) && !folders.has(folder); folder = folderOf(folder))
      folders.add(folder);
  return folders;
}

/** The innermost folder that is, or contains, all of these; `/` where they are on several drives. */
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
