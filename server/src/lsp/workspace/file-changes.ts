/** Files that the editor reports as created, deleted or changed, and how much of the workspace that concerns. */
import { BASELINE_FILE } from '../../options/baseline-file.ts';
import { PROJECT_FILE } from '../../options/project-file.ts';
import { buildrootMakes } from '../../workspace/build-folders.ts';
import { type FileSystem, joined } from '../../workspace/file-system.ts';
import { folderOf, nameOf } from '../../workspace/paths.ts';

export interface Change {
  readonly path: string;
  /** The folder whose files it says the release of Yocto of, if it does. */
  readonly decidesIn?: string | undefined;
}

/**
 * The folder to be looked at as a whole, since what is left out of it may have changed; undefined when only the file
 * concerned has. Builds make and remove folders of these names by the thousand: what is beside them is asked about
 * before anything is looked at.
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

/** Files that decide about others, as `tree.ts` and those beside it read them. */
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
  '/mender-convert',
  '/mender-convert-extract',
];
