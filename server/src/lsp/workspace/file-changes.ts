/** Files that the editor reports as created, deleted or changed, and which part of the workspace that affects. */
import { convertFolder } from '../../mender/file-names.ts';
import { BASELINE_FILE } from '../../options/baseline-file.ts';
import { PROJECT_FILE } from '../../options/project-file.ts';
import { buildrootMakes } from '../../workspace/build-folders.ts';
import { type FileSystem, joined } from '../../workspace/file-system.ts';
import { folderOf, nameOf } from '../../workspace/paths.ts';

export interface Change {
  readonly path: string;
  /** The folder whose release of Yocto it sets, if it does. */
  readonly decidesIn?: string | undefined;
}

/**
 * The folder that must be scanned as a whole, since what is excluded in it may have changed; undefined when only the
 * file is affected. Builds create and remove folders with these names by the thousand, so the files beside them are
 * tested first.
 */
export function whatToScan({ path, decidesIn }: Change, kindOf: FileSystem['kindOf']): string | undefined {
  const end = decidingFiles.find(each => path.endsWith(each));
  if (end !== undefined) return path.slice(0, -end.length);
  const folder = folderOf(path);
  const name = nameOf(path);
  const isDeciding =
    (name === 'conf' && (kindOf(path) === undefined || kindOf(joined(path, 'bblayers.conf')) !== undefined)) ||
    (name.endsWith('.done') && kindOf(path.slice(0, -'.done'.length)) !== undefined) ||
    (buildrootMakes.includes(name) &&
      buildrootMakes.every(each => each === name || kindOf(joined(folder, each)) === 'folder'));
  return isDeciding ? folder : decidesIn;
}

/** Files that decide about others, as `tree.ts` and related files read them. */
const decidingFiles = [
  '/.gitignore',
  '/.ignore',
  `/${PROJECT_FILE}`,
  `/${BASELINE_FILE}`,
  '/.git',
  '/.git/info/exclude',
  '/conf/bblayers.conf',
  '/abi_version',
  '/saved_tmpdir',
  ...convertFolder.scripts.map(name => `/${name}`),
];
