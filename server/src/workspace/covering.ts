/** Which files were checked, whether anything was found in them or not. */

import type { CheckOptions } from '../findings/check.ts';
import { selectByName } from '../languages/select-by-name.ts';
import { below, type FileSystem } from './file-system.ts';
import { folderOf, nameOf } from './paths.ts';
import type { SkippedFiles } from './skipped-files.ts';
import { Folders, type Root, whyFileLeftOut } from './tree.ts';

/** A missing file is known to be gone; an existing one was checked unless something excludes it. */
export function covering(
  files: FileSystem,
  wasSeen: (path: string) => boolean,
  roots: readonly Root[],
  include: CheckOptions['include'],
  leftOut: SkippedFiles,
): (path: string) => boolean {
  const foldersByRoot = roots.map(root => ({ root, folders: new Folders(files, root) }));
  const isSelected = (folders: Folders, path: string) => {
    const folder = folders.open(folderOf(path));
    return typeof folder !== 'string' && whyFileLeftOut(folder, nameOf(path)) === undefined;
  };
  return path => {
    if (wasSeen(path)) return !leftOut.isNoted(path);
    const around = foldersByRoot.filter(({ root }) => below(root.path, path) !== undefined);
    if (around.length === 0 || files.kindOf(path) !== 'file') return around.length > 0;
    if (leftOut.has('files') || leftOut.has('folders') || leftOut.isNoted(path)) return false;
    return selectByName(nameOf(path), include) !== 'skip' && around.some(({ folders }) => isSelected(folders, path));
  };
}
