/** Checks a file that the editor reports as created or changed, as a scan would. */
import { type CheckedFile, checkCandidate, checkFile, type NotChecked } from '../../workspace/check-file.ts';
import { checkLink } from '../../workspace/check-link.ts';
import type { FileSystem } from '../../workspace/file-system.ts';
import { folderOf, nameOf } from '../../workspace/paths.ts';
import { fileOutside } from '../../workspace/scan.ts';
import { type Folders, whyFileLeftOut } from '../../workspace/tree.ts';
import type { Session } from '../session.ts';
import { isOn, type OpenRoot, type OpenRoots } from './open-roots.ts';
import { SharedFolders } from './shared-folders.ts';

/** The target of a link is checked instead of it, if it is in no root. */
export function checkChanged(
  files: FileSystem,
  roots: OpenRoots,
  opened: OpenRoot,
  folders: Folders,
  path: string,
): CheckedFile | NotChecked {
  const { checkOptions, onBroken, include, limits, ...options } = roots.scanOptions(opened);
  const checkOutside = (target: string) =>
    checkFile(files, target, limits.fileSize, { checkOptions, limits, onBroken });
  if (opened.links.hasLinkTo(path)) return checkOutside(path);
  const folder = folders.open(folderOf(path));
  if (typeof folder === 'string') return 'left-out';
  const name = nameOf(path);
  if (folders.kindIn(folder, name) !== 'link')
    return checkCandidate(files, folder, name, limits.fileSize, { ...options, checkOptions, limits, onBroken });
  if (whyFileLeftOut(folder, name) !== undefined) return 'left-out';
  const link = checkLink(files, path, checkOptions);
  if (link) return link;
  const insides = roots.all().map(root => files.realPath(root.path) ?? root.path);
  const target = fileOutside(files, path, insides, include);
  if (target === undefined) return 'left-out';
  opened.links.add(path, target);
  return checkOutside(target);
}

/** Fetches all that is looked at when files have changed, where they are not local. */
export async function fetchChanged(
  session: Session,
  files: FileSystem,
  roots: OpenRoots,
  paths: readonly string[],
): Promise<void> {
  await session.settled(() => {
    const folders = new SharedFolders(files);
    for (const path of paths) {
      const opened = roots.of(path);
      if (opened && files.kindOf(path) === 'file' && isOn(opened.options))
        checkChanged(files, roots, opened, folders.of(opened.root), path);
    }
  });
}
